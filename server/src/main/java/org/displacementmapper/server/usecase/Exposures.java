package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.IncidentFilter;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.dataset.Sieve;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.exposure.Exposure;
import org.displacementmapper.exposure.ExposureModel;
import org.displacementmapper.exposure.People;
import org.displacementmapper.exposure.PopulationBasis;
import org.displacementmapper.exposure.Radius;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;
import org.displacementmapper.layer.View;
import org.displacementmapper.server.store.RecentVersions;

/**
 * Counts people who live within 1, 2 and 5 km of the incidents of a question: of its source, days
 * and incident filter, in the whole country. The units and the box of the question choose what is
 * listed, not which incidents are near. Rounded as our estimates are.
 */
public final class Exposures {

  private static final int CACHED = 100;
  private static final double SHARE_DECIMALS = 10_000;
  private static final String WHAT_IT_IS =
      "People who lived near recorded violence, by where people lived when they were counted."
          + " Exposure, never displacement: it does not say who fled, and nothing is estimated from"
          + " it. Circles that overlap are counted once.";
  private static final String BY_AREA =
      " No raster of people is loaded: people are taken to live evenly over each unit, which tends to"
          + " say too few in large units.";

  private record Key(
      String edition, String source, LocalDate from, LocalDate to, IncidentFilter filter) {}

  private final Views views;
  private final Cache<Key, Exposure> exposures = Caffeine.newBuilder().maximumSize(CACHED).build();

  private final RecentVersions<ExposureModel> models = new RecentVersions<>();

  public Exposures(Views views) {
    this.views = views;
    views.whenRoomIsNeeded(models::clear);
  }

  public Map<String, Object> describe(Question question, int level) {
    View view = views.view(question);
    Dataset dataset = view.dataset();
    Boundaries boundaries = dataset.boundaries();
    if (boundaries.units(level).isEmpty()) {
      throw new UnknownException(
          "No units of level " + level + " are loaded.", "Loaded: " + boundaries.levels() + ".");
    }
    Exposure exposure = exposure(view);
    Publication publication = dataset.policy().estimates();
    Map<String, Object> body = heading(view, exposure);
    body.put("level", level);
    Map<String, Object> country = new LinkedHashMap<>();
    putPeople(country, exposure.country(), publication);
    country.put("leaves_without_population", boundaries.leaves().size() - exposure.byLeaf().size());
    body.put("country", country);
    List<Map<String, Object>> units = new ArrayList<>();
    for (AdminUnit unit : boundaries.units(level)) {
      if (view.selection().shows(unit, boundaries)) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pcode", unit.pcode());
        values.put("name", unit.name());
        putPeople(values, exposure.find(unit.pcode(), boundaries), publication);
        values.put("leaves_without_population", exposure.unknownLeaves(unit.pcode(), boundaries));
        units.add(values);
      }
    }
    body.put("units", units);
    return body;
  }

  private Exposure exposure(View view) {
    Dataset dataset = view.dataset();
    Selection asked = view.selection();
    String source = view.countedSource();
    String edition = dataset.edition();
    return exposures.get(
        new Key(edition, source, asked.from(), asked.to(), asked.incidentFilter()),
        key -> {
          Sieve sieve = Sieve.of(asked.everywhere(), dataset);
          List<Incident> incidents =
              dataset.placements().stream()
                  .filter(placement -> placement.incident().source().equals(source))
                  .filter(sieve::accepts)
                  .map(Placement::incident)
                  .toList();
          return model(dataset, edition).of(incidents);
        });
  }

  private ExposureModel model(Dataset dataset, String edition) {
    return models.get(
        edition,
        missing ->
            new ExposureModel(
                dataset.boundaries().leaves(), dataset.population(), dataset.populationGrid()));
  }

  private static Map<String, Object> heading(View view, Exposure exposure) {
    Dataset dataset = view.dataset();
    Optional<PopulationGrid> grid = dataset.populationGrid();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put(
        "says", exposure.basis() == PopulationBasis.RASTER ? WHAT_IT_IS : WHAT_IT_IS + BY_AREA);
    body.put("source", view.countedSource());
    body.put("from", view.selection().from());
    body.put("to", view.selection().to());
    body.put("air", view.selection().incidentFilter().air().word());
    body.put("boundary_version", dataset.boundaries().release().name());
    body.put("population_basis", exposure.basis().word());
    body.put(
        "population_source",
        grid.map(PopulationGrid::source).orElse(dataset.population().source()));
    body.put("population_licence", grid.map(PopulationGrid::licence).orElse(null));
    body.put("population_as_of", grid.isPresent() ? null : dataset.population().asOf());
    body.put("incidents", exposure.counted());
    for (Radius radius : Radius.values()) {
      int placed = exposure.placed().get(radius);
      body.put("incidents_placed_" + radius.km() + "_km", placed);
      body.put(
          "incidents_not_placed_precisely_enough_" + radius.km() + "_km",
          exposure.counted() - placed);
    }
    body.put("incidents_of_unstated_precision", exposure.unstated());
    return body;
  }

  private static void putPeople(
      Map<String, Object> values, Optional<People> people, Publication publication) {
    values.put(
        "population",
        people.map(found -> publication.rounded(Math.round(found.living()))).orElse(null));
    for (Radius radius : Radius.values()) {
      Optional<Long> within =
          people.map(found -> publication.rounded(Math.round(found.within().get(radius))));
      values.put("exposed_" + radius.km() + "_km", within.orElse(null));
      values.put(
          "exposed_" + radius.km() + "_km_text",
          people.isPresent() ? publication.text(within.orElse(null)) : "population not known");
      values.put(
          "exposed_share_" + radius.km() + "_km",
          within
              .map(
                  exposed ->
                      Math.rint(
                              SHARE_DECIMALS * Math.min(1, exposed / people.orElseThrow().living()))
                          / SHARE_DECIMALS)
              .orElse(null));
    }
  }
}
