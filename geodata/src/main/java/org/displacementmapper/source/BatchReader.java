package org.displacementmapper.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;

/**
 * Reads all rows of one file and does what needs all of them: finds keys that stand there twice,
 * counts remarks. A key repeated with the same content counts once, with a warning; with different
 * content none of its rows is taken, since nobody can tell which one is meant.
 *
 * @param <T> what a row becomes
 */
public final class BatchReader<T> {

  private final Function<T, String> key;
  private final BiFunction<T, T, Boolean> same;

  private BatchReader(Function<T, String> key, BiFunction<T, T, Boolean> same) {
    this.key = key;
    this.same = same;
  }

  /** Items with the same key are the same thing; {@code equals} tells whether they say the same. */
  public static <T> BatchReader<T> byKey(Function<T, String> key) {
    return new BatchReader<>(key, Object::equals);
  }

  /** As {@link #byKey}, of items that must not repeat a key even with the same content. */
  static <T> BatchReader<T> byUniqueKey(Function<T, String> key) {
    return new BatchReader<>(key, (first, second) -> false);
  }

  /**
   * @param rows read to the end, not closed
   */
  public Batch<T> read(String file, RowReader<T> reader, Stream<Feature> rows) {
    Map<String, T> items = new LinkedHashMap<>();
    Map<String, Long> lines = new LinkedHashMap<>();
    Set<String> contradicted = new LinkedHashSet<>();
    Map<String, Long> remarks = new LinkedHashMap<>();
    List<Issue> issues = new ArrayList<>();
    long[] counts = new long[2];

    rows.forEachOrdered(
        row -> {
          counts[0]++;
          Reading<T> reading = reader.read(row);
          issues.addAll(reading.issues());
          reading.remarks().forEach(remark -> remarks.merge(remark, 1L, Long::sum));
          if (reading.value().isEmpty()) {
            counts[1] += reading.issues().isEmpty() ? 0 : 1;
            return;
          }
          T item = reading.value().get();
          String itemKey = key.apply(item);
          T first = items.putIfAbsent(itemKey, item);
          if (first == null) {
            lines.put(itemKey, row.line());
          } else if (same.apply(first, item)) {
            issues.add(repeated(file, row.line(), itemKey, lines.get(itemKey)));
          } else {
            counts[1] += contradicted.add(itemKey) ? 2 : 1;
            issues.add(contradicting(file, row.line(), itemKey, lines.get(itemKey)));
          }
        });

    contradicted.forEach(items::remove);
    remarks.forEach((remark, n) -> issues.add(Issue.warned(file, 0, "", "", rows(n) + remark)));
    return new Batch<>(new ArrayList<>(items.values()), counts[0], counts[1], issues);
  }

  private static String rows(long count) {
    return (count == 1 ? "1 row: " : count + " rows: ");
  }

  private static Issue repeated(String file, long line, String key, long firstLine) {
    return Issue.warned(
        file, line, "", key, "the same as line " + firstLine + "; it is counted once");
  }

  private static Issue contradicting(String file, long line, String key, long firstLine) {
    return Issue.rejected(
        file,
        line,
        "",
        key,
        "lines "
            + firstLine
            + " and "
            + line
            + " have the same key but different content, and neither was taken; give one of them"
            + " another id or remove it");
  }
}
