package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.displacementmapper.dataset.AirFilter;
import org.displacementmapper.dataset.IncidentFilter;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.incident.Precision;
import org.locationtech.jts.geom.Envelope;

/**
 * What a user asks for, by HTTP or on the command line; whatever is left out gets its default in
 * {@link Views}.
 *
 * <p>{@code asOf, cutoff, product, source} say what is estimated; {@code from, to, incidentFilter,
 * pcodes, bbox} what is shown and counted, and never change an estimate; {@code version} which of
 * the kept datasets is asked, by name or number.
 */
public record Question(
    Optional<LocalDate> asOf,
    Optional<LocalDate> cutoff,
    Optional<Product> product,
    Optional<String> source,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    IncidentFilter incidentFilter,
    Set<String> pcodes,
    Optional<Envelope> bbox,
    Optional<String> version) {

  public static final Question DEFAULT = asOf(Optional.empty());

  public Question {
    pcodes = Set.copyOf(pcodes);
  }

  public static Question asOf(Optional<LocalDate> asOf) {
    return new Question(
        asOf,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        IncidentFilter.NONE,
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with other attacks from the air shown and counted. */
  public Question withAir(AirFilter air) {
    IncidentFilter other =
        new IncidentFilter(
            air,
            incidentFilter.sources(),
            incidentFilter.kinds(),
            incidentFilter.precisions(),
            incidentFilter.minKilled(),
            incidentFilter.text());
    return new Question(asOf, cutoff, product, source, from, to, other, pcodes, bbox, version);
  }

  /** The same of another dataset version: its name or number; empty: the current one. */
  public Question ofVersion(Optional<String> other) {
    return new Question(
        asOf, cutoff, product, source, from, to, incidentFilter, pcodes, bbox, other);
  }

  /** The same on another day. */
  public Question on(LocalDate day) {
    return new Question(
        Optional.of(day), cutoff, product, source, from, to, incidentFilter, pcodes, bbox, version);
  }

  /** The same in the whole country. */
  public Question everywhere() {
    return new Question(
        asOf,
        cutoff,
        product,
        source,
        from,
        to,
        incidentFilter,
        Set.of(),
        Optional.empty(),
        version);
  }

  /** The same with every incident of its days shown and counted, in the whole country. */
  public Question unfiltered() {
    return new Question(
        asOf,
        cutoff,
        product,
        source,
        from,
        to,
        IncidentFilter.NONE,
        Set.of(),
        Optional.empty(),
        version);
  }

  /** What is left out of the features shown, by the names of the parameters; empty: nothing. */
  public Map<String, Object> filter() {
    Map<String, Object> filter = new LinkedHashMap<>();
    if (incidentFilter.air() != AirFilter.ALL) {
      filter.put("air", incidentFilter.air().word());
    }
    put(filter, "incident_source", incidentFilter.sources().stream());
    put(filter, "kind", incidentFilter.kinds().stream());
    put(filter, "precision", incidentFilter.precisions().stream().map(Precision::word));
    if (incidentFilter.minKilled() > 0) {
      filter.put("min_killed", incidentFilter.minKilled());
    }
    if (!incidentFilter.text().isEmpty()) {
      filter.put("text", incidentFilter.text());
    }
    if (!pcodes.isEmpty()) {
      filter.put("unit", String.join(",", new TreeSet<>(pcodes)));
    }
    bbox.ifPresent(
        box ->
            filter.put(
                "bbox",
                "%s,%s,%s,%s"
                    .formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())));
    return filter;
  }

  /** Whether something other than the attacks from the air chooses the incidents shown. */
  public boolean isFilteredBeyondAir() {
    return filter().keySet().stream().anyMatch(name -> !name.equals("air"));
  }

  private static void put(Map<String, Object> filter, String name, Stream<String> values) {
    String list = values.sorted().map(FilterWords::escaped).collect(Collectors.joining(","));
    if (!list.isEmpty()) {
      filter.put(name, list);
    }
  }
}
