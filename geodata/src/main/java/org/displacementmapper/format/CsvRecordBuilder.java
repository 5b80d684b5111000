package org.displacementmapper.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * Collects the cells of one record within limits, and remembers where it was when the parser gave
 * up.
 */
final class CsvRecordBuilder extends AbstractBaseCsvCallbackHandler<CsvRecord> {

  static final int MAX_CELL_LENGTH = 1 << 20;

  /** Of well-known text: about 400,000 positions in full, fifty times the largest of Myanmar's. */
  static final int MAX_SHAPE_LENGTH = 1 << 24;

  static final int MAX_RECORD_LENGTH = 4 << 20;
  static final int MAX_CELLS = 16_384;

  private final int longestCell;
  private int shapes = -1;
  private List<String> cells = new ArrayList<>();
  private long line;
  private int length;

  /**
   * @param mayHaveShapes whether there may be a column of well-known text
   */
  CsvRecordBuilder(boolean mayHaveShapes) {
    this.longestCell = mayHaveShapes ? MAX_SHAPE_LENGTH : MAX_CELL_LENGTH;
  }

  /** Characters of the longest cell that the parser is to take. */
  int longestCell() {
    return longestCell;
  }

  /** The column, from 0, whose cells may be longer than others; -1 for none. */
  void allowShapes(int column) {
    shapes = column;
  }

  @Override
  protected void handleBegin(long startingLine) {
    line = startingLine;
    length = 0;
    cells = new ArrayList<>(cells.size());
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int count, boolean quoted) {
    length += index == shapes ? 0 : count;
    if (count > MAX_CELL_LENGTH && index != shapes) {
      throw new CsvParseException("cell too long");
    }
    if (length > MAX_RECORD_LENGTH || index >= MAX_CELLS) {
      throw new CsvParseException("record too long");
    }
    cells.add(new String(buffer, offset, count));
  }

  @Override
  protected CsvRecord buildRecord() {
    return new CsvRecord(line, cells);
  }

  /**
   * The failure in the user's terms.
   *
   * @param names the header, empty if that is where it failed
   */
  UnreadableFileException explain(String file, List<String> names, CsvParseException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableFileException unreadable) {
        return unreadable;
      }
    }
    if (length > MAX_RECORD_LENGTH || cells.size() >= MAX_CELLS) {
      String message =
          String.format(
              Locale.ROOT,
              "the row has more than %,d cells or %,d characters:"
                  + " check that its lines end and its quotes are closed",
              MAX_CELLS,
              MAX_RECORD_LENGTH);
      return new UnreadableFileException(Issue.rejected(file, line, "", "", message));
    }
    int index = cells.size();
    String column = index < names.size() ? names.get(index) : String.valueOf(index + 1);
    return new UnreadableFileException(
        Issue.rejected(
            file,
            line + lineBreaks(),
            column,
            "",
            describe(failure.getMessage(), index == shapes)));
  }

  /** The parser's three complaints, told apart by its words (held by tests). */
  private static String describe(String complaint, boolean shape) {
    if (complaint.startsWith("Unclosed quoted field")) {
      return "the quote that opens here is never closed: add the closing quote";
    }
    if (complaint.startsWith("Unexpected character after closing quote")) {
      return "the quoted cell that opens here goes on after its closing quote: "
          + "write a quote inside a quoted cell twice";
    }
    if (shape) {
      return String.format(
          Locale.ROOT,
          "the shape that begins here is longer than %,d characters: simplify it, or give the layer"
              + " as a GeoPackage or Shapefile",
          MAX_SHAPE_LENGTH);
    }
    return String.format(
        Locale.ROOT,
        "the cell that begins here is longer than %,d characters:"
            + " close its quote, or check that lines end",
        MAX_CELL_LENGTH);
  }

  /** Line breaks in the finished cells of this record. */
  private long lineBreaks() {
    return cells.stream()
        .mapToLong(
            cell -> cell.replace("\r\n", "\n").chars().filter(c -> c == '\n' || c == '\r').count())
        .sum();
  }
}
