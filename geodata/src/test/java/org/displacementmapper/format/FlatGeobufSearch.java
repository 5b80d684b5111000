package org.displacementmapper.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Envelope;
import org.wololo.flatgeobuf.generated.Header;

/** Finds features in a FlatGeobuf file as a client over the web does: down its index. */
final class FlatGeobufSearch {

  private static final int NODE = 40;

  private FlatGeobufSearch() {}

  /** Ids of the features whose box meets this one, in the order of the file. */
  static List<String> ids(byte[] file, Envelope box) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = bytes.getInt(8);
    Header header = Header.getRootAsHeader(ByteBuffer.wrap(file, 12, headerLength).slice());
    int count = (int) header.featuresCount();
    int nodes = 0;
    int level = count;
    while (true) {
      nodes += level;
      if (level == 1 && nodes > count) {
        break;
      }
      level = (level + 15) / 16;
    }
    int index = 12 + headerLength;
    TreeSet<Long> found = new TreeSet<>();
    List<Integer> open = new ArrayList<>(List.of(0));
    while (!open.isEmpty()) {
      int node = open.remove(open.size() - 1);
      int at = index + NODE * node;
      if (bytes.getDouble(at + 16) < box.getMinX()
          || bytes.getDouble(at + 24) < box.getMinY()
          || bytes.getDouble(at) > box.getMaxX()
          || bytes.getDouble(at + 8) > box.getMaxY()) {
        continue;
      }
      long target = bytes.getLong(at + 32);
      if (node >= nodes - count) {
        found.add(target);
        continue;
      }
      // The last node of a level may be not full.
      int end = (int) Math.min(target + 16, endOfLevel(count, nodes, (int) target));
      for (int child = (int) target; child < end; child++) {
        open.add(child);
      }
    }
    List<Feature> all = Reading.of("a.fgb", file).features();
    List<Long> starts = new ArrayList<>();
    int data = index + NODE * nodes;
    for (int at = data; at < file.length; at += 4 + bytes.getInt(at)) {
      starts.add((long) at - data);
    }
    return found.stream().map(start -> all.get(starts.indexOf(start)).id()).toList();
  }

  private static int endOfLevel(int count, int nodes, int node) {
    int end = nodes;
    int level = count;
    while (node < end - level) {
      end -= level;
      level = (level + 15) / 16;
    }
    return end;
  }
}
