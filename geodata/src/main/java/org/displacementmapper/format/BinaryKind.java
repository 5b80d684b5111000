package org.displacementmapper.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Files that people take for a table or a map and that no text format can read: the first bytes
 * that give one away, as ISO 8859-1 characters, and a word that must follow somewhere in the head.
 */
record BinaryKind(String start, String word, String looksLike) {

  private static final String ZIP = "PK\u0003\u0004";
  private static final String AS_CSV = "; choose \"save as\", CSV UTF-8, and take that file";
  private static final String AS_GEOJSON = "; export it as GeoJSON in longitude and latitude";

  private static final List<BinaryKind> ALL =
      List.of(
          new BinaryKind(ZIP, "xl/", "an Excel workbook (.xlsx)" + AS_CSV),
          new BinaryKind(ZIP, "[Content_Types].xml", "an Office document (zip)" + AS_CSV),
          new BinaryKind(ZIP, "opendocument.spreadsheet", "a LibreOffice table (.ods)" + AS_CSV),
          new BinaryKind(ZIP, "", "a zip archive; unpack it and take the file inside"),
          new BinaryKind("\u00D0\u00CF\u0011\u00E0", "", "an old Excel workbook (.xls)" + AS_CSV),
          new BinaryKind("\u001F\u008B", "", "a gzip archive; unpack it and take the file inside"),
          new BinaryKind("SQLite format 3\0", "", "a SQLite database" + AS_GEOJSON),
          new BinaryKind("\0\0'\n", "", "the .shp file of a Shapefile" + AS_GEOJSON),
          new BinaryKind("fgb\u0003", "", "a FlatGeobuf file" + AS_GEOJSON),
          new BinaryKind(
              PmTilesHeader.MAGIC, "", "a PMTiles file, which holds tiles and not whole features"),
          new BinaryKind("PAR1", "", "a Parquet file; export it as CSV or GeoJSON"),
          new BinaryKind("\u0089PNG", "", "a PNG picture; a table or a map file is needed"),
          new BinaryKind("GIF8", "", "a GIF picture; a table or a map file is needed"),
          new BinaryKind("\u00FF\u00D8\u00FF", "", "a JPEG picture; a table or map file is needed"),
          new BinaryKind("%PDF", "", "a PDF document; a table or a map file is needed"));

  /** What the file looks like and what to do; empty if it may be text. */
  static Optional<String> find(Head head) {
    for (BinaryKind kind : ALL) {
      if (head.startsWith(kind.start()) && contains(head, kind.word())) {
        return Optional.of(kind.looksLike());
      }
    }
    return contains(head, "\0")
        ? Optional.of("a binary file; export it as CSV or GeoJSON")
        : Optional.empty();
  }

  /** Whether it is a zip archive and, as far as can be seen, no document that happens to be one. */
  static boolean isArchive(Head head) {
    return head.startsWith(ZIP)
        && ALL.stream()
            .filter(kind -> kind.start().equals(ZIP) && contains(head, kind.word()))
            .findFirst()
            .map(kind -> kind.word().isEmpty())
            .orElse(false);
  }

  private static boolean contains(Head head, String word) {
    return word.isEmpty() || new String(head.bytes(), StandardCharsets.ISO_8859_1).contains(word);
  }
}
