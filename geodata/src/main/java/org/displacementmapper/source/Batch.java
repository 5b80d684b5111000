package org.displacementmapper.source;

import java.util.List;
import org.displacementmapper.feature.Issue;

/**
 * What one file gave.
 *
 * @param items what was accepted, in the order of the file
 * @param rows how many rows were read
 * @param rejected how many of them were rejected
 * @param issues concerning single rows in the order of the file, then the whole file
 */
public record Batch<T>(List<T> items, long rows, long rejected, List<Issue> issues) {

  public Batch {
    items = List.copyOf(items);
    issues = List.copyOf(issues);
  }
}
