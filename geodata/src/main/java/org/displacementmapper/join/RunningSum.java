package org.displacementmapper.join;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NoSuchElementException;

/** A sum that grows by date; asked by binary search. Days must be added in order. */
final class RunningSum {

  private long[] days = new long[4];
  private double[] sums = new double[4];
  private int size;

  void add(LocalDate date, double amount) {
    long day = date.toEpochDay();
    if (size > 0 && day < days[size - 1]) {
      throw new IllegalStateException("days must be added in order, was " + date);
    }
    if (size > 0 && day == days[size - 1]) {
      sums[size - 1] += amount;
      return;
    }
    if (size == days.length) {
      days = Arrays.copyOf(days, size * 2);
      sums = Arrays.copyOf(sums, size * 2);
    }
    days[size] = day;
    sums[size] = amount + (size == 0 ? 0 : sums[size - 1]);
    size++;
  }

  /** The sum of all that was added up to and including the date. */
  double at(LocalDate date) {
    int found = Arrays.binarySearch(days, 0, size, date.toEpochDay());
    int last = found >= 0 ? found : -found - 2;
    return last < 0 ? 0 : sums[last];
  }

  boolean isEmpty() {
    return size == 0;
  }

  LocalDate firstDate() {
    return date(0);
  }

  LocalDate lastDate() {
    return date(size - 1);
  }

  private LocalDate date(int index) {
    if (isEmpty()) {
      throw new NoSuchElementException("nothing was added, so there is no first or last date");
    }
    return LocalDate.ofEpochDay(days[index]);
  }
}
