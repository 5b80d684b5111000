package org.displacementmapper.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * Reads all rows. Of a key that stands there twice {@link SameKey} says what is taken.
   *
   * @param rows as {@link SourceRows#read} takes them
   * @throws org.displacementmapper.feature.UnreadableFileException if columns are missing
   */
  public static <T> Batch<T> read(Source<T> source, ImportFile file, Stream<Feature> rows) {
    Map<String, SameKey<T>> byKey = new LinkedHashMap<>();
    IssueLog issues = new IssueLog();
    SourceRows read =
        SourceRows.read(
            source,
            file,
            rows,
            issues,
            (line, item) -> {
              SameKey<T> row = new SameKey<>(source, file.name(), line, item);
              SameKey<T> first = byKey.putIfAbsent(source.key(item), row);
              if (first != null) {
                issues.accept(first.again(line, item));
              }
            });
    List<T> items = new ArrayList<>();
    long contradicted = 0;
    for (SameKey<T> key : byKey.values()) {
      key.findTaken().ifPresent(items::add);
      contradicted += key.rejected();
    }
    read.remarks().forEach(issues);
    return new Batch<>(
        items, read.rows(), read.rejected() + contradicted, issues.warned(), issues.list());
  }
}
