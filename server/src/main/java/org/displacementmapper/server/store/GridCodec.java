package org.displacementmapper.server.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.displacementmapper.boundary.PopulationGrid;

/** A grid of people to bytes and back: a short head, then four bytes a cell. */
final class GridCodec {

  private GridCodec() {}

  static byte[] encode(PopulationGrid grid) throws IOException {
    float[] people = grid.people();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * people.length + 1_000);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(grid.source());
    out.writeUTF(grid.licence());
    out.writeInt(grid.cellsPerDegree());
    out.writeInt(grid.firstColumn());
    out.writeInt(grid.firstRow());
    out.writeInt(grid.columns());
    out.writeInt(people.length);
    ByteBuffer cells = ByteBuffer.allocate(4 * people.length);
    cells.asFloatBuffer().put(people);
    out.write(cells.array());
    return bytes.toByteArray();
  }

  static PopulationGrid decode(byte[] bytes) {
    try {
      return read(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("no grid of people", e);
    }
  }

  private static PopulationGrid read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    String source = in.readUTF();
    String licence = in.readUTF();
    int cellsPerDegree = in.readInt();
    int firstColumn = in.readInt();
    int firstRow = in.readInt();
    int columns = in.readInt();
    float[] people = new float[in.readInt()];
    ByteBuffer.wrap(bytes, bytes.length - 4 * people.length, 4 * people.length)
        .asFloatBuffer()
        .get(people);
    return new PopulationGrid(
        source, licence, cellsPerDegree, firstColumn, firstRow, columns, people);
  }
}
