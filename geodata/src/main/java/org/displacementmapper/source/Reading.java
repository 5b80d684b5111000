package org.displacementmapper.source;

import java.util.List;
import java.util.Optional;
import org.displacementmapper.feature.Issue;

/**
 * What one row became.
 *
 * @param value empty if the row was rejected (then an issue says why) or is not of this concern
 *     (then a remark does)
 * @param issues concerning this row
 * @param remarks things true of many rows of a file and therefore reported once, with their count
 */
public record Reading<T>(Optional<T> value, List<Issue> issues, List<String> remarks) {

  public Reading {
    issues = List.copyOf(issues);
    remarks = List.copyOf(remarks);
  }

  public static <T> Reading<T> of(T value) {
    return new Reading<>(Optional.of(value), List.of(), List.of());
  }

  public static <T> Reading<T> rejected(Issue... issues) {
    return new Reading<>(Optional.empty(), List.of(issues), List.of());
  }

  public static <T> Reading<T> skipped(String remark) {
    return new Reading<>(Optional.empty(), List.of(), List.of(remark));
  }
}
