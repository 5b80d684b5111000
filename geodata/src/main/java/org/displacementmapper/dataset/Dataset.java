package org.displacementmapper.dataset;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.UnFigures;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Shelter;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.join.Placement;
import org.displacementmapper.join.Weighting;

/**
 * The public whole: contents, and what is computed from them once, when it is first asked for.
 * Incidents whose licence forbids passing them on, or that have none, take no part in it, so that
 * no count, tile or estimate derives from them; unless the policy is that of a private server.
 *
 * <p>Immutable; safe for use by many threads. New data make a new one.
 */
public final class Dataset {

  private final Version version;
  private final String edition;
  private final Contents contents;
  private final Basemap basemap;
  private final PublicationPolicy policy;
  private final UnFigures figures;
  private final Telling telling;
  private final Map<String, Evidence> evidence = new ConcurrentHashMap<>();
  private final Map<String, Map<Weighting, IncidentSums>> incidentSums = new ConcurrentHashMap<>();
  private volatile Overview overview;
  private volatile int[] newestFirst;
  private volatile DayColumns days;

  private Dataset(
      Version version,
      Contents contents,
      Basemap basemap,
      PublicationPolicy policy,
      Restraint restraint) {
    this.version = version;
    this.edition =
        restraint.isEmpty() ? version.toString() : version + "~" + restraint.fingerprint();
    this.contents = contents;
    this.basemap = basemap;
    this.policy = policy;
    this.figures = UnFigures.of(policy.published(contents.figures(), restraint));
    this.telling = new Telling(contents, policy, version.created(), restraint);
  }

  public static Dataset of(Version version, Contents contents, Basemap basemap) {
    return of(version, contents, basemap, PublicationPolicy.STANDARD);
  }

  public static Dataset of(
      Version version, Contents contents, Basemap basemap, PublicationPolicy policy) {
    return new Dataset(version, contents, basemap, policy, Restraint.NONE);
  }

  /** An older version as it may be told today, beside the newest. */
  public static Dataset of(
      Version version,
      Contents contents,
      Basemap basemap,
      PublicationPolicy policy,
      Dataset newest) {
    return new Dataset(version, contents, basemap, policy, Restraint.of(contents, newest));
  }

  public Version version() {
    return version;
  }

  /**
   * The name of the version, and if newer data restrain what is told of it a hash of that: what is
   * computed from this dataset is kept under it.
   */
  public String edition() {
    return edition;
  }

  /** All that was imported, uncoarsened, with the rows that are not public: never for an output. */
  public Contents contents() {
    return contents;
  }

  public Boundaries boundaries() {
    return contents.boundaries();
  }

  public Population population() {
    return contents.population();
  }

  /** People by cell, if a raster was imported; for exposure only. */
  public Optional<PopulationGrid> populationGrid() {
    return contents.grid();
  }

  public UnFigures figures() {
    return figures;
  }

  public Basemap basemap() {
    return basemap;
  }

  /** What is told of the contents, and how coarsely. */
  public PublicationPolicy policy() {
    return policy;
  }

  /**
   * Whether the policy lets only the township of the incident be told. Its id is not told either:
   * it may lead to the record, and ids of rows without one are made from the place.
   */
  public boolean isCoarsened(Incident incident) {
    return telling.isCoarsened(incident.key());
  }

  /**
   * Whether the key of the incident may be told: an id may lead to the record, so it goes with the
   * place that the record tells.
   */
  public boolean tellsKey(Incident incident) {
    return !isCoarsened(incident) && !Shelter.isWithheld(incident.where());
  }

  /** One for each public incident, in key order, no finer than the policy allows. */
  public List<Placement> placements() {
    return telling.placements();
  }

  /**
   * The public incident with this key, source, colon, id; whether it may be told by that is another
   * question, see {@link #tellsKey}.
   */
  public Optional<Placement> find(String key) {
    int at =
        Collections.binarySearch(
            placements(), null, (placement, none) -> placement.incident().key().compareTo(key));
    return at < 0 ? Optional.empty() : Optional.of(placements().get(at));
  }

  /**
   * The places of the incidents in {@link #placements}, those that ended last first, those of one
   * day in key order. Made when first asked for; the same array each time: not to be changed.
   */
  public int[] newestFirst() {
    if (newestFirst == null) {
      List<Placement> placements = placements();
      long[] days = new long[placements.size()];
      for (int i = 0; i < days.length; i++) {
        days[i] = -placements.get(i).incident().period().end().toEpochDay() << Integer.SIZE | i;
      }
      Arrays.sort(days);
      newestFirst = Arrays.stream(days).mapToInt(day -> (int) day).toArray();
    }
    return newestFirst;
  }

  /** First and last day of each incident in {@link #placements}, made when first asked for. */
  DayColumns dayColumns() {
    if (days == null) {
      days = DayColumns.of(placements());
    }
    return days;
  }

  /** The sources of the incidents that take part. */
  public SortedSet<String> sources() {
    return new TreeSet<>(licences().keySet());
  }

  /** What incidents are filed under, see {@link IncidentFilter#kind}. */
  public SortedSet<String> kinds() {
    return overview().kinds();
  }

  /** The first and the last day of any incident; empty if there are none. */
  public Optional<Period> days() {
    return overview().days();
  }

  private Overview overview() {
    if (overview == null) {
      overview = Overview.of(placements());
    }
    return overview;
  }

  /** The licences of the incidents of each source. */
  public SortedMap<String, SortedSet<String>> licences() {
    return telling.licences();
  }

  /** What estimates are made from, with the incidents of one source. */
  public Evidence evidence(String source) {
    return evidence.computeIfAbsent(
        source,
        one -> Evidence.of(one, telling.placements(one), boundaries(), population(), figures));
  }

  /** National sums of incidents by weighting, for the curve over cut-offs. */
  public Map<Weighting, IncidentSums> incidentSums(String source) {
    return incidentSums.computeIfAbsent(source, this::weighted);
  }

  private Map<Weighting, IncidentSums> weighted(String source) {
    Iterable<Placement> placements = telling.placements(source);
    Map<Weighting, IncidentSums> weighted = new EnumMap<>(Weighting.class);
    for (Weighting weighting : Weighting.values()) {
      weighted.put(
          weighting, IncidentSums.of(placements, boundaries(), Evidence.FIRST_LEVEL, weighting));
    }
    return Collections.unmodifiableMap(weighted);
  }
}
