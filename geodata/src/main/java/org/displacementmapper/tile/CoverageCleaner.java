package org.displacementmapper.tile;

import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes a strict coverage of polygons that almost are one: neighbours share every node and edge,
 * nothing overlaps, and no slivers lie between them.
 *
 * <p>What lies in two units goes to the lower index. Slivers that lie in none go to the neighbour
 * with the longest common border. Wider holes stay open and become blank polygons behind the units,
 * so that a lake is simplified like its shores. Coordinates are rounded to {@value
 * CoverageNoder#STEPS_PER_DEGREE} steps per degree, about a centimetre.
 *
 * <p>Not thread safe; lives inside one call.
 */
final class CoverageCleaner {

  /** Slivers are narrower than about ten metres and much longer than wide, or tiny. */
  private static final double SLIVER_WIDTH_DEGREES = 1e-4;

  private static final double SLIVER_ELONGATION = 8;
  private static final double TINY_SQUARE_DEGREES = 1e-9;

  private final List<? extends Geometry> units;

  CoverageCleaner(List<? extends Geometry> units) {
    this.units = units;
  }

  /** The polygons of each unit, null if it has none; then one for each enclosed hole. */
  Geometry[] clean() {
    EdgeTable raw = new EdgeTable();
    for (int unit = 0; unit < units.size(); unit++) {
      raw.addPolygons(rounded(units.get(unit)), unit);
    }
    EdgeTable table = CoverageNoder.noded(raw);
    Subdivision faces = new Subdivision(table.nodes(), table.edges());
    FaceUnits owners = FaceUnits.besideEdges(faces);
    BitSet slivers = new BitSet();
    int count = units.size();
    for (int face : owners.facesOf(EdgeTable.UNKNOWN).stream().toArray()) {
      Polygon polygon = faces.polygon(face);
      int unit = unitCovering(polygon);
      boolean sliver = unit == EdgeTable.NOTHING && isSliver(polygon);
      boolean hole = unit == EdgeTable.NOTHING && !sliver;
      slivers.set(face, sliver);
      owners.set(face, hole ? count++ : unit);
    }
    owners.absorb(slivers, units.size());
    return owners.polygons(count);
  }

  private static Geometry rounded(Geometry unit) {
    Geometry rounded = unit.copy();
    CoordinateFilter round = CoverageNoder.STEPS::makePrecise;
    rounded.apply(round);
    return rounded;
  }

  /** The unit of a face that no unit has named as its inside: few, so this may be slow. */
  private int unitCovering(Polygon face) {
    Coordinate inside = face.getInteriorPoint().getCoordinate();
    for (int unit = 0; unit < units.size(); unit++) {
      Geometry polygons = units.get(unit);
      if (polygons.getEnvelopeInternal().contains(inside)
          && SimplePointInAreaLocator.locate(inside, polygons) == Location.INTERIOR) {
        return unit;
      }
    }
    return EdgeTable.NOTHING;
  }

  private static boolean isSliver(Polygon face) {
    double area = face.getArea();
    double length = face.getLength() / 2;
    double width = area / length;
    return area < TINY_SQUARE_DEGREES
        || width < SLIVER_WIDTH_DEGREES && length > SLIVER_ELONGATION * width;
  }
}
