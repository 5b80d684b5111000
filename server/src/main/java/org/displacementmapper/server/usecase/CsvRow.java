package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.Head;

/**
 * The current row of a CSV file that is read as bytes, so that whatever is not touched can be
 * written back as it was: encoding, quotes, line breaks and byte-order mark. Any encoding will do
 * that leaves ASCII as it is. Cells are separated by comma, semicolon or tab, whichever the header
 * line has most of; a cell that begins with a quote ends with one.
 *
 * <p>Memory is that of the longest row, at most {@value #MAX_ROW_BYTES} bytes. Used by one thread.
 */
final class CsvRow {

  static final int MAX_ROW_BYTES = 1 << 24;

  private static final byte QUOTE = '"';
  private static final byte[] SEPARATORS = {',', ';', '\t'};

  private final String file;
  private final InputStream in;
  private final int bomLength;
  private final byte separator;

  private byte[] bytes = new byte[1 << 17];

  /** End of what has been read into {@link #bytes}. */
  private int filled;

  private boolean ended;

  /** Of this row: begin, end without and with its line break. Offsets count from the begin. */
  private int start;

  private int end;
  private int next;

  /** Of this row's cells, offsets of begin and end. */
  private int[] cellStarts = new int[64];

  private int[] cellEnds = new int[64];
  private int cells;

  private long line;
  private long nextLine = 1;

  /**
   * @param file name for error messages
   * @throws UnreadableFileException if this is no text
   */
  CsvRow(String file, InputStream in) throws IOException {
    this.file = file;
    this.in = in;
    while (filled < Head.SIZE && !ended) {
      fill();
    }
    Head head = new Head(Arrays.copyOf(bytes, Math.min(filled, Head.SIZE)));
    head.findRefusal()
        .ifPresent(
            refusal -> {
              throw new UnreadableFileException(file, refusal);
            });
    this.bomLength = head.bomLength();
    this.next = bomLength;
    this.separator = findSeparator();
  }

  boolean hasBom() {
    return bomLength > 0;
  }

  byte separator() {
    return separator;
  }

  /** Moves to the next row; false after the last one. */
  boolean next() throws IOException {
    start = next;
    line = nextLine;
    cells = 0;
    int at = 0;
    int cellStart = 0;
    while (true) {
      if (start + at == filled && !fill()) {
        return at > 0 && endRow(cellStart, at, 0);
      }
      byte current = bytes[start + at];
      if (current == QUOTE && at == cellStart) {
        at = endOfQuoted(at);
      } else if (current == separator) {
        addCell(cellStart, at);
        at++;
        cellStart = at;
      } else if (current == '\n') {
        return endRow(cellStart, at, 1);
      } else if (current == '\r') {
        boolean isPair = (start + at + 1 < filled || fill()) && bytes[start + at + 1] == '\n';
        return endRow(cellStart, at, isPair ? 2 : 1);
      } else {
        at = endOfPlain(at);
      }
    }
  }

  private boolean endRow(int cellStart, int length, int lineBreakLength) {
    addCell(cellStart, length);
    end = start + length;
    next = end + lineBreakLength;
    nextLine++;
    return true;
  }

  /** Where a run of bytes without any meaning ends. */
  private int endOfPlain(int at) {
    int i = start + at + 1;
    while (i < filled && bytes[i] != separator && bytes[i] != '\n' && bytes[i] != '\r') {
      i++;
    }
    return i - start;
  }

  private void addCell(int cellStart, int cellEnd) {
    if (cells == cellStarts.length) {
      cellStarts = Arrays.copyOf(cellStarts, cells * 2);
      cellEnds = Arrays.copyOf(cellEnds, cells * 2);
    }
    cellStarts[cells] = cellStart;
    cellEnds[cells] = cellEnd;
    cells++;
  }

  /** Where the byte after the closing quote is; two quotes stand for one. */
  private int endOfQuoted(int quote) throws IOException {
    int at = quote + 1;
    while (true) {
      if (start + at == filled && !fill()) {
        throw unreadable("a quote is opened in this row and never closed: close it");
      }
      byte current = bytes[start + at];
      at++;
      if (current == '\n') {
        nextLine++;
      } else if (current == QUOTE) {
        boolean isDoubled = (start + at < filled || fill()) && bytes[start + at] == QUOTE;
        if (!isDoubled) {
          return at;
        }
        at++;
      }
    }
  }

  /** Reads more, after moving this row to the front; false at the end of the file. */
  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, filled - start);
      filled -= start;
      start = 0;
    }
    if (filled == bytes.length) {
      if (filled >= MAX_ROW_BYTES) {
        throw unreadable(
            "the row is longer than "
                + MAX_ROW_BYTES / (1 << 20)
                + " MB: is there a quote that is never closed?");
      }
      bytes = Arrays.copyOf(bytes, filled * 2);
    }
    int read = in.read(bytes, filled, bytes.length - filled);
    ended = read < 0;
    filled += Math.max(read, 0);
    return !ended;
  }

  private byte findSeparator() {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = bomLength; i < filled && (quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
      quoted ^= bytes[i] == QUOTE;
      for (int k = 0; k < counts.length && !quoted; k++) {
        counts[k] += bytes[i] == SEPARATORS[k] ? 1 : 0;
      }
    }
    int most = 0;
    for (int k = 1; k < counts.length; k++) {
      most = counts[k] > counts[most] ? k : most;
    }
    return SEPARATORS[most];
  }

  /** The line on which the row begins, from 1. */
  long line() {
    return line;
  }

  int cells() {
    return cells;
  }

  /** Whether it is nothing but a line break. */
  boolean isBlank() {
    return end == start;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int length() {
    return end - start;
  }

  int lineBreakStart() {
    return end;
  }

  int lineBreakLength() {
    return next - end;
  }

  int cellStart(int cell) {
    return start + cellStarts[cell];
  }

  int cellLength(int cell) {
    return cellEnds[cell] - cellStarts[cell];
  }

  /** The number in a cell; NaN if there is none. */
  double number(int cell) {
    return Decimals.parse(bytes, cellStart(cell), start + cellEnds[cell]);
  }

  /** The cell as UTF-8, without quotes and surrounding blanks. */
  String text(int cell) {
    String text =
        new String(bytes, cellStart(cell), cellLength(cell), StandardCharsets.UTF_8).strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
        : text;
  }

  UnreadableFileException unreadable(String message) {
    return new UnreadableFileException(Issue.rejected(file, line, "", "", message));
  }
}
