package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.server.store.KeptVersion;
import org.displacementmapper.server.store.Store;

/** Lists the dataset versions that are kept, newest first. Safe for use by many threads. */
public final class KeptVersions {

  /** Versions of an answer, if not said otherwise. */
  public static final int DEFAULT_VERSIONS = 50;

  /** The most versions of an answer. */
  public static final int MOST_VERSIONS = 500;

  private final Views views;
  private final Store store;

  public KeptVersions(Views views, Store store) {
    this.views = views;
    this.store = store;
  }

  /**
   * @param created empty if it cannot be read
   * @param imported kind of data that made it of the version before; empty if unknown or the first
   * @param incidents how many are told of it today; empty if that is not known
   * @param units how many of all levels; empty if unknown
   */
  public record Kept(
      String name,
      int number,
      Optional<LocalDate> created,
      Optional<String> imported,
      Optional<Long> incidents,
      Optional<Integer> units) {}

  /** The newest versions, those under a number if one is given. */
  public List<Kept> list(Optional<Integer> under, int most) {
    Dataset newest = store.current();
    return store.kept().stream()
        .filter(one -> under.isEmpty() || one.number() < under.get())
        .limit(most)
        .map(one -> kept(one, newest))
        .toList();
  }

  /**
   * @param cursor the {@code next} of the part before; empty: the first part
   */
  public Map<String, Object> describe(Optional<String> cursor, int most) {
    Dataset newest = store.current();
    Optional<Integer> under = cursor.map(KeptVersions::number);
    List<Kept> found = list(under, most + 1);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Kept one : found.subList(0, Math.min(most, found.size()))) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", one.name());
      row.put("number", one.number());
      row.put("newest", one.name().equals(newest.version().toString()));
      row.put("created", one.created().orElse(null));
      row.put("imported", one.imported().orElse(null));
      row.put("incidents", one.incidents().orElse(null));
      row.put("units", one.units().orElse(null));
      rows.add(row);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", newest.version().toString());
    body.put("policy", newest.policy().describe());
    body.put("next", found.size() > most ? String.valueOf(found.get(most - 1).number()) : null);
    body.put("versions", rows);
    return body;
  }

  private static int number(String cursor) {
    if (!cursor.matches("[1-9][0-9]{0,8}")) {
      throw new BadQuestionException(
          "cursor", cursor, "the next of an answer of this address is allowed, as it stands.");
    }
    return Integer.parseInt(cursor);
  }

  private Kept kept(KeptVersion one, Dataset newest) {
    boolean current = one.name().equals(newest.version().toString());
    return new Kept(
        one.name(),
        one.number(),
        current ? Optional.of(newest.version().created()) : created(one),
        one.imported(),
        current ? Optional.of((long) newest.placements().size()) : incidents(one),
        current ? Optional.of(units(newest)) : one.units());
  }

  private static int units(Dataset dataset) {
    return dataset.boundaries().levels().stream()
        .mapToInt(level -> dataset.boundaries().pcodes(level).size())
        .sum();
  }

  private Optional<LocalDate> created(KeptVersion one) {
    return one.created().or(() -> read(one.name()).map(old -> old.version().created()));
  }

  /** By its manifest; the shipped data have none before the first import. */
  private Optional<Long> incidents(KeptVersion one) {
    if (one.created().isEmpty()) {
      return read(one.name()).map(old -> (long) old.placements().size());
    }
    OptionalLong told = store.findTold(one.name());
    return told.isPresent() ? Optional.of(told.getAsLong()) : Optional.empty();
  }

  private Optional<Dataset> read(String name) {
    try {
      return Optional.of(views.dataset(Optional.of(name)));
    } catch (UnreadableException | UnknownException e) {
      return Optional.empty();
    }
  }
}
