package org.displacementmapper.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Fits coarsely drawn neighbours to finely drawn states, so that they share one border: what the
 * states cover is taken from the neighbours, what lies between goes to the neighbour that it
 * borders on most. Myanmar itself becomes the union of the states.
 */
final class FittedNeighbours {

  /** Decimals of both files: 5, about 1 m. */
  private static final PrecisionModel GRID = new PrecisionModel(1e5);

  /** Less of a common border is a corner. */
  private static final double MIN_BORDER_DEGREES = 1e-4;

  /** About two metres: borders that are meant to be one may be two steps of the grid apart. */
  private static final double REACH = 2e-5;

  private FittedNeighbours() {}

  static List<Feature> fit(List<Feature> states, List<Feature> countries) {
    Geometry union = UnaryUnionNG.union(states.stream().map(Feature::geometry).toList(), GRID);
    List<Feature> fitted = new ArrayList<>();
    List<Geometry> shapes = new ArrayList<>();
    for (Feature country : countries) {
      boolean home = country.text("iso_a2").equals("MM");
      shapes.add(home ? union : overlay(country.geometry(), union, OverlayNG.DIFFERENCE));
    }
    List<Geometry> reach = countries.stream().map(each -> each.geometry().buffer(REACH)).toList();
    Geometry home = countries.get(0).geometry();
    for (Polygon gap : polygons(overlay(home, union, OverlayNG.DIFFERENCE))) {
      neighbour(gap, reach)
          .ifPresent(i -> shapes.set(i, overlay(shapes.get(i), gap, OverlayNG.UNION)));
    }
    for (int i = 0; i < countries.size(); i++) {
      Geometry shape = onlyPolygons(shapes.get(i));
      if (!shape.isValid()) {
        throw new IllegalStateException("not valid: " + countries.get(i).values());
      }
      fitted.add(Feature.of(null, shape, countries.get(i).values()));
    }
    return fitted;
  }

  /** The neighbour with the longest border on the gap; empty of an island or a strip of coast. */
  private static Optional<Integer> neighbour(Polygon gap, List<Geometry> reach) {
    int best = -1;
    double longest = MIN_BORDER_DEGREES;
    for (int i = 1; i < reach.size(); i++) {
      if (reach.get(i).getEnvelopeInternal().intersects(gap.getEnvelopeInternal())) {
        double border =
            OverlayNGRobust.overlay(gap.getBoundary(), reach.get(i), OverlayNG.INTERSECTION)
                .getLength();
        if (border > longest) {
          longest = border;
          best = i;
        }
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  private static Geometry overlay(Geometry a, Geometry b, int operation) {
    return OverlayNG.overlay(a, b, operation, GRID);
  }

  private static Geometry onlyPolygons(Geometry geometry) {
    List<Polygon> polygons = polygons(geometry);
    return polygons.size() == 1
        ? polygons.get(0)
        : new GeometryFactory().createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  private static List<Polygon> polygons(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        polygons.add(polygon);
      }
    }
    return polygons;
  }
}
