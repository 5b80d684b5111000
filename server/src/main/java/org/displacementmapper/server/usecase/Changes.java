package org.displacementmapper.server.usecase;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rows that are kept under a key, and how an import changes them: a known key is updated, an
 * unknown one added.
 *
 * @param rows all rows afterwards
 */
record Changes<T>(List<T> rows, long added, long changed, long unchanged, long removed) {

  /**
   * @param replaced which of the present rows the import swaps out; those it does not bring again
   *     are removed
   */
  static <T> Changes<T> of(
      Collection<T> present, Collection<T> imported, Function<T, ?> key, Predicate<T> replaced) {
    Map<Object, T> before = new LinkedHashMap<>();
    present.forEach(row -> before.put(key.apply(row), row));
    Map<Object, T> after = new LinkedHashMap<>(before);
    after.values().removeIf(replaced);
    long added = 0;
    long changed = 0;
    long unchanged = 0;
    for (T row : imported) {
      T old = before.get(key.apply(row));
      if (old == null) {
        added++;
      } else {
        if (old.equals(row)) {
          unchanged++;
        } else {
          changed++;
        }
      }
      after.put(key.apply(row), row);
    }
    long removed = before.size() + added - after.size();
    return new Changes<>(List.copyOf(after.values()), added, changed, unchanged, removed);
  }
}
