package org.displacementmapper.format;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.displacementmapper.feature.Schema;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/**
 * Writes one FlatGeobuf file. Its header and index stand before the features and depend on all of
 * them, so these go to a temporary file first and are copied from there along the index.
 */
final class FlatGeobufWriter implements Closeable {

  /** "fgb", version 3, "fgb", patch 1. */
  static final byte[] MAGIC = {'f', 'g', 'b', 3, 'f', 'g', 'b', 1};

  private static final int WGS_84 = 4326;

  private final SchemaCheck check;
  private final FlatGeobufValues values;
  private final WriteOptions options;
  private final HilbertIndex index = new HilbertIndex();
  private final TreeSet<Integer> types = new TreeSet<>();
  private final Path spool;
  private final OutputStream spooled;

  FlatGeobufWriter(Schema schema, FeatureSample sample, WriteOptions options) throws IOException {
    this.check = new SchemaCheck(schema);
    this.values = new FlatGeobufValues(schema, sample.needsId());
    this.options = options;
    this.spool = Files.createTempFile("flatgeobuf-", ".part");
    this.spooled = new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16);
  }

  void features(Iterator<org.displacementmapper.feature.Feature> features) throws IOException {
    FlatBufferBuilder buffer = new FlatBufferBuilder(1 << 16);
    while (features.hasNext()) {
      org.displacementmapper.feature.Feature feature = features.next();
      check.requireKnownFields(feature);
      Geometry geometry = fitting(feature.geometry());
      buffer.clear();
      int shape = geometry == null ? 0 : FlatGeobufBytes.add(buffer, geometry);
      int properties = buffer.createByteVector(values.of(feature));
      Feature.finishSizePrefixedFeatureBuffer(
          buffer, Feature.createFeature(buffer, shape, properties, 0));
      index.add(geometry == null ? null : geometry.getEnvelopeInternal(), size(buffer));
      if (geometry != null) {
        types.add(FlatGeobufBytes.type(geometry));
      }
      write(buffer, spooled);
    }
    spooled.close();
  }

  /** A polygon as a multi-polygon where the layer has such; null for an empty geometry. */
  private Geometry fitting(Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return null;
    }
    return geometry instanceof Polygon polygon
            && options.geometryType().equals(Geometry.TYPENAME_MULTIPOLYGON)
        ? new MultiPolygon(new Polygon[] {polygon}, geometry.getFactory())
        : geometry;
  }

  void finish(Map<String, ?> about, OutputStream out) throws IOException {
    out.write(MAGIC);
    FlatBufferBuilder buffer = new FlatBufferBuilder(1 << 16);
    Header.finishSizePrefixedHeaderBuffer(buffer, header(about, buffer));
    write(buffer, out);
    if (index.count() > 0) {
      int[] order = index.order();
      index.write(order, out);
      copy(order, out);
    }
    out.flush();
  }

  private int header(Map<String, ?> about, FlatBufferBuilder buffer) {
    Envelope box = index.extent();
    int envelope =
        box.isNull()
            ? 0
            : Header.createEnvelopeVector(
                buffer, new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
    int crs =
        Crs.createCrs(
            buffer, buffer.createString("EPSG"), WGS_84, buffer.createString("WGS 84"), 0, 0, 0);
    return Header.createHeader(
        buffer,
        buffer.createString(options.layer()),
        envelope,
        geometryType(),
        false,
        false,
        false,
        false,
        values.describe(buffer),
        index.count(),
        index.count() == 0 ? 0 : HilbertIndex.NODE_SIZE,
        crs,
        text(about.get("title"), buffer),
        text(about.get("description"), buffer),
        about.isEmpty() ? 0 : buffer.createString(JsonText.of(about)));
  }

  private static int text(Object text, FlatBufferBuilder buffer) {
    return text == null ? 0 : buffer.createString(text.toString());
  }

  /** That of all features; unknown if they differ or nothing tells. */
  private int geometryType() {
    if (types.size() == 1) {
      return types.first();
    }
    int declared = Arrays.asList(GeometryType.names).indexOf(options.geometryType());
    return types.isEmpty() && declared > 0 ? declared : GeometryType.Unknown;
  }

  private void copy(int[] order, OutputStream out) throws IOException {
    long[] starts = new long[order.length];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + index.featureSize(i - 1);
    }
    try (FileChannel channel = FileChannel.open(spool)) {
      ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
      for (int feature : order) {
        int size = index.featureSize(feature);
        bytes = bytes.capacity() < size ? ByteBuffer.allocate(size) : bytes;
        bytes.clear().limit(size);
        while (bytes.hasRemaining()) {
          if (channel.read(bytes, starts[feature] + bytes.position()) < 0) {
            throw new EOFException("the temporary file " + spool + " became shorter");
          }
        }
        out.write(bytes.array(), 0, size);
      }
    }
  }

  private static int size(FlatBufferBuilder buffer) {
    return buffer.dataBuffer().remaining();
  }

  private static void write(FlatBufferBuilder buffer, OutputStream out) throws IOException {
    ByteBuffer bytes = buffer.dataBuffer();
    out.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  @Override
  public void close() throws IOException {
    spooled.close();
    Files.deleteIfExists(spool);
  }
}
