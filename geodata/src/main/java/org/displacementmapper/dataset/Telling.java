package org.displacementmapper.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Placement;
import org.displacementmapper.join.SpatialJoin;
import org.displacementmapper.spool.SpooledIncidents;

/**
 * The incidents of a dataset that take part in it, placed, and no finer than the policy allows.
 * Placed when first asked for, and kept; but where the incidents lie on the disk, those of one
 * source are placed anew whenever they are gone through, so that an import of any size needs the
 * memory of one. Safe for use by many threads.
 */
final class Telling {

  /** Where the incidents of one source stand among all; a key begins with its source. */
  private static final class Stretch {
    private final int from;
    private int to;
    private final SortedSet<String> licences = new TreeSet<>();

    Stretch(int from) {
      this.from = from;
    }
  }

  /**
   * @param coarsened keys of those that are told only by township
   */
  private record Told(List<Placement> placements, Set<String> coarsened) {}

  private final List<Incident> incidents;
  private final PublicationPolicy policy;
  private final LocalDate created;
  private final Restraint restraint;
  private final SpatialJoin join;
  private final Map<String, Boolean> admittedLicences = new ConcurrentHashMap<>();
  private volatile SortedMap<String, Stretch> stretches;
  private volatile Told told;

  /**
   * @param created day from which the age of an incident is measured
   */
  Telling(Contents contents, PublicationPolicy policy, LocalDate created, Restraint restraint) {
    this.incidents = contents.incidents();
    this.policy = policy;
    this.created = created;
    this.restraint = restraint;
    this.join = new SpatialJoin(contents.boundaries(), contents.population());
  }

  /** All, in key order. */
  List<Placement> placements() {
    return told().placements();
  }

  /** Whether the policy lets only the township of the incident be told. */
  boolean isCoarsened(String key) {
    return told().coarsened().contains(key);
  }

  private Told told() {
    if (told == null) {
      synchronized (this) {
        if (told == null) {
          told = tellAll();
        }
      }
    }
    return told;
  }

  private Told tellAll() {
    List<Placement> placements = new ArrayList<>();
    Set<String> coarsened = new HashSet<>();
    incidents.stream()
        .filter(this::isAdmitted)
        .map(join::place)
        .forEach(
            placement -> {
              Placement published = policy.published(placement, created, restraint);
              placements.add(published);
              if (published != placement) {
                coarsened.add(placement.incident().key());
              }
            });
    return new Told(List.copyOf(placements), Set.copyOf(coarsened));
  }

  /** Those of one source, in key order; the same whenever they are gone through. */
  Iterable<Placement> placements(String source) {
    Stretch stretch = stretches().get(source);
    if (stretch == null) {
      return List.of();
    }
    if (told == null && incidents instanceof SpooledIncidents) {
      List<Incident> ofSource = incidents.subList(stretch.from, stretch.to);
      return () -> tell(ofSource.stream()).iterator();
    }
    return placements().stream()
        .filter(placement -> placement.incident().source().equals(source))
        .toList();
  }

  private Stream<Placement> tell(Stream<Incident> some) {
    return some.filter(this::isAdmitted)
        .map(join::place)
        .map(placement -> policy.published(placement, created, restraint));
  }

  /** Of those that take part, by source. */
  SortedMap<String, SortedSet<String>> licences() {
    SortedMap<String, SortedSet<String>> licences = new TreeMap<>();
    stretches()
        .forEach(
            (source, stretch) ->
                licences.put(source, Collections.unmodifiableSortedSet(stretch.licences)));
    return Collections.unmodifiableSortedMap(licences);
  }

  private SortedMap<String, Stretch> stretches() {
    if (stretches == null) {
      synchronized (this) {
        if (stretches == null) {
          stretches = findStretches();
        }
      }
    }
    return stretches;
  }

  private SortedMap<String, Stretch> findStretches() {
    Map<String, Stretch> bySource = new HashMap<>();
    int at = 0;
    for (Incident incident : incidents) {
      if (isAdmitted(incident)) {
        int place = at;
        Stretch stretch = bySource.computeIfAbsent(incident.source(), first -> new Stretch(place));
        stretch.to = place + 1;
        stretch.licences.add(incident.licence());
      }
      at++;
    }
    return new TreeMap<>(bySource);
  }

  /** Asks once for each licence, since most incidents share theirs. */
  private boolean isAdmitted(Incident incident) {
    return admittedLicences.computeIfAbsent(incident.licence(), same -> policy.admits(incident))
        && (restraint.withheld().isEmpty() || !restraint.withheld().contains(incident.key()));
  }
}
