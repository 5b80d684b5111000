package org.displacementmapper.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for the columns of a table, all different where capitals do not count, as in SQL. */
final class ColumnNames {

  private final Set<String> taken = new HashSet<>();

  /** The name itself, or with a number behind it if it is empty or taken. */
  String take(String name) {
    String free = name.isBlank() ? "column" : name.replace("\0", "");
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
