package org.displacementmapper.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * What a FlatGeobuf file says of itself before its features.
 *
 * @param geometryType of all features as {@link GeometryType} has it; unknown if each tells its own
 * @param columns names, all different, and types as {@link ColumnType} has them
 * @param count of the features; 0 if it was not known when the file was written
 * @param crs of the positions; empty if nothing tells it
 * @param indexBytes length of the index that follows
 */
record FlatGeobufHeader(
    String name,
    int geometryType,
    List<FileColumn> columns,
    long count,
    Optional<String> crs,
    long indexBytes) {

  private static final int VERSION = 3;
  private static final int MAGIC_LENGTH = 8;
  private static final int MAX_LENGTH = 16 << 20;
  private static final int MAX_COLUMNS = 10_000;

  /**
   * @param key whether the values are the identities of the features
   */
  record FileColumn(String name, int type, boolean key, String text) {

    Field field() {
      Field.Type kind =
          switch (type) {
            case ColumnType.Bool -> Field.Type.BOOLEAN;
            case ColumnType.Float, ColumnType.Double -> Field.Type.NUMBER;
            case ColumnType.DateTime -> Field.Type.DATE;
            case ColumnType.String, ColumnType.Json, ColumnType.Binary -> Field.Type.TEXT;
            default -> Field.Type.INTEGER;
          };
      return new Field(name, kind, text);
    }
  }

  FlatGeobufHeader {
    columns = List.copyOf(columns);
  }

  /** Reads up to the beginning of the index. */
  static FlatGeobufHeader read(String file, InputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC_LENGTH);
    if (magic.length == MAGIC_LENGTH && magic[3] != VERSION) {
      throw new UnreadableFileException(
          file,
          "this is FlatGeobuf version "
              + magic[3]
              + ": version "
              + VERSION
              + " can be read; write it again with a newer GDAL or QGIS");
    }
    ByteBuffer length = ByteBuffer.wrap(in.readNBytes(Integer.BYTES));
    if (length.remaining() < Integer.BYTES) {
      throw cutOff(file);
    }
    long size = Integer.toUnsignedLong(length.order(ByteOrder.LITTLE_ENDIAN).getInt());
    if (size > MAX_LENGTH) {
      throw new UnreadableFileException(
          file,
          String.format(
              Locale.ROOT,
              "its header claims %,d bytes, and at most %,d are read: the file is damaged",
              size,
              MAX_LENGTH));
    }
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) {
      throw cutOff(file);
    }
    try {
      return of(file, Header.getRootAsHeader(ByteBuffer.wrap(bytes)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException | CharacterCodingException e) {
      throw new UnreadableFileException(
          file, "its header is damaged (an offset or a length leads out of it): export it again");
    }
  }

  private static UnreadableFileException cutOff(String file) {
    return new UnreadableFileException(
        file, "the file ends inside its header: it was cut off; copy it again");
  }

  private static FlatGeobufHeader of(String file, Header header) throws CharacterCodingException {
    int type = header.geometryType();
    if (type > GeometryType.GeometryCollection) {
      throw new UnreadableFileException(
          file,
          "its geometries are of type "
              + (type < GeometryType.names.length ? GeometryType.names[type] : type)
              + ": points, lines and polygons can be read; turn curves into lines first");
    }
    long count = header.featuresCount();
    int nodeSize = header.indexNodeSize();
    boolean indexed = nodeSize > 0 && count != 0;
    long indexBytes = !indexed ? 0 : nodeSize == 1 ? -1 : HilbertIndex.size(count, nodeSize);
    if (count < 0 || indexBytes < 0) {
      throw new UnreadableFileException(
          file,
          "its header claims "
              + Long.toUnsignedString(count)
              + " features in an index of nodes of "
              + nodeSize
              + ": the file is damaged");
    }
    String name = text(header.nameAsByteBuffer());
    return new FlatGeobufHeader(
        name.isBlank() ? file : name, type, columns(file, header), count, crs(header), indexBytes);
  }

  private static List<FileColumn> columns(String file, Header header)
      throws CharacterCodingException {
    int size = header.columnsLength();
    if (size < 0 || size > MAX_COLUMNS) {
      throw new UnreadableFileException(
          file, "its header claims " + size + " columns: allowed are " + MAX_COLUMNS);
    }
    Set<String> taken = new HashSet<>();
    List<FileColumn> columns = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Column column = header.columns(i);
      int type = column.type();
      if (type >= ColumnType.names.length) {
        throw new UnreadableFileException(
            file, "column " + (i + 1) + " is of an unknown type (" + type + ")");
      }
      String name = free(text(column.nameAsByteBuffer()), i, taken);
      columns.add(
          new FileColumn(name, type, column.primaryKey(), text(column.descriptionAsByteBuffer())));
    }
    return columns;
  }

  /** A name of its own for each column. */
  private static String free(String name, int index, Set<String> taken) {
    String plain = name.isBlank() ? "column_" + (index + 1) : name;
    String free = plain;
    for (int n = 2; !taken.add(free); n++) {
      free = plain + "_" + n;
    }
    return free;
  }

  private static Optional<String> crs(Header header) throws CharacterCodingException {
    org.wololo.flatgeobuf.generated.Crs crs = header.crs();
    if (crs == null) {
      return Optional.empty();
    }
    String authority = text(crs.orgAsByteBuffer());
    if (crs.code() > 0 && !authority.equalsIgnoreCase("NONE")) {
      return Optional.of((authority.isBlank() ? "EPSG" : authority) + ":" + crs.code());
    }
    return Optional.of(text(crs.wktAsByteBuffer())).filter(wkt -> !wkt.isBlank());
  }

  /** Strictly as UTF-8; empty for null. */
  static String text(ByteBuffer utf8) throws CharacterCodingException {
    return utf8 == null ? "" : StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
  }

  Schema schema() {
    return new Schema(columns.stream().map(FileColumn::field).toList());
  }

  FileLayer layer() {
    String type = geometryType == GeometryType.Unknown ? "" : GeometryType.names[geometryType];
    return new FileLayer(name, type, count == 0 ? -1 : count);
  }
}
