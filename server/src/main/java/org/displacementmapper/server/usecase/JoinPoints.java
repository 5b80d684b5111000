package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import org.displacementmapper.join.PointJoin;

/**
 * Gives every row of a CSV file of points the unit it lies in. Rows and cells stay as they are, to
 * the byte; the cells of {@link PointJoin#COLUMNS} come after them. Rows without usable coordinates
 * are kept too. Streams: memory does not grow with the file.
 */
public final class JoinPoints {

  private static final int ROWS_PER_PROGRESS = 1 << 17;

  /**
   * What to read and write.
   *
   * @param lon name of the column of longitudes; empty to recognise it
   * @param lat name of the column of latitudes; empty to recognise it
   * @param overwrite whether columns of the result that the file already has may be replaced
   */
  public record Options(String lon, String lat, boolean overwrite) {

    public static final Options DEFAULT = new Options("", "", false);
  }

  /**
   * How many rows there were, and what became of them.
   *
   * @param country rows farther than 5 km from every unit
   * @param invalid rows without usable coordinates
   */
  public record Counts(long rows, long inside, long nearest, long country, long invalid) {}

  private final PointJoin join;

  public JoinPoints(PointJoin join) {
    this.join = join;
  }

  /**
   * @param file name of the input for error messages; "-" for standard input
   * @param progress is told from time to time how many rows are done
   * @throws org.displacementmapper.feature.UnreadableFileException naming line and column, if the
   *     file cannot be used; part of the result may have been written by then
   */
  public Counts join(
      String file, InputStream in, OutputStream out, Options options, LongConsumer progress)
      throws IOException {
    CsvRow row = new CsvRow(file, in);
    row.next();
    JoinedHeader header = JoinedHeader.of(file, row, options);
    JoinedRows joined = new JoinedRows(out, row, header);
    joined.writeHeader();
    while (row.next()) {
      if (row.isBlank() && header.width() > 1) {
        joined.writeAsIs();
        continue;
      }
      if (row.cells() > header.width()) {
        throw row.unreadable(
            "the row has %d cells, but the header has %d: put cells with a separator in quotes"
                .formatted(row.cells(), header.width()));
      }
      joined.write(join.columns(number(row, header.lon()), number(row, header.lat())));
      if (joined.rows() % ROWS_PER_PROGRESS == 0) {
        progress.accept(joined.rows());
      }
    }
    joined.flush();
    return joined.counts();
  }

  private static double number(CsvRow row, int cell) {
    return cell < row.cells() ? row.number(cell) : Double.NaN;
  }
}
