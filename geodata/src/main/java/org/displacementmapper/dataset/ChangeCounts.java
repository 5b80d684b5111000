package org.displacementmapper.dataset;

import java.util.Collection;

/** How many rows were added, changed and withdrawn between two versions. */
public record ChangeCounts(long added, long changed, long withdrawn) {

  public static final ChangeCounts NONE = new ChangeCounts(0, 0, 0);

  static ChangeCounts of(Collection<Change> changes) {
    return changes.stream().reduce(NONE, ChangeCounts::plus, ChangeCounts::plus);
  }

  ChangeCounts plus(Change change) {
    return switch (change) {
      case ADDED -> new ChangeCounts(added + 1, changed, withdrawn);
      case CHANGED -> new ChangeCounts(added, changed + 1, withdrawn);
      case WITHDRAWN -> new ChangeCounts(added, changed, withdrawn + 1);
    };
  }

  private ChangeCounts plus(ChangeCounts other) {
    return new ChangeCounts(
        added + other.added, changed + other.changed, withdrawn + other.withdrawn);
  }

  public boolean isEmpty() {
    return total() == 0;
  }

  public long total() {
    return added + changed + withdrawn;
  }
}
