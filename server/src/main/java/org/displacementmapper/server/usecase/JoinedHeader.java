package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.join.PointJoin;

/**
 * Which columns of a CSV file hold what, once joined.
 *
 * @param width number of columns of the file
 * @param lon column of longitudes, from 0
 * @param lat column of latitudes
 * @param outputs for each of {@link PointJoin#COLUMNS} the column that it replaces, or -1 if it
 *     comes after the others
 */
record JoinedHeader(int width, int lon, int lat, int[] outputs) {

  private static final List<String> LON = List.of("lon", "longitude", "lng", "long", "x");
  private static final List<String> LAT = List.of("lat", "latitude", "y");

  static final int APPENDED = -1;

  static JoinedHeader of(String file, CsvRow row, JoinPoints.Options options) {
    List<String> names = new ArrayList<>();
    for (int cell = 0; cell < row.cells(); cell++) {
      names.add(row.text(cell));
    }
    int[] outputs = new int[PointJoin.COLUMNS.size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = names.indexOf(PointJoin.COLUMNS.get(i));
      if (outputs[i] != APPENDED && !options.overwrite()) {
        throw new UnreadableFileException(
            Issue.rejected(
                file,
                row.line(),
                PointJoin.COLUMNS.get(i),
                "",
                "the file already has this column, which the join adds: rename or remove it, or"
                    + " allow it to be overwritten"));
      }
    }
    return new JoinedHeader(
        names.size(),
        column(file, row, names, options.lon(), LON, "longitudes"),
        column(file, row, names, options.lat(), LAT, "latitudes"),
        outputs);
  }

  private static int column(
      String file, CsvRow row, List<String> names, String wanted, List<String> usual, String what) {
    List<String> accepted = wanted.isEmpty() ? usual : List.of(wanted);
    for (String name : accepted) {
      int column = indexOf(name, names);
      if (column >= 0) {
        return column;
      }
    }
    String sought =
        wanted.isEmpty()
            ? "no column of %s: needed is one of %s, or name it".formatted(what, listed(usual))
            : "no column \"%s\"".formatted(wanted);
    throw new UnreadableFileException(
        Issue.rejected(file, row.line(), "", "", sought + "; found: " + listed(names)));
  }

  /** The column of that very name, else in other letter case. */
  private static int indexOf(String name, List<String> names) {
    int exact = names.indexOf(name);
    return exact >= 0
        ? exact
        : names.stream()
            .map(found -> found.toLowerCase(Locale.ROOT))
            .toList()
            .indexOf(name.toLowerCase(Locale.ROOT));
  }

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }

  /** Whether all columns come after the others, so that rows are written as they are. */
  boolean isAppendedOnly() {
    return Arrays.stream(outputs).allMatch(output -> output == APPENDED);
  }
}
