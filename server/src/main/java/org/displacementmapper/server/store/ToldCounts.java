package org.displacementmapper.server.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.incident.Incident;

/**
 * How many incidents of an old version are told beside the newest, without reading more of it than
 * keys and licences: by its manifest, unless the newest data hold rows that are not told, which may
 * have been told when that version was made. Safe for use by many threads.
 */
final class ToldCounts {

  /** More rows are not gone through for a number in a list. */
  static final int MOST_ROWS = 50_000;

  private static final int KEPT = 1_000;

  private static final ObjectReader ROWS =
      ContentsCodec.MAPPER
          .readerFor(Row.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** What of an incident says whether it is told. */
  private record Row(String source, String id, String licence) {}

  private record Hidden(String version, Set<String> keys) {}

  private final Objects objects;
  private volatile Hidden hidden = new Hidden("", Set.of());
  private final Map<String, Long> counted =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > KEPT;
        }
      };

  ToldCounts(Objects objects) {
    this.objects = objects;
  }

  /**
   * @return empty if the version cannot be read, or there are too many rows to say it at once
   */
  OptionalLong find(Manifest old, Dataset newest) {
    long admitted = 0;
    long all = 0;
    for (Map.Entry<String, Long> licence : old.incidents().entrySet()) {
      all += licence.getValue();
      admitted += newest.policy().admits(licence.getKey()) ? licence.getValue() : 0;
    }
    int today = newest.contents().incidents().size();
    if (newest.placements().size() == today || admitted == 0) {
      return OptionalLong.of(admitted);
    }
    return all > MOST_ROWS || today > MOST_ROWS ? OptionalLong.empty() : count(old, newest);
  }

  private OptionalLong count(Manifest old, Dataset newest) {
    String part = old.parts().getOrDefault("incidents", "");
    String name = part + " beside " + newest.version();
    synchronized (counted) {
      Long known = counted.get(name);
      if (known != null) {
        return OptionalLong.of(known);
      }
    }
    try {
      Set<String> withheld = hidden(newest);
      long count = objects.read(part, in -> count(in, newest, withheld));
      synchronized (counted) {
        counted.put(name, count);
      }
      return OptionalLong.of(count);
    } catch (StoreException damaged) {
      return OptionalLong.empty();
    }
  }

  private static long count(InputStream in, Dataset newest, Set<String> withheld)
      throws IOException {
    long count = 0;
    try (MappingIterator<Row> rows = ROWS.readValues(in)) {
      while (rows.hasNextValue()) {
        Row row = rows.nextValue();
        boolean told =
            newest.policy().admits(row.licence())
                && !withheld.contains(row.source() + ":" + row.id());
        count += told ? 1 : 0;
      }
    }
    return count;
  }

  /** Keys of the rows of the newest data that are not told. */
  private Set<String> hidden(Dataset newest) {
    String version = newest.version().toString();
    Hidden known = hidden;
    if (!known.version().equals(version)) {
      known =
          new Hidden(
              version,
              newest.contents().incidents().stream()
                  .filter(row -> !newest.policy().admits(row.licence()))
                  .map(Incident::key)
                  .collect(Collectors.toUnmodifiableSet()));
      hidden = known;
    }
    return known.keys();
  }
}
