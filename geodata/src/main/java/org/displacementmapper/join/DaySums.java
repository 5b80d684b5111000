package org.displacementmapper.join;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Amounts by day, added in any order of days. What was added to one day is summed in the order in
 * which it came.
 */
final class DaySums {

  /** Days that are kept together. */
  private static final int PAGE_DAYS = 32;

  /** A day to which nothing was added, not even 0. */
  private static final double NOTHING = Double.NaN;

  private final Map<Long, double[]> pages = new TreeMap<>();
  private long lastNumber = Long.MIN_VALUE;
  private double[] lastPage;

  void add(LocalDate date, double amount) {
    long day = date.toEpochDay();
    double[] page = page(Math.floorDiv(day, PAGE_DAYS));
    int at = Math.floorMod(day, PAGE_DAYS);
    page[at] = Double.isNaN(page[at]) ? amount : page[at] + amount;
  }

  private double[] page(long number) {
    if (number != lastNumber) {
      lastPage = pages.computeIfAbsent(number, missing -> emptyPage());
      lastNumber = number;
    }
    return lastPage;
  }

  private static double[] emptyPage() {
    double[] page = new double[PAGE_DAYS];
    Arrays.fill(page, NOTHING);
    return page;
  }

  /** The sum of all days up to each. */
  RunningSum running() {
    RunningSum sum = new RunningSum();
    pages.forEach(
        (number, page) -> {
          for (int i = 0; i < PAGE_DAYS; i++) {
            if (!Double.isNaN(page[i])) {
              sum.add(LocalDate.ofEpochDay(number * PAGE_DAYS + i), page[i]);
            }
          }
        });
    return sum;
  }
}
