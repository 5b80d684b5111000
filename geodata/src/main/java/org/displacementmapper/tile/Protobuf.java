package org.displacementmapper.tile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes Protocol Buffers messages, as far as vector tiles need them. Not thread safe. */
final class Protobuf {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  byte[] toByteArray() {
    return out.toByteArray();
  }

  boolean isEmpty() {
    return out.size() == 0;
  }

  /** A bare number, as inside a packed field; taken as unsigned. */
  Protobuf varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
    return this;
  }

  Protobuf unsigned(int field, long value) {
    return tag(field, VARINT).varint(value);
  }

  Protobuf signed(int field, long value) {
    return tag(field, VARINT).varint(zigzag(value));
  }

  Protobuf fixed64(int field, double value) {
    tag(field, FIXED64);
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      out.write((int) (bits >>> shift));
    }
    return this;
  }

  Protobuf text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  Protobuf message(int field, Protobuf value) {
    return bytes(field, value.toByteArray());
  }

  /** Adds fields written elsewhere. */
  Protobuf append(Protobuf fields) {
    out.writeBytes(fields.toByteArray());
    return this;
  }

  private Protobuf bytes(int field, byte[] value) {
    tag(field, BYTES).varint(value.length);
    out.writeBytes(value);
    return this;
  }

  private Protobuf tag(int field, int type) {
    return varint((long) field << 3 | type);
  }

  static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }
}
