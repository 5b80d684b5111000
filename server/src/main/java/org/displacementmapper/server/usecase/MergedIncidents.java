package org.displacementmapper.server.usecase;

import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.displacementmapper.incident.Incident;

/**
 * How an import changes the incidents that are there: as {@link Changes} has it, for two lists in
 * key order that are gone through once, side by side.
 */
record MergedIncidents(long added, long changed, long unchanged, long removed) {

  /**
   * @param present in key order
   * @param imported in key order
   * @param replaced which of the present ones the import swaps out; those that it does not bring
   *     again are removed
   * @param after told all incidents afterwards, in key order
   */
  static MergedIncidents of(
      List<Incident> present,
      List<Incident> imported,
      Predicate<Incident> replaced,
      Consumer<Incident> after) {
    Iterator<Incident> olds = present.iterator();
    Iterator<Incident> news = imported.iterator();
    Incident old = next(olds);
    Incident row = next(news);
    long added = 0;
    long changed = 0;
    long unchanged = 0;
    long removed = 0;
    while (old != null || row != null) {
      int order = old == null ? 1 : row == null ? -1 : Incident.KEY_ORDER.compare(old, row);
      if (order < 0) {
        if (replaced.test(old)) {
          removed++;
        } else {
          after.accept(old);
        }
        old = next(olds);
        continue;
      }
      if (order > 0) {
        added++;
      } else if (old.equals(row)) {
        unchanged++;
      } else {
        changed++;
      }
      after.accept(row);
      row = next(news);
      old = order == 0 ? next(olds) : old;
    }
    return new MergedIncidents(added, changed, unchanged, removed);
  }

  private static Incident next(Iterator<Incident> incidents) {
    return incidents.hasNext() ? incidents.next() : null;
  }
}
