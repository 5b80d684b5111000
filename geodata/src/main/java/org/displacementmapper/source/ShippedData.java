package org.displacementmapper.source;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.incident.Incident;

/**
 * The data that come with the program, read through the same sources as any import. What they are,
 * whose, and what was changed stands in {@code geodata/SOURCES.md}.
 *
 * @param incidents of UCDP GED and of the curated list
 * @param units 14 states and regions, in P-code order
 * @param population of the 2014 census by P-code: states, districts and townships of release 9.3,
 *     and the districts of 2014 that it no longer has
 * @param figures of the UN, in the order of the file
 * @param neighbours Myanmar and the countries round it: outlines with {@code name}, {@code iso_a2}
 * @param places towns as points with {@code name}, {@code population}, {@code feature_code}
 */
public record ShippedData(
    List<Incident> incidents,
    List<AdminUnit> units,
    Population population,
    List<UnFigure> figures,
    List<Feature> neighbours,
    List<Feature> places) {

  private static final String FOLDER = "/org/displacementmapper/shipped/";

  /** Of two that have a P-code the first goes before. */
  private static final List<String> POPULATION_FILES =
      List.of(
          "population_adm1_18units.csv",
          "population_state.csv",
          "population_district_v93.csv",
          "population_district_2014frame.csv",
          "population_township.csv");

  private static final Source<ImportedUnit> STATES = new AdminBoundaries(1, BoundaryNames.NONE);

  public ShippedData {
    incidents = List.copyOf(incidents);
    units = List.copyOf(units);
    figures = List.copyOf(figures);
    neighbours = List.copyOf(neighbours);
    places = List.copyOf(places);
  }

  /**
   * Reads all of it: some 6,000 rows and 20,000 vertices, the incidents in a second thread.
   *
   * @param parser used by two threads at once
   */
  public static ShippedData read(FeatureParser parser) {
    return read(parser, () -> readIncidents(parser));
  }

  /**
   * Reads all but the incidents, which the supplier brings meanwhile in a second thread: those of
   * {@link #readIncidents}, kept from an earlier time.
   */
  public static ShippedData read(FeatureParser parser, Supplier<List<Incident>> kept) {
    CompletableFuture<List<Incident>> incidents = CompletableFuture.supplyAsync(kept);
    List<AdminUnit> units = readUnits(parser);
    Population population = readPopulation(parser);
    List<UnFigure> figures = items(parser, "un_displacement.csv", file -> Sources.FIGURES).toList();
    List<Feature> neighbours = rows(parser, "neighbours.geojson");
    List<Feature> places =
        rows(parser, "places_geonames.csv").stream().map(GeoNamesPlaces::read).toList();
    return new ShippedData(incidents.join(), units, population, figures, neighbours, places);
  }

  /** Only the incidents, of UCDP GED and of the curated list. */
  public static List<Incident> readIncidents(FeatureParser parser) {
    return Stream.of("ucdp_ged_myanmar.csv", "airstrikes_curated.csv")
        .flatMap(file -> items(parser, file, Sources::incidents))
        .toList();
  }

  private static List<AdminUnit> readUnits(FeatureParser parser) {
    Map<String, String> namesMy =
        rows(parser, "state_names_my.csv").stream()
            .collect(Collectors.toMap(row -> row.text("pcode"), row -> row.text("name_my")));
    return items(parser, "states.geojson", file -> STATES)
        .map(state -> named(state.unit(), namesMy))
        .toList();
  }

  private static AdminUnit named(AdminUnit unit, Map<String, String> namesMy) {
    return new AdminUnit(
        unit.pcode(),
        unit.level(),
        unit.name(),
        namesMy.get(unit.pcode()),
        unit.parent(),
        unit.members(),
        unit.geometry());
  }

  private static Population readPopulation(FeatureParser parser) {
    Map<String, Long> people = new HashMap<>();
    Population last = null;
    for (String name : POPULATION_FILES) {
      List<PopulationCount> counts = items(parser, name, file -> Sources.POPULATION).toList();
      last = PopulationCount.population(name, counts);
      last.people().forEach(people::putIfAbsent);
    }
    return new Population(last.asOf(), last.source(), people);
  }

  private static <T> Stream<T> items(
      FeatureParser parser, String name, Function<ImportFile, Source<T>> source) {
    List<Feature> rows = rows(parser, name);
    ImportFile file = ImportFile.table(name, schema(rows.get(0)));
    Batch<T> batch = Batch.read(source.apply(file), file, rows.parallelStream());
    if (batch.rejected() > 0) {
      throw new IllegalStateException("shipped data are wrong: " + batch.issues().get(0));
    }
    return batch.items().stream();
  }

  private static Schema schema(Feature row) {
    return new Schema(
        row.values().keySet().stream().map(name -> new Field(name, Field.Type.TEXT, "")).toList());
  }

  static List<Feature> rows(FeatureParser parser, String name) {
    InputStream bytes = ShippedData.class.getResourceAsStream(FOLDER + name);
    if (bytes == null) {
      throw new IllegalStateException("the program is incomplete: no " + FOLDER + name);
    }
    try (Stream<Feature> rows = parser.parse(name, bytes)) {
      return rows.toList();
    }
  }
}
