package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The arcs of a coverage as one zoom draws it, found by place.
 *
 * <p>Kept as bare numbers, because there is one for each zoom. Immutable and thread safe.
 */
final class CoverageLevel {

  /** Short pieces, so that a tile is given little that lies outside it. */
  private static final int EDGES_PER_PIECE = 24;

  private final STRtree pieces = new STRtree();
  private final Envelope extent = new Envelope();

  /** Longitudes and latitudes in turn, and the units on both sides. */
  private record Piece(double[] lonLat, int left, int right) {

    static Piece of(Arc arc) {
      double[] lonLat = new double[2 * arc.points().length];
      for (int i = 0; i < arc.points().length; i++) {
        lonLat[2 * i] = arc.points()[i].x;
        lonLat[2 * i + 1] = arc.points()[i].y;
      }
      return new Piece(lonLat, arc.left(), arc.right());
    }

    Arc on(TileGrid grid) {
      Coordinate[] points = new Coordinate[lonLat.length / 2];
      for (int i = 0; i < points.length; i++) {
        points[i] = new Coordinate(grid.x(lonLat[2 * i]), grid.y(lonLat[2 * i + 1]));
      }
      return grid.northUp() ? new Arc(points, left, right) : new Arc(points, right, left);
    }
  }

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
        Envelope envelope = piece.envelope();
        pieces.insert(envelope, Piece.of(piece));
        extent.expandToInclude(envelope);
      }
    }
    pieces.build();
  }

  /** Pieces of arcs in grid coordinates, not rounded: at least all that touch the box. */
  List<Arc> arcsNear(Envelope box, TileGrid grid) {
    Envelope lonLat =
        new Envelope(
            grid.lon(box.getMinX()),
            grid.lon(box.getMaxX()),
            grid.lat(box.getMinY()),
            grid.lat(box.getMaxY()));
    List<Arc> arcs = new ArrayList<>();
    for (Piece piece : near(lonLat)) {
      arcs.add(piece.on(grid));
    }
    return arcs;
  }

  /** The unit at a place in degrees, or {@link EdgeTable#NOTHING}; on a border one of its sides. */
  int unitAt(double lon, double lat) {
    double nearest = Double.POSITIVE_INFINITY;
    int unit = EdgeTable.NOTHING;
    if (!extent.contains(lon, lat)) {
      return unit;
    }
    for (Piece piece : near(new Envelope(lon, extent.getMaxX(), lat, lat))) {
      double[] p = piece.lonLat();
      for (int i = 2; i < p.length; i += 2) {
        boolean northwards = p[i + 1] > lat;
        if (p[i - 1] > lat != northwards) {
          double crossing = p[i - 2] + (lat - p[i - 1]) / (p[i + 1] - p[i - 1]) * (p[i] - p[i - 2]);
          if (crossing >= lon && crossing < nearest) {
            nearest = crossing;
            unit = northwards ? piece.left() : piece.right();
          }
        }
      }
    }
    return unit;
  }

  @SuppressWarnings("unchecked")
  private List<Piece> near(Envelope lonLat) {
    return pieces.query(lonLat);
  }
}
