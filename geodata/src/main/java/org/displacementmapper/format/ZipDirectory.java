package org.displacementmapper.format;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * The list of entries at the end of a zip archive, read before anything is unpacked, so that an
 * archive made to do harm is refused at no cost: too many entries, paths that lead elsewhere,
 * symbolic links, encryption. After the description of the format by PKWARE (APPNOTE 6.3).
 */
final class ZipDirectory {

  static final int MAX_ENTRIES = 2000;

  /** Bytes of the list. */
  private static final long MAX_LENGTH = 1 << 22;

  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_LOCATOR = 0x07064b50;
  private static final int ENTRY = 0x02014b50;
  private static final int END_LENGTH = 22;
  private static final int ENTRY_LENGTH = 46;
  private static final int UNIX = 3;
  private static final int FILE_TYPE = 0xF000;
  private static final int LINK = 0xA000;

  private final String file;
  private final RandomAccessFile archive;

  private ZipDirectory(String file, RandomAccessFile archive) {
    this.file = file;
    this.archive = archive;
  }

  /**
   * Looks at the list.
   *
   * @throws UnreadableFileException if the archive is damaged or may do harm
   */
  static void check(String file, Path path) throws IOException {
    try (RandomAccessFile archive = new RandomAccessFile(path.toFile(), "r")) {
      new ZipDirectory(file, archive).check();
    }
  }

  private void check() throws IOException {
    long end = findEnd();
    ByteBuffer tail = read(end, END_LENGTH);
    long entries = tail.getShort(10) & 0xFFFF;
    long length = tail.getInt(12) & 0xFFFFFFFFL;
    long start = tail.getInt(16) & 0xFFFFFFFFL;
    boolean large = entries == 0xFFFF || length == 0xFFFFFFFFL || start == 0xFFFFFFFFL;
    if (large && end >= 20 && read(end - 20, 20).getInt(0) == END_64_LOCATOR) {
      ByteBuffer tail64 = read(read(end - 20, 20).getLong(8), 56);
      if (tail64.getInt(0) != END_64) {
        throw damaged();
      }
      entries = tail64.getLong(32);
      length = tail64.getLong(40);
    }
    if (entries > MAX_ENTRIES || entries < 0 || length > MAX_LENGTH || length < 0) {
      throw refused(
          String.format(
              Locale.ROOT,
              "the archive has %,d entries, and at most %,d are looked at: pack the one file"
                  + " that is meant",
              entries,
              MAX_ENTRIES));
    }
    // The list ends where its end is told, wherever the archive says that it begins.
    boolean zip64 = large && end >= 76;
    checkEntries(read(Math.max(0, end - (zip64 ? 76 : 0) - length), (int) length), entries);
  }

  private void checkEntries(ByteBuffer list, long entries) {
    List<String> names = new ArrayList<>();
    int at = 0;
    for (long i = 0; i < entries; i++) {
      if (at + ENTRY_LENGTH > list.limit() || list.getInt(at) != ENTRY) {
        throw damaged();
      }
      int nameLength = list.getShort(at + 28) & 0xFFFF;
      int rest = (list.getShort(at + 30) & 0xFFFF) + (list.getShort(at + 32) & 0xFFFF);
      if (at + ENTRY_LENGTH + nameLength + rest > list.limit()) {
        throw damaged();
      }
      byte[] name = new byte[nameLength];
      list.get(at + ENTRY_LENGTH, name);
      String entry = new String(name, StandardCharsets.UTF_8);
      checkEntry(
          entry,
          (list.getShort(at + 8) & 1) == 1,
          (list.get(at + 5) & 0xFF) == UNIX && (list.getInt(at + 38) >>> 16 & FILE_TYPE) == LINK);
      names.add(entry);
      at += ENTRY_LENGTH + nameLength + rest;
    }
  }

  private void checkEntry(String name, boolean encrypted, boolean link) {
    String path = name.replace('\\', '/');
    boolean elsewhere =
        path.startsWith("/")
            || path.matches("[A-Za-z]:.*")
            || ("/" + path + "/").contains("/../")
            || path.indexOf('\0') >= 0;
    String shown = name.replaceAll("\\p{Cntrl}", "?");
    if (elsewhere) {
      throw refused(
          "the archive has the entry \"" + shown + "\", whose path leads out of it: not opened");
    }
    if (link) {
      throw refused(
          "the archive has the symbolic link \"" + shown + "\": pack the file itself instead");
    }
    if (encrypted) {
      throw refused("\"" + shown + "\" in the archive is encrypted: unpack it with its password");
    }
  }

  private long findEnd() throws IOException {
    long length = archive.length();
    int window = (int) Math.min(length, END_LENGTH + 0xFFFF);
    ByteBuffer last = read(length - window, window);
    for (int at = window - END_LENGTH; at >= 0; at--) {
      if (last.getInt(at) == END && at + END_LENGTH + (last.getShort(at + 20) & 0xFFFF) == window) {
        return length - window + at;
      }
    }
    throw damaged();
  }

  private ByteBuffer read(long position, int length) throws IOException {
    if (position < 0 || position + length > archive.length()) {
      throw damaged();
    }
    byte[] bytes = new byte[length];
    archive.seek(position);
    archive.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private UnreadableFileException damaged() {
    return refused("the archive is damaged or was cut off: download or pack it again");
  }

  private UnreadableFileException refused(String message) {
    return new UnreadableFileException(file, message);
  }
}
