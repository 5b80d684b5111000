package org.displacementmapper.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * Files that a program leaves beside a SQLite file while it writes. What stands in them belongs to
 * the file, and only a program that may write there can put it in.
 */
final class SqliteSiblings {

  /** What a journal begins with whose changes must be taken back; zeros once they are in. */
  private static final String JOURNAL_START = "d9d505f920a163d7";

  private SqliteSiblings() {}

  static void requireNone(String name, Path file) throws IOException {
    Path real = file.toRealPath();
    if (Files.isRegularFile(beside(real, "-wal")) && Files.size(beside(real, "-wal")) > 0) {
      throw new UnreadableFileException(
          name,
          "changes that are not yet in the file lie in "
              + beside(real, "-wal").getFileName()
              + " beside it: close the program that has it open (such as QGIS), or export the layer"
              + " to a new file");
    }
    if (isHot(beside(real, "-journal"))) {
      throw new UnreadableFileException(
          name,
          "a change to the file was broken off ("
              + beside(real, "-journal").getFileName()
              + " lies beside it): close the program that has it open, or open it once in QGIS to"
              + " mend it");
    }
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static boolean isHot(Path journal) throws IOException {
    if (!Files.isRegularFile(journal)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(journal)) {
      byte[] start = in.readNBytes(JOURNAL_START.length() / 2);
      return HexFormat.of().formatHex(start).equals(JOURNAL_START);
    }
  }
}
