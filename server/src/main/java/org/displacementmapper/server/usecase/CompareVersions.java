package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.ChangeCounts;
import org.displacementmapper.dataset.ChangedFigure;
import org.displacementmapper.dataset.ChangedIncident;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.Difference;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;
import org.displacementmapper.server.store.KeptVersion;
import org.displacementmapper.server.store.RecentVersions;
import org.displacementmapper.server.store.Store;

/**
 * Says what changed from one kept version to another, as both are told today. Safe for use by many
 * threads.
 */
public final class CompareVersions {

  /** Rows of a part, if not said otherwise. */
  public static final int DEFAULT_ROWS = 50;

  /** The most rows of a part. */
  public static final int MOST_ROWS = 500;

  /** What the page reads of an address as the key of an incident ({@code web/src/state/url.ts}). */
  private static final Pattern PAGE_KEY = Pattern.compile("[\\w:.-]{1,80}");

  private static final Pattern CURSOR =
      Pattern.compile("([0-9]+-[0-9a-f]+)~([0-9]+-[0-9a-f]+)~([0-9a-f]{1,8})~([0-9]{1,9})");

  private final Views views;
  private final Store store;
  private final RecentVersions<Difference> differences = new RecentVersions<>();

  public CompareVersions(Views views, Store store) {
    this.views = views;
    views.whenRoomIsNeeded(differences::clear);
    this.store = store;
  }

  /** Two versions and what lies between them. */
  public record Compared(Dataset since, Dataset until, boolean newest, Difference difference) {

    /** What the comparison hangs on. */
    public String edition() {
      return since.edition() + " to " + until.edition();
    }
  }

  /**
   * @param since name or number of a kept version; empty: the one before {@code until}, or {@code
   *     until} itself if that is the first
   * @param until empty: the newest
   * @throws UnknownException naming the latest that are kept
   * @throws BadQuestionException if {@code since} is newer than {@code until}
   */
  public Compared compare(Optional<String> since, Optional<String> until) {
    Dataset newest = views.dataset();
    Dataset after = until.isEmpty() ? newest : views.dataset(until);
    Dataset before = views.dataset(Optional.of(since.orElseGet(() -> nameBefore(after))));
    if (before.version().number() > after.version().number()) {
      throw new BadQuestionException(
          "since",
          since.orElse(""),
          "a version not newer than until, which is " + after.version() + ".");
    }
    return new Compared(
        before,
        after,
        after.version().equals(newest.version()),
        differences.get(
            before.edition() + " to " + after.edition(), key -> Difference.of(before, after)));
  }

  /** The name of the newest version. */
  public String newest() {
    return views.dataset().version().toString();
  }

  private String nameBefore(Dataset after) {
    return store.kept().stream()
        .filter(one -> one.number() < after.version().number())
        .findFirst()
        .map(KeptVersion::name)
        .orElse(after.version().toString());
  }

  /**
   * @param cursor the {@code next} of the part before; empty: the first part
   * @param rows at most so many
   * @param base address of the server, without a slash at the end
   */
  public Map<String, Object> describe(
      Optional<String> since,
      Optional<String> until,
      Optional<String> cursor,
      int rows,
      String base) {
    if (cursor.isEmpty()) {
      return describe(compare(since, until), 0, rows, base);
    }
    Matcher matcher = CURSOR.matcher(cursor.get());
    if (!matcher.matches()) {
      throw bad(cursor.get(), "the next of an answer of this address is allowed, as it stands.");
    }
    Compared named = compare(Optional.of(matcher.group(1)), Optional.of(matcher.group(2)));
    if (isAnother(since, named.since()) || isAnother(until, named.until())) {
      throw bad(cursor.get(), "it is of other versions than since and until.");
    }
    if (!matcher.group(3).equals(mark(named))) {
      throw bad(
          cursor.get(), "what is told of its versions is not what it was: begin again without it.");
    }
    return describe(named, Integer.parseInt(matcher.group(4)), rows, base);
  }

  private boolean isAnother(Optional<String> asked, Dataset named) {
    return asked
        .filter(name -> !views.dataset(Optional.of(name)).version().equals(named.version()))
        .isPresent();
  }

  private static BadQuestionException bad(String cursor, String allowed) {
    return new BadQuestionException("cursor", cursor, allowed);
  }

  /** Differs whenever the rows may. */
  private static String mark(Compared compared) {
    return Integer.toHexString(compared.edition().hashCode());
  }

