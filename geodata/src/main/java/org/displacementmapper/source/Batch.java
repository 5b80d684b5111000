package org.displacementmapper.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.IssueLog;

/**
 * What one file gave.
 *
 * @param items what was accepted, in the order of the file
 * @param rows how many rows were read
 * @param rejected how many of them were rejected
 * @param warned how many warnings there are, those included that are only counted
 * @param issues concerning single rows in the order of the file, then the whole file; if there are
 *     very many, the rest is counted, see {@link IssueLog}
 */
public record Batch<T>(List<T> items, long rows, long rejected, long warned, List<Issue> issues) {

  public Batch {
    items = List.copyOf(items);
    issues = List.copyOf(issues);
  }

  /**
   * Reads all rows. A key that stands there twice with the same content counts once, with a
   * warning; with different content none of its rows is taken, since nobody can tell which one is
   * meant.
   *
   * @param rows read to the end, not closed; a parallel stream is read by several threads, in the
   *     same order, which only sources allow whose reader keeps nothing
   * @throws org.displacementmapper.feature.UnreadableFileException if columns are missing
   */
  public static <T> Batch<T> read(Source<T> source, ImportFile file, Stream<Feature> rows) {
    RowReader<T> reader = source.reader(file);
    Builder<T> builder = new Builder<>(source, file.name());
    rows.map(row -> new ReadRow<>(row.line(), reader.read(row))).forEachOrdered(builder::add);
    return builder.build();
  }

  private record ReadRow<T>(long line, Reading<T> reading) {}

  private static final class Builder<T> {

    private final Source<T> source;
    private final String file;
    private final Map<String, T> items = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final Set<String> contradicted = new LinkedHashSet<>();
    private final Map<String, Long> remarks = new LinkedHashMap<>();
    private final IssueLog issues = new IssueLog();
    private long rows;
    private long rejected;

    Builder(Source<T> source, String file) {
      this.source = source;
      this.file = file;
    }

    void add(ReadRow<T> row) {
      Reading<T> reading = row.reading();
      rows++;
      reading.issues().forEach(issues);
      reading.remarks().forEach(remark -> remarks.merge(remark, 1L, Long::sum));
      if (reading.value().isPresent()) {
        add(row.line(), reading.value().get());
      } else if (!reading.issues().isEmpty()) {
        rejected++;
      }
    }

    private void add(long line, T item) {
      String key = source.key(item);
      T first = items.putIfAbsent(key, item);
      if (first == null) {
        lines.put(key, line);
      } else if (source.isRepeat(first, item)) {
        issues.accept(
            Issue.warned(
                file,
                line,
                "",
                key,
                "the same as line " + lines.get(key) + "; it is counted once"));
      } else {
        rejected += contradicted.add(key) ? 2 : 1;
        issues.accept(
            Issue.rejected(
                file,
                line,
                "",
                key,
                "stands on lines "
                    + lines.get(key)
                    + " and "
                    + line
                    + (item.equals(first) ? "" : " with different content")
                    + ", and neither was taken; remove one or give it a key of its own"));
      }
    }

    Batch<T> build() {
      contradicted.forEach(items::remove);
      remarks.forEach(
          (remark, count) ->
              issues.accept(
                  Issue.warned(
                      file, 0, "", "", count + (count == 1 ? " row: " : " rows: ") + remark)));
      return new Batch<>(
          new ArrayList<>(items.values()), rows, rejected, issues.warned(), issues.list());
    }
  }
}
