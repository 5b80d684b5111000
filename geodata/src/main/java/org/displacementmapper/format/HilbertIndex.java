package org.displacementmapper.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Envelope;

/**
 * The index of a FlatGeobuf file: a packed R-tree over the boxes of the features, which are sorted
 * along a Hilbert curve, so that what is near in space is near in the file.
 *
 * <p>The nodes are stored level by level, the root first, the features' own boxes last; each is a
 * box (min x, min y, max x, max y) and a number: for a feature the byte at which it begins, counted
 * from the first feature, otherwise the number of the first of its children. A feature without a
 * geometry has a box that no search meets (all of it beyond infinity).
 *
 * <p>Needs some 100 bytes of memory for each feature. Not thread-safe.
 */
final class HilbertIndex {

  /** Children of a node, as every writer has it. */
  static final int NODE_SIZE = 16;

  static final int NODE_BYTES = 40;

  private static final int BOX = 4;
  private static final int CURVE_BITS = 16;
  private static final int CURVE_MAX = (1 << CURVE_BITS) - 1;

  private double[] boxes = new double[BOX * 1024];
  private int[] sizes = new int[1024];
  private int count;
  private final Envelope extent = new Envelope();

  /** Bytes of the index of a file that says this of itself; negative if that is no number. */
  static long size(long features, int nodeSize) {
    if (features < 0 || features > Long.MAX_VALUE / (4 * NODE_BYTES)) {
      return -1;
    }
    long nodes = features;
    long level = features;
    do {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    } while (level > 1);
    return nodes * NODE_BYTES;
  }

  /**
   * @param box null for a feature without a geometry
   * @param size of the feature in bytes
   */
  void add(Envelope box, int size) {
    if (count == sizes.length) {
      sizes = Arrays.copyOf(sizes, 2 * count);
      boxes = Arrays.copyOf(boxes, 2 * BOX * count);
    }
    sizes[count] = size;
    put(boxes, count, box == null ? new Envelope() : box);
    if (box != null) {
      extent.expandToInclude(box);
    }
    count++;
  }

  private static void put(double[] boxes, int at, Envelope box) {
    boolean none = box.isNull();
    boxes[BOX * at] = none ? Double.POSITIVE_INFINITY : box.getMinX();
    boxes[BOX * at + 1] = none ? Double.POSITIVE_INFINITY : box.getMinY();
    boxes[BOX * at + 2] = none ? Double.NEGATIVE_INFINITY : box.getMaxX();
    boxes[BOX * at + 3] = none ? Double.NEGATIVE_INFINITY : box.getMaxY();
  }

  int count() {
    return count;
  }

  /** Of all features; null envelope if none has a geometry. */
  Envelope extent() {
    return extent;
  }

  int featureSize(int feature) {
    return sizes[feature];
  }

  /**
   * The features along the curve, by the number at which they were added; those at one place in
   * that order, so that the same features give the same file.
   */
  int[] order() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (hilbert(i) << Integer.SIZE) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** Where on the curve the middle of the box lies; features without a geometry come first. */
  private long hilbert(int feature) {
    double minX = boxes[BOX * feature];
    if (Double.isInfinite(minX)) {
      return 0;
    }
    int x = cell((minX + boxes[BOX * feature + 2]) / 2, extent.getMinX(), extent.getWidth());
    int y =
        cell(
            (boxes[BOX * feature + 1] + boxes[BOX * feature + 3]) / 2,
            extent.getMinY(),
            extent.getHeight());
    return distance(x, y) >>> 1;
  }

  private static int cell(double value, double min, double length) {
    return length > 0 ? (int) (CURVE_MAX * (value - min) / length) : 0;
  }

  /** Steps along the Hilbert curve of order 16 from its beginning to this cell. */
  static long distance(int column, int row) {
    int x = column;
    int y = row;
    long steps = 0;
    for (int side = 1 << (CURVE_BITS - 1); side > 0; side >>= 1) {
      boolean right = (x & side) != 0;
      boolean upper = (y & side) != 0;
      int quarter = right ? (upper ? 2 : 3) : (upper ? 1 : 0);
      steps += (long) side * side * quarter;
      if (!upper) {
        // The curve enters the lower quarters turned.
        int turned = right ? CURVE_MAX - y : y;
        y = right ? CURVE_MAX - x : x;
        x = turned;
      }
    }
    return steps;
  }

  /** Writes the nodes for features that are stored in this order. */
  void write(int[] order, OutputStream out) throws IOException {
    int nodes = (int) (size(count, NODE_SIZE) / NODE_BYTES);
    double[] tree = new double[BOX * nodes];
    long[] targets = new long[nodes];
    int start = nodes - count;
    long offset = 0;
    for (int i = 0; i < count; i++) {
      System.arraycopy(boxes, BOX * order[i], tree, BOX * (start + i), BOX);
      targets[start + i] = offset;
      offset += sizes[order[i]];
    }
    for (int level = count; level > 1 || start > 0; ) {
      int parents = (level + NODE_SIZE - 1) / NODE_SIZE;
      for (int i = 0; i < parents; i++) {
        int first = start + i * NODE_SIZE;
        int end = Math.min(first + NODE_SIZE, start + level);
        int parent = start - parents + i;
        targets[parent] = first;
        put(tree, parent, new Envelope());
        for (int child = first; child < end; child++) {
          expand(tree, parent, child);
        }
      }
      start -= parents;
      level = parents;
    }
    ByteBuffer node = ByteBuffer.allocate(NODE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < nodes; i++) {
      node.clear();
      for (int k = 0; k < BOX; k++) {
        node.putDouble(tree[BOX * i + k]);
      }
      node.putLong(targets[i]);
      out.write(node.array());
    }
  }

  private static void expand(double[] tree, int parent, int child) {
    for (int k = 0; k < BOX; k++) {
      double mine = tree[BOX * parent + k];
      double its = tree[BOX * child + k];
      tree[BOX * parent + k] = k < 2 ? Math.min(mine, its) : Math.max(mine, its);
    }
  }
}