  private static Map<String, Object> describe(Compared compared, int rank, int rows, String base) {
    Dataset since = compared.since();
    Dataset until = compared.until();
    Difference difference = compared.difference();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", until.version().toString());
    body.put("policy", until.policy().describe());
    body.put("since", since.version().toString());
    body.put("since_created", since.version().created());
    body.put("until", until.version().toString());
    body.put("until_created", until.version().created());
    body.put("newest", compared.newest());
    body.put("incidents", counts(difference.incidentCounts()));
    body.put("figures", counts(difference.figureCounts()));
    body.put("boundaries_changed", difference.changesBoundaries());
    body.put("boundaries_since", since.boundaries().release().name());
    body.put("boundaries_until", until.boundaries().release().name());
    body.put("population_changed", difference.changesPopulation());
    List<Map<String, Object>> sources = new ArrayList<>();
    difference
        .bySource()
        .forEach((source, counts) -> sources.add(named(Map.of("source", source), counts)));
    body.put("sources", sources);
    List<Map<String, Object>> fields = new ArrayList<>();
    difference
        .byField()
        .forEach((field, count) -> fields.add(ordered("field", field, "incidents", count)));
    body.put("fields", fields);
    List<Map<String, Object>> units = new ArrayList<>();
    difference
        .byUnit()
        .forEach(
            (pcode, counts) ->
                units.add(named(unit(pcode, until.boundaries(), since.boundaries()), counts)));
    body.put("units", units);
    List<Map<String, Object>> changes = new ArrayList<>();
    int all = difference.figures().size() + difference.incidents().size();
    for (int i = rank; i < Math.min(all, (long) rank + rows); i++) {
      changes.add(row(compared, i, base));
    }
    body.put(
        "next",
        (long) rank + rows < all
            ? String.join(
                "~",
                since.version().toString(),
                until.version().toString(),
                mark(compared),
                String.valueOf(rank + rows))
            : null);
    body.put("changes", changes);
    return body;
  }

  private static Map<String, Object> ordered(String one, Object a, String other, Object b) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, a);
    map.put(other, b);
    return map;
  }

  private static Map<String, Object> named(Map<String, Object> name, ChangeCounts counts) {
    Map<String, Object> row = new LinkedHashMap<>(name);
    row.putAll(counts(counts));
    return row;
  }

  private static Map<String, Object> counts(ChangeCounts counts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("added", counts.added());
    row.put("changed", counts.changed());
    row.put("withdrawn", counts.withdrawn());
    return row;
  }

  /** By the names of the later version, or of the earlier one if that alone has the unit. */
  private static Map<String, Object> unit(String pcode, Boundaries later, Boundaries earlier) {
    Boundaries boundaries = later.findUnit(pcode).isPresent() ? later : earlier;
    Map<String, Object> unit = new LinkedHashMap<>();
    unit.put("pcode", pcode);
    unit.put("name", boundaries.name(pcode));
    unit.put("name_my", nullIfEmpty(boundaries.nameMy(pcode)));
    return unit;
  }

  /** Figures come first, since they are few. */
  private static Map<String, Object> row(Compared compared, int rank, String base) {
    List<ChangedFigure> figures = compared.difference().figures();
    return rank < figures.size()
        ? figure(figures.get(rank))
        : incident(compared.difference().incidents().get(rank - figures.size()), compared, base);
  }

  private static Map<String, Object> figure(ChangedFigure one) {
    UnFigure told = one.told();
    return row(
        "figure",
        one.change().word(),
        null,
        told.publisher(),
        told.asOf(),
        told.areaName().isEmpty() ? told.area() : told.areaName(),
        List.of(told.area()),
        one.fields(),
        one.before() == null ? null : one.before().people(),
        one.after() == null ? null : one.after().people(),
        null);
  }

  private static Map<String, Object> incident(ChangedIncident one, Compared compared, String base) {
    Incident told = one.told();
    Where where = told.where();
    String page =
        one.keyTold() && PAGE_KEY.matcher(told.key()).matches()
            ? base + "/?selected=" + told.key() + version(one, compared)
            : null;
    return row(
        "incident",
        one.change().word(),
        one.findKey().orElse(null),
        told.source(),
        told.period().end(),
        nullIfEmpty(where.place()),
        List.copyOf(one.units()),
        one.fields(),
        null,
        null,
        page);
  }

  /** The query of the version that has the incident, if it is not the newest. */
  private static String version(ChangedIncident one, Compared compared) {
    Dataset tells = one.after() == null ? compared.since() : compared.until();
    return one.after() != null && compared.newest() ? "" : "&v=" + tells.version();
  }

  private static Map<String, Object> row(
      String of,
      String change,
      String key,
      String source,
      LocalDate date,
      String place,
      List<String> units,
      List<String> fields,
      Long peopleBefore,
      Long peopleAfter,
      String page) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("of", of);
    row.put("change", change);
    row.put("key", key);
    row.put("source", source);
    row.put("date", date);
    row.put("place", place);
    row.put("units", units);
    row.put("fields", fields);
    row.put("people_before", peopleBefore);
    row.put("people_after", peopleAfter);
    row.put("page", page);
    return row;
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
