package org.displacementmapper.boundary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.noding.ValidatingNoder;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

/** Makes one outline of the outlines within it. */
final class Dissolve {

  /**
   * A hole below this (about 0.01 km²) is a sliver between two parts whose edges do not match, not
   * an enclave.
   */
  private static final double LARGEST_SLIVER_SQUARE_DEGREES = 1e-6;

  /** Edges nearer than this (0.2 m, the rounding of coordinates to six decimals) are the same. */
  private static final double SNAP_DEGREES = 2e-6;

  private static final UnionStrategy SNAPPING =
      new UnionStrategy() {
        @Override
        public Geometry union(Geometry one, Geometry other) {
          return OverlayNG.overlay(
              one,
              other,
              OverlayNG.UNION,
              null,
              new ValidatingNoder(new SnappingNoder(SNAP_DEGREES)));
        }

        @Override
        public boolean isFloatingPrecision() {
          return false;
        }
      };

  private Dissolve() {}

  static Geometry union(Collection<Geometry> parts) {
    // Dropping the edges that two parts share is fast and moves no line, but it is right only where
    // the edges match; where they do not, the result is invalid.
    Geometry union = CoverageUnion.union(parts.toArray(new Geometry[0]));
    return withoutSlivers(union.isValid() ? union : snap(parts));
  }

  private static Geometry snap(Collection<Geometry> parts) {
    UnaryUnionOp union = new UnaryUnionOp(parts);
    union.setUnionFunction(SNAPPING);
    try {
      return union.union();
    } catch (TopologyException e) {
      return OverlayNGRobust.union(parts);
    }
  }

  private static Geometry withoutSlivers(Geometry areal) {
    List<Geometry> polygons = new ArrayList<>();
    for (int i = 0; i < areal.getNumGeometries(); i++) {
      polygons.add(withoutSlivers((Polygon) areal.getGeometryN(i)));
    }
    return areal.getFactory().buildGeometry(polygons);
  }

  private static Polygon withoutSlivers(Polygon polygon) {
    GeometryFactory factory = polygon.getFactory();
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      if (factory.createPolygon(hole).getArea() > LARGEST_SLIVER_SQUARE_DEGREES) {
        holes.add(hole);
      }
    }
    return factory.createPolygon(polygon.getExteriorRing(), holes.toArray(new LinearRing[0]));
  }
}
