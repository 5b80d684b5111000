package org.displacementmapper.format;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of one shape as polygons with holes. Clockwise rings are outer ones, the others holes
 * of the smallest outer ring around them; a hole in nothing is taken for an outer ring that was
 * written backwards, as other readers do.
 */
final class ShapeRings {

  private record Shell(LinearRing ring, Envelope box, List<LinearRing> holes) {

    Shell(LinearRing ring) {
      this(ring, ring.getEnvelopeInternal(), new ArrayList<>());
    }
  }

  private ShapeRings() {}

  static Geometry polygons(Coordinate[][] parts, GeometryFactory factory) {
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] part : parts) {
      if (part.length == 0) {
        continue;
      }
      LinearRing ring = ring(part, factory);
      if (Orientation.isCCW(ring.getCoordinateSequence())) {
        holes.add(ring);
      } else {
        shells.add(new Shell(ring));
      }
    }
    int outer = shells.size();
    for (LinearRing hole : holes) {
      Shell around = smallestAround(hole, shells.subList(0, outer));
      if (around == null) {
        shells.add(new Shell(hole));
      } else {
        around.holes().add(hole);
      }
    }
    Polygon[] polygons = new Polygon[shells.size()];
    for (int i = 0; i < polygons.length; i++) {
      Shell shell = shells.get(i);
      polygons[i] = factory.createPolygon(shell.ring(), shell.holes().toArray(LinearRing[]::new));
    }
    return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
  }

  static LinearRing ring(Coordinate[] positions, GeometryFactory factory) {
    if (!positions[0].equals2D(positions[positions.length - 1])) {
      throw new IllegalArgumentException(
          "a ring is not closed: it must end where it begins, at "
              + positions[0].x
              + ", "
              + positions[0].y);
    }
    if (positions.length < 4) {
      throw new IllegalArgumentException(
          "a ring has " + positions.length + " positions: it must have at least 4");
    }
    return factory.createLinearRing(positions);
  }

  private static Shell smallestAround(LinearRing hole, List<Shell> shells) {
    Envelope box = hole.getEnvelopeInternal();
    Shell found = null;
    for (Shell shell : shells) {
      boolean smaller = found == null || found.box().contains(shell.box());
      if (smaller && shell.box().contains(box) && contains(shell.ring(), hole)) {
        found = shell;
      }
    }
    return found;
  }

  /** By the first position of the hole that does not lie on the ring itself. */
  private static boolean contains(LinearRing shell, LinearRing hole) {
    Coordinate[] ring = shell.getCoordinates();
    for (Coordinate position : hole.getCoordinates()) {
      int where = PointLocation.locateInRing(position, ring);
      if (where != Location.BOUNDARY) {
        return where == Location.INTERIOR;
      }
    }
    return true;
  }
}
