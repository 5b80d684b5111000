package org.displacementmapper.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The directories of a PMTiles file, packed: a root, which points to tiles or, if that would be too
 * long, to leaves that do.
 */
record PmTilesDirectories(byte[] root, byte[] leaves) {

  /** Header and root together stay within 16 KiB, so that one request brings both. */
  static final int MAX_ROOT_BYTES = 16_384 - PmTilesHeader.BYTES;

  private static final int FIRST_LEAF_ENTRIES = 4_096;

  /**
   * Where the same content stands for one tile or several that follow each other.
   *
   * @param run number of tiles; 0 if it is a leaf that is found there
   */
  record Entry(long id, long offset, int length, int run) {}

  /**
   * @param entries at least one, in the order of their ids
   */
  static PmTilesDirectories of(List<Entry> entries) throws IOException {
    byte[] root = pack(entries);
    byte[] leaves = {};
    for (int size = FIRST_LEAF_ENTRIES; root.length > MAX_ROOT_BYTES; size *= 2) {
      List<Entry> pointers = new ArrayList<>();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      for (int from = 0; from < entries.size(); from += size) {
        byte[] leaf = pack(entries.subList(from, Math.min(from + size, entries.size())));
        pointers.add(new Entry(entries.get(from).id(), packed.size(), leaf.length, 0));
        packed.writeBytes(leaf);
      }
      root = pack(pointers);
      leaves = packed.toByteArray();
    }
    return new PmTilesDirectories(root, leaves);
  }

  /** Column by column, ids as differences; an offset is left out where the content is the next. */
  private static byte[] pack(List<Entry> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(entries.size(), out);
    long last = 0;
    for (Entry entry : entries) {
      varint(entry.id() - last, out);
      last = entry.id();
    }
    column(entries, Entry::run, out);
    column(entries, Entry::length, out);
    long end = -1;
    for (Entry entry : entries) {
      varint(entry.offset() == end ? 0 : entry.offset() + 1, out);
      end = entry.offset() + entry.length();
    }
    return PmTilesWriter.gzip(out.toByteArray());
  }

  private static void column(
      List<Entry> entries, ToLongFunction<Entry> value, ByteArrayOutputStream out) {
    entries.forEach(entry -> varint(value.applyAsLong(entry), out));
  }

  private static void varint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while (rest >= 0x80) {
      out.write((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
