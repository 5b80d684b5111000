package org.displacementmapper.source;

import java.util.Optional;
import org.displacementmapper.feature.Issue;

/**
 * All rows of one file that have one key. The same content again counts once, with a warning; with
 * different content none of the rows is taken, since nobody can tell which one is meant.
 */
public final class SameKey<T> {

  private final Source<T> source;
  private final String file;
  private final long line;
  private final T first;
  private long rejected;

  /**
   * @param first row of that key
   */
  public SameKey(Source<T> source, String file, long line, T first) {
    this.source = source;
    this.file = file;
    this.line = line;
    this.first = first;
  }

  /** What is to be said of another row of the key. */
  public Issue again(long otherLine, T other) {
    String key = source.key(first);
    if (source.isRepeat(first, other)) {
      return Issue.warned(
          file, otherLine, "", key, "the same as line " + line + "; it is counted once");
    }
    rejected += rejected == 0 ? 2 : 1;
    return Issue.rejected(
        file,
        otherLine,
        "",
        key,
        "stands on lines "
            + line
            + " and "
            + otherLine
            + (other.equals(first) ? "" : " with different content")
            + ", and neither was taken; remove one or give it a key of its own");
  }

  /** How many of its rows are left out because they contradict each other. */
  public long rejected() {
    return rejected;
  }

  /** The row that is taken; empty if none is. */
  public Optional<T> findTaken() {
    return rejected == 0 ? Optional.of(first) : Optional.empty();
  }
}
