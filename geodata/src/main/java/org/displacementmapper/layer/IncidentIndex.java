package org.displacementmapper.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.join.Placement;
import org.displacementmapper.tile.WebMercator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The incidents of a dataset that are known to a place, along a Z-order curve (Morton, 1966) over
 * the Web Mercator square, so that those of any tile are one piece of it: {@link #from} and {@link
 * #to} find it by bisection. What is summed lies beside it in arrays, 21 bytes for an incident.
 *
 * <p>Made when it is first asked for, a quarter of a second for a million; safe for use by many
 * threads.
 */
final class IncidentIndex {

  /** Places are known to a tile of this zoom: 76 m at the equator. */
  static final int DEPTH = 19;

  /** Bits of the place of an incident in its dataset's list, below those of the curve. */
  private static final int PLACE_BITS = 25;

  private static final long PLACE = (1L << PLACE_BITS) - 1;

  private static final int MOST_ACROSS = 3;

  private final Dataset dataset;
  private volatile Columns columns;

  IncidentIndex(Dataset dataset) {
    this.dataset = dataset;
  }

  /**
   * @param codes place on the curve and, in the last bits, in the dataset's list; ascending
   * @param killed lowest, best, highest figure; 0 if it is not reported
   */
  private record Columns(long[] codes, boolean[] exact, boolean[] air, int[][] killed) {}

  private Columns columns() {
    if (columns == null) {
      synchronized (this) {
        if (columns == null) {
          columns = make(dataset.placements());
        }
      }
    }
    return columns;
  }

  private static Columns make(List<Placement> placements) {
    if (placements.size() > PLACE) {
      throw new IllegalStateException(
          "more incidents than can be indexed: " + placements.size() + ", at most " + PLACE);
    }
    long[] codes = new long[placements.size()];
    int count = 0;
    for (int i = 0; i < codes.length; i++) {
      Optional<Coordinate> place = IncidentFeatures.findPlace(placements.get(i).incident());
      if (place.isPresent()) {
        codes[count++] = code(place.get()) << PLACE_BITS | i;
      }
    }
    codes = Arrays.copyOf(codes, count);
    Arrays.sort(codes);
    Columns made = new Columns(codes, new boolean[count], new boolean[count], new int[3][count]);
    for (int i = 0; i < count; i++) {
      Incident incident = placements.get((int) (codes[i] & PLACE)).incident();
      made.exact[i] = incident.where().precision() == Precision.EXACT;
      made.air[i] = incident.air() == AirAttack.DOCUMENTED;
      made.killed[0][i] = orNone(incident.killed().low());
      made.killed[1][i] = orNone(incident.killed().best());
      made.killed[2][i] = orNone(incident.killed().high());
    }
    return made;
  }

  private static int orNone(Integer deaths) {
    return deaths == null ? 0 : deaths;
  }

  /** How many incidents are known to a place. */
  int size() {
    return columns().codes.length;
  }

  /** Where the tile of the curve's own zoom lies on it. */
  long code(int i) {
    return columns().codes[i] >>> PLACE_BITS;
  }

  /** The incident's place in {@link Dataset#placements}. */
  int place(int i) {
    return (int) (columns().codes[i] & PLACE);
  }

  boolean isExact(int i) {
    return columns().exact[i];
  }

  boolean isAirAttack(int i) {
    return columns().air[i];
  }

  /**
   * @param figure 0 lowest, 1 best, 2 highest
   * @return 0 if it is not reported
   */
  int killed(int figure, int i) {
    return columns().killed[figure][i];
  }

  /** The first incident of a tile, in the order of the curve, or where it would be. */
  int from(int z, int x, int y) {
    return first(code(x, y) << 2 * (DEPTH - z));
  }

  /** The first incident after a tile. */
  int to(int z, int x, int y) {
    return first(code(x, y) + 1 << 2 * (DEPTH - z));
  }

  private int first(long code) {
    if (code == 1L << 2 * DEPTH) {
      return size(); // after the whole world
    }
    int found = Arrays.binarySearch(columns().codes, code << PLACE_BITS);
    return found < 0 ? -found - 1 : found;
  }

  /** At least the incidents in a box of degrees: their places in the dataset's list, ascending. */
  int[] near(Envelope box) {
    int west = column(box.getMinX());
    int east = column(box.getMaxX());
    int north = row(box.getMaxY());
    int south = row(box.getMinY());
    int up = 0;
    while ((east >> up) - (west >> up) >= MOST_ACROSS
        || (south >> up) - (north >> up) >= MOST_ACROSS) {
      up++;
    }
    int z = DEPTH - up;
    int count = 0;
    int[] found = new int[0];
    for (int x = west >> up; x <= east >> up; x++) {
      for (int y = north >> up; y <= south >> up; y++) {
        int from = from(z, x, y);
        int to = to(z, x, y);
        found = Arrays.copyOf(found, count + to - from);
        for (int i = from; i < to; i++) {
          found[count++] = place(i);
        }
      }
    }
    Arrays.sort(found);
    return found;
  }

  private static long code(Coordinate place) {
    return code(column(place.x), row(place.y));
  }

  private static int column(double lon) {
    return index(WebMercator.x(lon));
  }

  private static int row(double lat) {
    return index(WebMercator.y(lat));
  }

  private static int index(double fraction) {
    int last = (1 << DEPTH) - 1;
    return (int) Math.max(0, Math.min(last, fraction * (1 << DEPTH)));
  }

  /** The bits of both, those of the column in the even places. */
  static long code(int column, int row) {
    return spread(column) | spread(row) << 1;
  }

  static int column(long code) {
    return gather(code);
  }

  static int row(long code) {
    return gather(code >>> 1);
  }

  private static long spread(int number) {
    long bits = number;
    bits = (bits | bits << 16) & 0x0000FFFF0000FFFFL;
    bits = (bits | bits << 8) & 0x00FF00FF00FF00FFL;
    bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0FL;
    bits = (bits | bits << 2) & 0x3333333333333333L;
    return (bits | bits << 1) & 0x5555555555555555L;
  }

  private static int gather(long code) {
    long bits = code & 0x5555555555555555L;
    bits = (bits | bits >>> 1) & 0x3333333333333333L;
    bits = (bits | bits >>> 2) & 0x0F0F0F0F0F0F0F0FL;
    bits = (bits | bits >>> 4) & 0x00FF00FF00FF00FFL;
    bits = (bits | bits >>> 8) & 0x0000FFFF0000FFFFL;
    return (int) (bits | bits >>> 16);
  }
}
