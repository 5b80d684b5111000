package org.displacementmapper.tile;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The arcs of a coverage as one zoom draws it, found by place.
 *
 * <p>Immutable and thread safe.
 */
final class CoverageLevel {

  /** Short pieces, so that a tile is given little that lies outside it. */
  private static final int EDGES_PER_PIECE = 24;

  private final STRtree pieces = new STRtree();
  private final Envelope extent = new Envelope();

  /**
   * @param polygons a strict coverage in degrees; null for a unit without any
   */
  CoverageLevel(Geometry[] polygons) {
    EdgeTable table = new EdgeTable();
    for (int unit = 0; unit < polygons.length; unit++) {
      if (polygons[unit] != null) {
        table.addPolygons(polygons[unit], unit);
      }
    }
    for (Arc arc : Arc.of(table)) {
      for (Arc piece : arc.openSides().pieces(EDGES_PER_PIECE)) {
        pieces.insert(piece.envelope(), piece);
        extent.expandToInclude(piece.envelope());
      }
    }
    pieces.build();
  }

  /** Pieces of arcs, of which all that touch the box are among them. */
  @SuppressWarnings("unchecked")
  List<Arc> near(Envelope box) {
    return pieces.query(box);
  }

  /** The unit at a place, or {@link EdgeTable#NOTHING}; on a border one of its sides. */
  int unitAt(Coordinate place) {
    if (!extent.contains(place)) {
      return EdgeTable.NOTHING;
    }
    Envelope eastwards = new Envelope(place.x, extent.getMaxX(), place.y, place.y);
    double nearest = Double.POSITIVE_INFINITY;
    int unit = EdgeTable.NOTHING;
    for (Arc arc : near(eastwards)) {
      Coordinate[] points = arc.points();
      for (int i = 1; i < points.length; i++) {
        Coordinate from = points[i - 1];
        Coordinate to = points[i];
        if (from.y > place.y != to.y > place.y) {
          double x = from.x + (place.y - from.y) / (to.y - from.y) * (to.x - from.x);
          if (x >= place.x && x < nearest) {
            nearest = x;
            unit = to.y > from.y ? arc.left() : arc.right();
          }
        }
      }
    }
    return unit;
  }
}
