package org.displacementmapper.spool;

import java.util.Arrays;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;

/**
 * Turns incidents into bytes, see {@link RecordReader}: whole numbers in groups of seven bits, the
 * lowest first; texts as their number of characters and whether any needs two bytes, then the
 * characters. Nothing is lost, not even half a surrogate pair.
 */
final class RecordWriter {

  private static final int SMALL_CHARACTER = 0xff;

  private byte[] bytes = new byte[1 << 10];
  private int size;

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void incident(Incident incident) {
    text(incident.source());
    text(incident.id());
    signed(incident.period().start().toEpochDay());
    signed(incident.period().end().toEpochDay());
    where(incident.where());
    text(incident.kind());
    oneByte(incident.air().ordinal());
    optional(incident.killed().low());
    optional(incident.killed().best());
    optional(incident.killed().high());
    text(incident.citation().title());
    text(incident.citation().url());
    text(incident.licence());
  }

  private void where(Where where) {
    oneByte(where.hasPoint() ? 1 : 0);
    if (where.hasPoint()) {
      eightBytes(Double.doubleToRawLongBits(where.lon()));
      eightBytes(Double.doubleToRawLongBits(where.lat()));
    }
    oneByte(where.precision().ordinal());
    optional(where.uncertaintyMetres());
    text(where.place());
    text(where.area());
    text(where.pcode());
    text(where.state());
    oneByte(where.line() ? 1 : 0);
  }

  /** Nothing is 0, any number one more than what it would be. */
  private void optional(Integer number) {
    if (number == null) {
      unsigned(0);
    } else {
      unsigned(zigzag(number) + 1);
    }
  }

  private void signed(long number) {
    unsigned(zigzag(number));
  }

  private static long zigzag(long number) {
    return number << 1 ^ number >> 63;
  }

  void unsigned(long number) {
    makeRoom(10);
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  private void text(String text) {
    int length = text.length();
    boolean small = true;
    for (int i = 0; i < length && small; i++) {
      small = text.charAt(i) <= SMALL_CHARACTER;
    }
    unsigned((long) length << 1 | (small ? 0 : 1));
    makeRoom(2L * length);
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      if (!small) {
        bytes[size++] = (byte) (character >> 8);
      }
      bytes[size++] = (byte) character;
    }
  }

  private void eightBytes(long number) {
    makeRoom(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (number >> shift);
    }
  }

  private void oneByte(int value) {
    makeRoom(1);
    bytes[size++] = (byte) value;
  }

  private void makeRoom(long more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.max(size + more, 2L * bytes.length)));
    }
  }
}
