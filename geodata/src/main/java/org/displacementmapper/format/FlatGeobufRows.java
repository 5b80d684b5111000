package org.displacementmapper.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.generated.Feature;

/** The features of a FlatGeobuf file, one after the other, as they stand there. */
final class FlatGeobufRows implements Iterator<org.displacementmapper.feature.Feature> {

  /** Bytes of a feature: four million positions, more than any country's outline has. */
  static final int MAX_FEATURE = 1 << 26;

  private final Input input;
  private final Consumer<Issue> issues;
  private final InputStream in;
  private final FlatGeobufHeader header;
  private final FlatGeobufCells cells;
  private long number;
  private boolean ended;
  private org.displacementmapper.feature.Feature next;

  FlatGeobufRows(Input input, Consumer<Issue> issues) {
    this.input = input;
    this.issues = issues;
    this.in = new BufferedInputStream(input.bytes(), 1 << 16);
    try {
      this.header = FlatGeobufHeader.read(input.name(), in);
      in.skipNBytes(header.indexBytes());
    } catch (EOFException e) {
      throw cutOff("its index");
    } catch (IOException e) {
      throw input.unreadable(e);
    }
    this.cells = new FlatGeobufCells(header.columns());
  }

  FlatGeobufHeader header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && !ended) {
        step();
      }
    } catch (EOFException e) {
      throw cutOff("feature " + number);
    } catch (IOException e) {
      throw input.unreadable(e);
    }
    return next != null;
  }

  @Override
  public org.displacementmapper.feature.Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    org.displacementmapper.feature.Feature feature = next;
    next = null;
    return feature;
  }

  private void step() throws IOException {
    byte[] length = in.readNBytes(Integer.BYTES);
    if (length.length == 0) {
      ended = true;
      finish();
      return;
    }
    number++;
    if (length.length < Integer.BYTES) {
      throw new EOFException();
    }
    long size =
        Integer.toUnsignedLong(ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt());
    if (size > MAX_FEATURE) {
      in.skipNBytes(size);
      reject(String.format(Locale.ROOT, "it has %,d bytes: allowed are %,d", size, MAX_FEATURE));
      return;
    }
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) {
      throw new EOFException();
    }
    next = feature(bytes);
  }

  /** The feature; null, and an issue, if it is damaged. */
  private org.displacementmapper.feature.Feature feature(byte[] bytes) throws IOException {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      if (buffer.getInt(0) < Integer.BYTES) {
        reject("it is damaged (it begins before its beginning, as a block of zeros does)");
        return null;
      }
      Feature feature = Feature.getRootAsFeature(buffer);
      if (feature.columnsLength() > 0) {
        reject("it has columns of its own, which are not read: write it with those of the file");
        return null;
      }
      org.wololo.flatgeobuf.generated.Geometry shape = feature.geometry();
      Geometry geometry =
          shape == null
              ? null
              : new FlatGeobufGeometry(bytes.length).read(shape, header.geometryType());
      Map<String, Object> values = cells.read(feature.propertiesAsByteBuffer());
      return new org.displacementmapper.feature.Feature(
          cells.findKey(values).orElse(null), geometry, values, number);
    } catch (FlatGeobufGeometry.FaultException e) {
      reject(e.getMessage());
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      reject("it is damaged (an offset or a length leads out of it)");
    }
    return null;
  }

  private void finish() {
    if (number < header.count()) {
      throw new UnreadableFileException(
          input.name(),
          "the file ends after "
              + number
              + " features, and its header says that there are "
              + header.count()
              + ": it was cut off; copy it again");
    }
    if (header.count() > 0 && number > header.count()) {
      warn(
          "the file has "
              + number
              + " features, and its header says that there are "
              + header.count()
              + "; all were read");
    }
    if (number == 0) {
      warn("the file has no features: nothing to read");
    }
  }

  private UnreadableFileException cutOff(String where) {
    return new UnreadableFileException(
        input.name(),
        "the file ends inside " + where + ": it was cut off or is damaged; copy it again");
  }

  private void reject(String reason) {
    issues.accept(
        Issue.rejected(input.name(), number, "", "", "the feature was left out: " + reason));
  }

  private void warn(String message) {
    issues.accept(Issue.warned(input.name(), 0, "", "", message));
  }
}
