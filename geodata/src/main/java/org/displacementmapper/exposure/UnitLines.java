package org.displacementmapper.exposure;

import java.util.Arrays;
import java.util.List;
import org.displacementmapper.boundary.AdminUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * Where the borders of units cross the lines of latitude that lie half way between multiples of 1 /
 * {@value #PER_DEGREE} degree, 46 m apart. Between every first and second crossing of a unit the
 * line lies inside it. Borders are straight in longitude and latitude, as in GeoJSON.
 *
 * <p>Immutable; 330 townships take some 20 MB.
 */
final class UnitLines {

  static final int PER_DEGREE = 2_400;

  private final int first;

  /** Of each line, where its crossings begin; one more than there are lines. */
  private final int[] starts;

  /** By line, then by unit, then from west to east. */
  private final double[] lons;

  private final int[] units;

  UnitLines(List<AdminUnit> leaves) {
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    for (AdminUnit leaf : leaves) {
      low = Math.min(low, above(leaf.geometry().getEnvelopeInternal().getMinY()));
      high = Math.max(high, above(leaf.geometry().getEnvelopeInternal().getMaxY()));
    }
    this.first = low;
    this.starts = new int[high - low + 1];
    for (AdminUnit leaf : leaves) {
      visit(leaf.geometry(), (line, lon) -> starts[line - first + 1]++);
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    this.lons = new double[starts[starts.length - 1]];
    this.units = new int[lons.length];
    int[] filled = starts.clone();
    for (int unit = 0; unit < leaves.size(); unit++) {
      int one = unit;
      int[] before = filled.clone();
      visit(
          leaves.get(unit).geometry(),
          (line, lon) -> {
            int at = filled[line - first]++;
            lons[at] = lon;
            units[at] = one;
          });
      for (int line = 0; line < before.length - 1; line++) {
        if (filled[line] > before[line]) {
          Arrays.sort(lons, before[line], filled[line]);
        }
      }
    }
  }

  int firstLine() {
    return first;
  }

  /** One after the last line. */
  int endLine() {
    return first + starts.length - 1;
  }

  static double lat(int line) {
    return (line + 0.5) / PER_DEGREE;
  }

  /** Tells the stretches of a line that lie in units, unit by unit. */
  void visitStretches(int line, Stretch stretch) {
    for (int i = starts[line - first]; i < starts[line - first + 1]; i += 2) {
      stretch.visit(units[i], lons[i], lons[i + 1]);
    }
  }

  /** A stretch of a line inside a unit. */
  interface Stretch {
    void visit(int unit, double west, double east);
  }

  private interface Crossing {
    void at(int line, double lon);
  }

  /** The first line that is not south of the latitude. */
  private static int above(double lat) {
    return (int) Math.ceil(lat * PER_DEGREE - 0.5);
  }

  /** A border crosses a line if one end is south of it and the other is not. */
  private static void visit(Geometry area, Crossing crossing) {
    GeometryComponentFilter rings =
        part -> {
          if (part instanceof LineString ring) {
            Coordinate[] points = ring.getCoordinates();
            for (int i = 1; i < points.length; i++) {
              Coordinate south = points[i - 1].y <= points[i].y ? points[i - 1] : points[i];
              Coordinate north = south == points[i] ? points[i - 1] : points[i];
              int end = above(north.y);
              for (int line = above(south.y); line < end; line++) {
                double along = (lat(line) - south.y) / (north.y - south.y);
                crossing.at(line, south.x + along * (north.x - south.x));
              }
            }
          }
        };
    area.apply(rings);
  }
}
