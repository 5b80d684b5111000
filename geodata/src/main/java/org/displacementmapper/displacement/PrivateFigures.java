package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which imported figures may be told (section 12 of the method). A figure is private if its row
 * names no page where anybody can read it. Private figures under the least are withheld, and then
 * more of the same publisher, day and measure until none can be worked out by subtraction from the
 * totals told: first the smallest unit that shares a total with the one in danger.
 *
 * <p>It takes every total told on that day, whoever published it, and takes units that are not
 * listed for zero, as a careless reader would: that withholds rather too much. Figures with a page
 * are never withheld. Pure, without state.
 */
public final class PrivateFigures {

  private record Series(String publisher, LocalDate asOf, Measure measure) {}

  private PrivateFigures() {}

  public static boolean isPrivate(UnFigure figure) {
    return figure.url().isEmpty();
  }

  /**
   * The rows that may not be told.
   *
   * @param least private figures under this are never told
   */
  public static Set<UnFigure> withheld(List<UnFigure> figures, long least) {
    return withheld(figures, least, figure -> false);
  }

  /**
   * The same, where figures may be in danger for another reason too.
   *
   * @param also figures that are never told, whatever their number and page
   */
  public static Set<UnFigure> withheld(
      List<UnFigure> figures, long least, Predicate<UnFigure> also) {
    Map<Series, List<UnFigure>> series = new LinkedHashMap<>();
    for (UnFigure figure : figures) {
      if (isPrivate(figure) || also.test(figure)) {
        series
            .computeIfAbsent(
                new Series(figure.publisher(), figure.asOf(), figure.measure()),
                missing -> new ArrayList<>())
            .add(figure);
      }
    }
    Set<UnFigure> withheld = new LinkedHashSet<>();
    series.forEach(
        (one, rows) -> {
          Set<String> areas = withheldAreas(rows, totals(figures, one), least, also);
          rows.stream().filter(row -> areas.contains(row.area())).forEach(withheld::add);
        });
    return withheld;
  }

  /** The areas of several units whose totals anybody gave for that day. */
  private static List<String> totals(List<UnFigure> figures, Series series) {
    return figures.stream()
        .filter(row -> row.asOf().equals(series.asOf()) && row.measure() == series.measure())
        .map(UnFigure::area)
        .filter(PrivateFigures::isTotal)
        .distinct()
        .toList();
  }

  private static Set<String> withheldAreas(
      List<UnFigure> rows, List<String> totals, long least, Predicate<UnFigure> also) {
    Map<String, Long> people = new TreeMap<>();
    rows.forEach(row -> people.merge(row.area(), row.people(), Math::min));
    Set<String> withheld = new LinkedHashSet<>();
    rows.stream().filter(also).map(UnFigure::area).forEach(withheld::add);
    people.forEach(
        (area, number) -> {
          if (number < least) {
            withheld.add(area);
          }
        });
    List<Set<String>> sums = sums(people.keySet(), totals);
    for (Optional<String> next = next(people, withheld, sums);
        next.isPresent();
        next = next(people, withheld, sums)) {
      withheld.add(next.get());
    }
    return withheld;
  }

  /** Each total with the listed units that it is the sum of: any one of them gives the last. */
  private static List<Set<String>> sums(Set<String> areas, List<String> totals) {
    List<Set<String>> sums = new ArrayList<>();
    for (String total : totals) {
      Set<String> sum = new LinkedHashSet<>();
      sum.add(total);
      areas.stream().filter(area -> !isTotal(area) && isIn(area, total)).forEach(sum::add);
      if (sum.size() > 1) {
        sums.add(sum);
      }
    }
    return sums;
  }

  /** The next area to withhold; empty if none of those withheld can be worked out. */
  private static Optional<String> next(
      Map<String, Long> people, Set<String> withheld, List<Set<String>> sums) {
    Set<String> exposed = exposed(withheld, sums);
    if (exposed.isEmpty()) {
      return Optional.empty();
    }
    List<String> candidates =
        people.keySet().stream()
            .filter(area -> !withheld.contains(area))
            .filter(area -> sums.stream().anyMatch(sum -> sum.contains(area)))
            .sorted(
                Comparator.comparing((String area) -> isTotal(area) || !shares(area, exposed, sums))
                    .thenComparing(PrivateFigures::isTotal)
                    .thenComparing(people::get)
                    .thenComparing(area -> area))
            .toList();
    return candidates.stream()
        .filter(area -> exposed(with(withheld, area), sums).isEmpty())
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  /**
   * Those of the withheld that the sums determine. A sum is an equation in the areas withheld; one
   * of them is determined if its unit vector lies in the span of the equations, which after full
   * elimination is an equation in it alone.
   */
  static Set<String> exposed(Set<String> withheld, List<Set<String>> sums) {
    List<String> unknowns = List.copyOf(withheld);
    List<double[]> rows = new ArrayList<>();
    for (Set<String> sum : sums) {
      double[] row = new double[unknowns.size()];
      boolean total = true; // the first of a sum is its total, with the other sign
      for (String area : sum) {
        int column = unknowns.indexOf(area);
        if (column >= 0) {
          row[column] = total ? -1 : 1;
        }
        total = false;
      }
      rows.add(row);
    }
    eliminate(rows, unknowns.size());
    Set<String> exposed = new LinkedHashSet<>();
    for (double[] row : rows) {
      int found = -1;
      int entries = 0;
      for (int column = 0; column < row.length; column++) {
        if (row[column] != 0) {
          found = column;
          entries++;
        }
      }
      if (entries == 1) {
        exposed.add(unknowns.get(found));
      }
    }
    return exposed;
  }

  /** To reduced echelon form; entries that only rounding keeps from zero become zero. */
  private static void eliminate(List<double[]> rows, int columns) {
    int done = 0;
    for (int column = 0; column < columns && done < rows.size(); column++) {
      int pivot = done;
      while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
        pivot++;
      }
      if (pivot == rows.size()) {
        continue;
      }
      double[] row = rows.get(pivot);
      rows.set(pivot, rows.get(done));
      rows.set(done, row);
      double scale = row[column];
      for (int i = 0; i < columns; i++) {
        row[i] /= scale;
      }
      for (double[] other : rows) {
        double times = other[column];
        for (int i = 0; other != row && times != 0 && i < columns; i++) {
          double entry = other[i] - times * row[i];
          other[i] = Math.abs(entry) < 1e-9 ? 0 : entry;
        }
      }
      done++;
    }
  }

  private static boolean isTotal(String area) {
    return area.equals(UnFigure.COUNTRY) || UnGroup.find(area).isPresent();
  }

  private static boolean isIn(String unit, String total) {
    return total.equals(UnFigure.COUNTRY)
        || UnGroup.find(total).map(group -> group.members().contains(unit)).orElse(false);
  }

  private static boolean shares(String area, Set<String> others, List<Set<String>> sums) {
    return sums.stream()
        .anyMatch(sum -> sum.contains(area) && sum.stream().anyMatch(others::contains));
  }

  private static Set<String> with(Set<String> areas, String another) {
    Set<String> all = new LinkedHashSet<>(areas);
    all.add(another);
    return all;
  }
}
