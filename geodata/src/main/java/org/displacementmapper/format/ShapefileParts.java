package org.displacementmapper.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files that make one Shapefile, by their ending in lower case without the dot, whether they
 * lie in a folder or in an archive.
 *
 * @param name without ending, which is the name of the layer
 */
record ShapefileParts(String name, Map<String, Part> parts) {

  private static final int SMALL = 1 << 16;

  /** One file; may be opened several times. */
  interface Part {
    InputStream open() throws IOException;
  }

  /** A .shp file and what lies beside it under the same name. */
  static ShapefileParts beside(Path shp) {
    String file = shp.getFileName().toString();
    String name = withoutEnding(file);
    Map<String, Part> parts = new LinkedHashMap<>();
    Path folder = shp.toAbsolutePath().getParent();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path each : files) {
        String other = each.getFileName().toString();
        boolean belongs = withoutEnding(other).equals(name) && !other.equals(name);
        if (belongs && Files.isRegularFile(each)) {
          parts.put(ending(other), () -> Files.newInputStream(each));
        }
      }
    } catch (IOException e) {
      // A folder that may not be listed: the .shp alone is read.
    }
    parts.put("shp", () -> Files.newInputStream(shp));
    return new ShapefileParts(name, parts);
  }

  static String withoutEnding(String file) {
    int dot = file.lastIndexOf('.');
    return dot <= 0 ? file : file.substring(0, dot);
  }

  static String ending(String file) {
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  boolean has(String ending) {
    return parts.containsKey(ending);
  }

  InputStream open(String ending) throws IOException {
    return new BufferedInputStream(parts.get(ending).open(), 1 << 16);
  }

  /** A small text file such as .prj or .cpg; empty if there is none or it holds nothing. */
  Optional<String> findText(String ending) throws IOException {
    if (!has(ending)) {
      return Optional.empty();
    }
    try (InputStream in = open(ending)) {
      String text = new String(in.readNBytes(SMALL), StandardCharsets.UTF_8).strip();
      return Optional.of(text.replace("\uFEFF", "")).filter(found -> !found.isEmpty());
    }
  }
}
