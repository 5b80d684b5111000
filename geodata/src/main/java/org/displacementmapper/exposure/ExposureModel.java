package org.displacementmapper.exposure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ellipsoid;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.locationtech.jts.geom.Coordinate;

/**
 * Counts the people who live within 1, 2 and 5 km of incidents, overlaps once.
 *
 * <p>Lines of latitude 46 m apart are cut by the circles and by the borders of units. What lies in
 * both is measured along the line: in metres on the ellipsoid, or, with a raster, in people. A
 * circle of 1 km comes out within 0.3 % of its area, larger ones too. Without a raster a unit's
 * people are taken to live evenly over it, which is wrong for large units: most violence and most
 * people are in the same valleys, so that it tends to say too few.
 *
 * <p>Immutable and safe for use by many threads. Time grows with the number of distinct places.
 */
public final class ExposureModel {

  private static final double DEGREES_PER_LINE = 1.0 / UnitLines.PER_DEGREE;

  private final List<AdminUnit> leaves;
  private final Population population;
  private final Optional<PopulationGrid> grid;
  private final UnitLines lines;

  public ExposureModel(
      List<AdminUnit> leaves, Population population, Optional<PopulationGrid> grid) {
    this.leaves = List.copyOf(leaves);
    this.population = population;
    this.grid = grid;
    this.lines = new UnitLines(this.leaves);
  }

  /** Of these incidents, whatever their dates. */
  public Exposure of(Collection<Incident> incidents) {
    Map<Radius, Discs> discs = new EnumMap<>(Radius.class);
    Map<Radius, Integer> placed = new EnumMap<>(Radius.class);
    for (Radius radius : Radius.values()) {
      List<Coordinate> points = new ArrayList<>();
      for (Incident incident : incidents) {
        if (radius.fits(incident)) {
          incident.where().findPoint().ifPresent(points::add);
        }
      }
      placed.put(radius, points.size());
      discs.put(radius, new Discs(points, radius.metres()));
    }
    int unstated =
        (int)
            incidents.stream()
                .filter(Radius.FIVE_KM::fits)
                .filter(incident -> incident.where().precision() == Precision.UNSTATED)
                .count();
    Sums sums = sweep(discs);
    return new Exposure(
        grid.isPresent() ? PopulationBasis.RASTER : PopulationBasis.UNIT_AREA,
        incidents.size(),
        placed,
        unstated,
        grid.isPresent() ? people(sums) : shared(sums));
  }

  /** By unit, in people or square metres. */
  private static final class Sums {
    final double[] all;
    final double[][] within;

    Sums(int units) {
      all = new double[units];
      within = new double[Radius.values().length][units];
    }
  }

  private Sums sweep(Map<Radius, Discs> discs) {
    Sums sums = new Sums(leaves.size());
    Optional<GridRow> row = grid.map(GridRow::new);
    List<Discs> circles = List.copyOf(discs.values());
    Intervals[] cuts = new Intervals[circles.size()];
    for (int line = lines.firstLine(); line < lines.endLine(); line++) {
      double lat = UnitLines.lat(line);
      for (int i = 0; i < cuts.length; i++) {
        cuts[i] = circles.get(i).cutBy(lat);
      }
      Intervals.Density density =
          row.isPresent() ? row.get().at(lat, DEGREES_PER_LINE) : squareMetres(lat);
      lines.visitStretches(
          line,
          (unit, west, east) -> {
            sums.all[unit] += density.between(west, east);
            for (int i = 0; i < cuts.length; i++) {
              if (!cuts[i].isEmpty()) {
                sums.within[i][unit] += cuts[i].within(west, east, density);
              }
            }
          });
    }
    return sums;
  }

  private static Intervals.Density squareMetres(double lat) {
    double perDegree = Ellipsoid.metresPerLon(lat) * Ellipsoid.metresPerLat(lat) * DEGREES_PER_LINE;
    return (west, east) -> (east - west) * perDegree;
  }

  private SortedMap<String, People> people(Sums sums) {
    SortedMap<String, People> people = new TreeMap<>();
    for (int unit = 0; unit < leaves.size(); unit++) {
      people.put(leaves.get(unit).pcode(), people(sums, unit, 1));
    }
    return people;
  }

  private SortedMap<String, People> shared(Sums sums) {
    SortedMap<String, People> people = new TreeMap<>();
    for (int unit = 0; unit < leaves.size(); unit++) {
      OptionalLong living = population.find(leaves.get(unit));
      if (living.isPresent() && sums.all[unit] > 0) {
        people.put(
            leaves.get(unit).pcode(), people(sums, unit, living.getAsLong() / sums.all[unit]));
      }
    }
    return people;
  }

  private static People people(Sums sums, int unit, double factor) {
    Map<Radius, Double> within = new EnumMap<>(Radius.class);
    for (Radius radius : Radius.values()) {
      within.put(radius, factor * sums.within[radius.ordinal()][unit]);
    }
    return new People(factor * sums.all[unit], within);
  }
}
