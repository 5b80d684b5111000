package org.displacementmapper.format;

import static org.displacementmapper.testing.Geometries.wkt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** FlatGeobuf files that are damaged or lie: refused or read in part, but never a surprise. */
class FlatGeobufDamageTest {

  private static byte[] good() throws IOException {
    return FlatGeobufFormatTest.write(
        feature("1", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 1 2, 2 2, 1 1))"),
        feature("2", "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 0, 29 0, 29 9, 20 0)))"),
        feature("3", "GEOMETRYCOLLECTION (POINT (1 2), MULTILINESTRING ((3 4, 5 6), (7 8, 9 9)))"),
        feature("4", "POINT (97 19)"));
  }

  private static org.displacementmapper.feature.Feature feature(String id, String wkt) {
    return org.displacementmapper.feature.Feature.of(
        id, wkt(wkt), Map.of("name", "မြစ်ကြီးနား", "people", 5L, "day", "2022-01-31"));
  }

  @Test
  void readsOrRefusesWhateverBytesAreChanged() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] good = good();
    int read = 0;
    for (int i = 0; i < 5000; i++) {
      byte[] damaged = good.clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        damaged[8 + random.nextInt(damaged.length - 8)] =
            (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0 : 255);
      }
      try {
        read += Reading.of("a.fgb", damaged).features().size();
      } catch (UnreadableFileException e) {
        assertTrue(e.getMessage().startsWith("a.fgb"), e.getMessage());
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", file " + i, e);
      }
    }
    assertTrue(read > 1000, "seed " + seed + ": most single damages should cost one feature");
  }

  @Test
  void refusesAFileCutOffAnywhere() throws IOException {
    byte[] good = good();
    for (int length = 8; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertTrue(refusal(cut).contains("it was cut off"), refusal(cut));
    }
  }

  @Test
  void refusesAnotherVersionAndAHeaderThatClaimsTooMuch() throws IOException {
    byte[] older = good();
    older[3] = 2;
    assertTrue(refusal(older).contains("FlatGeobuf version 2: version 3 can be read"));
    byte[] huge = good();
    ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(8, Integer.MAX_VALUE);
    assertTrue(refusal(huge).contains("its header claims 2,147,483,647 bytes"), refusal(huge));
    for (long count : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      assertTrue(refusal(file(0, count, 16)).contains("features in an index"), "" + count);
    }
    assertTrue(refusal(file(0, 5, 1)).contains("index of nodes of 1"));
    assertTrue(refusal(file(0, 1L << 40, 16)).contains("ends inside its index"));
    assertTrue(refusal(file(8, 0, 0)).contains("of type CircularString"));
  }

  @Test
  void tellsACountInTheHeaderThatDoesNotFit() throws IOException {
    byte[] point = point(1);
    assertTrue(
        refusal(file(0, 3, 0, point, point))
            .contains("ends after 2 features, and its header says"));
    Reading more = Reading.of("a.fgb", file(0, 1, 0, point, point));
    assertEquals(2, more.features().size());
    assertTrue(
        more.issues().get(0).contains("has 2 features, and its header says that there are 1"));
  }

  @Test
  void leavesOutABadFeatureAndReadsTheNext() throws IOException {
    Reading reading =
        Reading.of(
            "a.fgb",
            file(
                0,
                0,
                0,
                sized(new byte[] {1, 2}),
                sized(new byte[64]),
                shape(b -> geometry(b, GeometryType.Point, new double[] {1, 2, 3}, 0)),
                shape(b -> geometry(b, GeometryType.Point, new double[] {1, 2, 3, 4}, 0)),
                shape(b -> geometry(b, GeometryType.Polygon, new double[] {0, 0, 1, 0, 1, 1}, 0)),
                shape(b -> geometry(b, GeometryType.TIN, new double[] {0, 0}, 0)),
                shape(
                    b ->
                        Geometry.createGeometry(
                            b,
                            Geometry.createEndsVector(b, new long[] {4_000_000_000L}),
                            Geometry.createXyVector(b, new double[] {0, 0, 1, 1}),
                            0,
                            0,
                            0,
                            0,
                            GeometryType.MultiLineString,
                            0)),
                values(new byte[] {9, 0, 1}),
                values(new byte[] {0, 0, -1, -1, -1, 127, 'a'}),
                values(new byte[] {0, 0, 1, 0, 0, 0, -1}),
                point(7)));
    String all = String.join("\n", reading.issues());
    assertEquals(10, reading.issues().size(), all);
    for (String reason :
        new String[] {
          "line 1: the feature was left out: it is damaged",
          "line 2: the feature was left out: it is damaged (it begins before its beginning",
          "a longitude without a latitude",
          "a point has 2 positions",
          "a ring is not closed",
          "of type TIN",
          "ends where no position is",
          "a value for column 10, and the file has 1",
          "its values end inside one of them",
          "holds text that is not UTF-8"
        }) {
      assertTrue(all.contains(reason), () -> reason + " is not in " + all);
    }
    assertEquals(1, reading.features().size());
    assertEquals(11, reading.features().get(0).line());
  }

  /** Twenty levels of a hundred parts that are all the same one: 100 to the power of 20 points. */
  @Test
  void refusesPartsThatAreNamedOverAndOver() throws IOException {
    byte[] bomb =
        shape(
            b -> {
              int part = geometry(b, GeometryType.Point, new double[] {1, 2}, 0);
              for (int i = 0; i < 20; i++) {
                int[] same = new int[100];
                Arrays.fill(same, part);
                int parts = Geometry.createPartsVector(b, same);
                part = geometry(b, GeometryType.GeometryCollection, null, parts);
              }
              return part;
            });
    Reading reading = Reading.of("a.fgb", file(0, 0, 0, bomb));
    assertEquals(List.of(), reading.features());
    assertTrue(reading.issues().get(0).contains("claims to be larger than the feature"));
  }

  @Test
  void refusesTooManyLevels() throws IOException {
    byte[] deep =
        shape(
            b -> {
              int part = geometry(b, GeometryType.Point, new double[] {1, 2}, 0);
              for (int i = 0; i < 1000; i++) {
                int parts = Geometry.createPartsVector(b, new int[] {part});
                part = geometry(b, GeometryType.GeometryCollection, null, parts);
              }
              return part;
            });
    Reading reading = Reading.of("a.fgb", file(0, 0, 0, deep));
    assertTrue(reading.issues().get(0).contains("more than 20 levels"), reading.issues().get(0));
  }

  private static String refusal(byte[] file) {
    return assertThrows(UnreadableFileException.class, () -> Reading.of("a.fgb", file))
        .getMessage();
  }

  private static int geometry(FlatBufferBuilder buffer, int type, double[] xy, int parts) {
    int positions = xy == null ? 0 : Geometry.createXyVector(buffer, xy);
    return Geometry.createGeometry(buffer, 0, positions, 0, 0, 0, 0, type, parts);
  }

  private static byte[] point(double lon) {
    return shape(b -> geometry(b, GeometryType.Point, new double[] {lon, 2}, 0));
  }

  private static byte[] shape(ToIntFunction<FlatBufferBuilder> geometry) {
    FlatBufferBuilder buffer = new FlatBufferBuilder();
    int shape = geometry.applyAsInt(buffer);
    Feature.finishSizePrefixedFeatureBuffer(buffer, Feature.createFeature(buffer, shape, 0, 0));
    return buffer.sizedByteArray();
  }

  private static byte[] values(byte[] values) {
    FlatBufferBuilder buffer = new FlatBufferBuilder();
    int properties = Feature.createPropertiesVector(buffer, values);
    Feature.finishSizePrefixedFeatureBuffer(
        buffer, Feature.createFeature(buffer, 0, properties, 0));
    return buffer.sizedByteArray();
  }

  private static byte[] sized(byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(content.length)
        .put(content)
        .array();
  }

  /** A file with one column of text and these features; an index is claimed but not there. */
  private static byte[] file(int type, long count, int nodeSize, byte[]... features)
      throws IOException {
    FlatBufferBuilder buffer = new FlatBufferBuilder();
    int name = buffer.createString("name");
    Column.startColumn(buffer);
    Column.addName(buffer, name);
    Column.addType(buffer, ColumnType.String);
    int columns = Header.createColumnsVector(buffer, new int[] {Column.endColumn(buffer)});
    int crs =
        org.wololo.flatgeobuf.generated.Crs.createCrs(
            buffer, buffer.createString("EPSG"), 4326, 0, 0, 0, 0);
    Header.finishSizePrefixedHeaderBuffer(
        buffer,
        Header.createHeader(
            buffer, 0, 0, type, false, false, false, false, columns, count, nodeSize, crs, 0, 0,
            0));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(FlatGeobufWriter.MAGIC);
    out.write(buffer.sizedByteArray());
    for (byte[] feature : features) {
      out.write(feature);
    }
    return out.toByteArray();
  }
}
