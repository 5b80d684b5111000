package org.displacementmapper.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.feature.Issue;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Where the units of one level lie on one another or leave something between them, measured and
 * reported but not mended: a point in an overlap goes to the unit with the lower P-code, one in a
 * gap to the nearest. Gaps are holes that units enclose together, lakes among them. About two
 * seconds for 330 townships.
 */
public final class OverlapsAndGaps {

  /** The largest ones are named one by one, if they have a hectare. */
  private static final int MOST_NAMED = 20;

  private static final double WORTH_NAMING_KM2 = 0.01;

  /** What rounding of coordinates leaves; not even counted. */
  private static final double NOTHING_KM2 = 1e-9;

  /** Corners of all units together; more would take minutes and gigabytes. */
  private static final int MOST_CORNERS = 4_000_000;

  private record Found(String units, double km2, Coordinate place) {}

  private OverlapsAndGaps() {}

  /**
   * @param file for the issues
   * @param units of one level, all valid
   */
  public static List<Issue> find(String file, List<AdminUnit> units) {
    return find(file, units, MOST_CORNERS);
  }

  static List<Issue> find(String file, List<AdminUnit> units, int mostCorners) {
    List<AdminUnit> drawn =
        units.stream()
            .filter(unit -> unit.geometry() != null && !unit.geometry().isEmpty())
            .sorted(Comparator.comparing(AdminUnit::pcode))
            .toList();
    if (drawn.size() < 2) {
      return List.of();
    }
    long corners = drawn.stream().mapToLong(unit -> unit.geometry().getNumPoints()).sum();
    if (corners > mostCorners) {
      return List.of(
          Issue.warned(
              file,
              0,
              "geometry",
              "",
              String.format(
                  Locale.ROOT,
                  "overlaps and gaps were not looked for: the outlines have %,d corners, and no more"
                      + " than %,d are compared; simplify them in a GIS to have that done",
                  corners,
                  mostCorners)));
    }
    List<Issue> issues = new ArrayList<>();
    report(issues, file, "overlap", overlaps(drawn));
    report(issues, file, "gap", gaps(drawn));
    return issues;
  }

  private static List<Found> overlaps(List<AdminUnit> units) {
    Geometry[] outlines = units.stream().map(AdminUnit::geometry).toArray(Geometry[]::new);
    Geometry[] faults = CoverageValidator.validate(outlines);
    STRtree index = new STRtree();
    for (int i = 0; i < outlines.length; i++) {
      index.insert(outlines[i].getEnvelopeInternal(), i);
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < outlines.length; i++) {
      if (faults[i] == null) {
        continue;
      }
      for (Object other : index.query(outlines[i].getEnvelopeInternal())) {
        int k = (Integer) other;
        // A pair counts once, from its first unit, or from the second if only that has a fault.
        if (k > i || k < i && faults[k] == null) {
          Geometry common =
              OverlayNGRobust.overlay(outlines[i], outlines[k], OverlayNG.INTERSECTION);
          String pair =
              units.get(Math.min(i, k)).pcode() + " and " + units.get(Math.max(i, k)).pcode();
          add(found, pair, common);
        }
      }
    }
    return found;
  }

  private static List<Found> gaps(List<AdminUnit> units) {
    Geometry all = OverlayNGRobust.union(units.stream().map(AdminUnit::geometry).toList());
    STRtree index = new STRtree();
    units.forEach(unit -> index.insert(unit.geometry().getEnvelopeInternal(), unit));
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < all.getNumGeometries(); i++) {
      Polygon part = (Polygon) all.getGeometryN(i);
      for (int k = 0; k < part.getNumInteriorRing(); k++) {
        Polygon hole = new GeometryFactory().createPolygon(part.getInteriorRingN(k));
        String around =
            ((List<?>) index.query(hole.getEnvelopeInternal()))
                .stream()
                    .map(AdminUnit.class::cast)
                    .filter(unit -> unit.geometry().intersects(hole))
                    .map(AdminUnit::pcode)
                    .sorted()
                    .limit(4)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        add(found, around, hole);
      }
    }
    return found;
  }

  private static void add(List<Found> found, String units, Geometry area) {
    double km2 = SquareKilometres.of(area.getArea(), area.getEnvelopeInternal().getMinY());
    if (area instanceof Polygonal || area.getDimension() == 2) {
      if (km2 > NOTHING_KM2) {
        found.add(new Found(units, km2, area.getInteriorPoint().getCoordinate()));
      }
    }
  }

  private static void report(List<Issue> issues, String file, String what, List<Found> found) {
    if (found.isEmpty()) {
      return;
    }
    List<Found> largest =
        found.stream()
            .sorted(Comparator.comparingDouble(Found::km2).reversed().thenComparing(Found::units))
            .toList();
    double sum = found.stream().mapToDouble(Found::km2).sum();
    for (Found one : largest.subList(0, Math.min(MOST_NAMED, largest.size()))) {
      if (one.km2() >= WORTH_NAMING_KM2) {
        issues.add(
            Issue.warned(
                file, 0, "geometry", one.units(), what + " of " + sized(one) + "; left as it is"));
      }
    }
    issues.add(
        Issue.warned(
            file,
            0,
            "geometry",
            "",
            String.format(
                Locale.ROOT,
                "%,d %s%s between units, together %s km²; the largest, at %s, has %s; all left as"
                    + " they are",
                found.size(),
                what,
                found.size() == 1 ? "" : "s",
                SquareKilometres.text(sum),
                largest.get(0).units(),
                sized(largest.get(0)))));
  }

  private static String sized(Found one) {
    return String.format(
        Locale.ROOT,
        "%s km² at %.4f E, %.4f N",
        SquareKilometres.text(one.km2()),
        one.place().x,
        one.place().y);
  }
}
