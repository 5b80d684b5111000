package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.join.Basis;
import org.displacementmapper.join.PointJoin;

/** Writes the current row of a CSV file with cells added, and counts. Used by one thread. */
final class JoinedRows {

  private static final int FLUSH_BYTES = 1 << 16;

  private static final int BASIS = PointJoin.COLUMNS.indexOf("basis");

  private static final String INSIDE = Basis.INSIDE.word();
  private static final String NEAREST = Basis.NEAREST.word();
  private static final String COUNTRY = Basis.COUNTRY.word();

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final OutputStream out;
  private final CsvRow row;
  private final JoinedHeader header;
  private final boolean appendedOnly;

  /** By list: all points inside one unit have the same one. */
  private final Map<List<String>, byte[]> encoded = new IdentityHashMap<>();

  private byte[] buffer = new byte[2 * FLUSH_BYTES];
  private int size;
  private long rows;
  private long inside;
  private long nearest;
  private long country;

  JoinedRows(OutputStream out, CsvRow row, JoinedHeader header) {
    this.out = out;
    this.row = row;
    this.header = header;
    this.appendedOnly = header.isAppendedOnly();
  }

  void writeHeader() throws IOException {
    if (row.hasBom()) {
      add(BOM, 0, BOM.length);
    }
    writeRow(PointJoin.COLUMNS);
  }

  void writeAsIs() throws IOException {
    add(row.bytes(), row.start(), row.length());
    addLineBreak();
  }

  void write(List<String> cells) throws IOException {
    rows++;
    String basis = cells.get(BASIS);
    if (basis.equals(INSIDE)) {
      inside++;
    } else if (basis.equals(NEAREST)) {
      nearest++;
    } else if (basis.equals(COUNTRY)) {
      country++;
    }
    writeRow(cells);
  }

  private void writeRow(List<String> cells) throws IOException {
    if (appendedOnly) {
      add(row.bytes(), row.start(), row.length());
      for (int cell = row.cells(); cell < header.width(); cell++) {
        add(row.separator());
      }
      byte[] added = encoded(cells);
      add(added, 0, added.length);
    } else {
      writeReplacing(cells);
    }
    addLineBreak();
  }

  /** All new cells as they follow a row. */
  private byte[] encoded(List<String> cells) {
    byte[] known = encoded.get(cells);
    if (known != null) {
      return known;
    }
    StringBuilder text = new StringBuilder();
    for (String cell : cells) {
      text.append((char) row.separator()).append(quoted(cell));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (!cells.get(BASIS).equals(NEAREST)) {
      encoded.put(cells, bytes);
    }
    return bytes;
  }

  private void writeReplacing(List<String> cells) throws IOException {
    for (int column = 0; column < header.width(); column++) {
      if (column > 0) {
        add(row.separator());
      }
      int output = outputOf(column);
      if (output >= 0) {
        addText(cells.get(output));
      } else if (column < row.cells()) {
        add(row.bytes(), row.cellStart(column), row.cellLength(column));
      }
    }
    for (int output = 0; output < cells.size(); output++) {
      if (header.outputs()[output] == JoinedHeader.APPENDED) {
        add(row.separator());
        addText(cells.get(output));
      }
    }
  }

  private int outputOf(int column) {
    for (int output = 0; output < header.outputs().length; output++) {
      if (header.outputs()[output] == column) {
        return output;
      }
    }
    return -1;
  }

  private void addText(String cell) throws IOException {
    byte[] bytes = quoted(cell).getBytes(StandardCharsets.UTF_8);
    add(bytes, 0, bytes.length);
  }

  private String quoted(String cell) {
    boolean plain =
        cell.indexOf(row.separator()) < 0
            && cell.indexOf('"') < 0
            && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The row's own; none after the last row of a file that ends without one. */
  private void addLineBreak() throws IOException {
    add(row.bytes(), row.lineBreakStart(), row.lineBreakLength());
    if (size >= FLUSH_BYTES) {
      flush();
    }
  }

  private void add(byte separator) {
    ensure(1);
    buffer[size++] = separator;
  }

  private void add(byte[] bytes, int from, int length) {
    ensure(length);
    System.arraycopy(bytes, from, buffer, size, length);
    size += length;
  }

  private void ensure(int length) {
    if (size + length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + length));
    }
  }

  void flush() throws IOException {
    out.write(buffer, 0, size);
    out.flush();
    size = 0;
  }

  long rows() {
    return rows;
  }

  JoinPoints.Counts counts() {
    return new JoinPoints.Counts(rows, inside, nearest, country, rows - inside - nearest - country);
  }
}
