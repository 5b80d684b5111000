package org.displacementmapper.displacement;

import java.time.LocalDate;

/**
 * People displaced in an area on a date, as a UN body published it. The figure is kept as it was
 * printed and is never rounded.
 *
 * @param asOf the day it is true for
 * @param published the day it was published; null if the page read shows none
 * @param area P-code of a unit, {@code MMR} for the country, or a group of units ({@code SE},
 *     {@code NW}, {@code MMR222})
 * @param areaName as the file spells it
 * @param publisher always shown with the figure
 * @param title of the page
 * @param url of the page
 * @param excludeReason why it must not be used; empty for a figure to be used. Such rows are shown,
 *     never fitted
 * @param note words in quotation marks in it are the source's own hedge; may be empty
 */
public record UnFigure(
    LocalDate asOf,
    LocalDate published,
    String area,
    String areaName,
    long people,
    Measure measure,
    String publisher,
    String title,
    String url,
    String excludeReason,
    String note) {

  /** The area of a national figure. */
  public static final String COUNTRY = "MMR";

  /** More than any country has displaced: a larger number is a slip. */
  public static final long MAX_PEOPLE = 100_000_000;

  public UnFigure {
    if (people < 0 || people > MAX_PEOPLE) {
      throw new IllegalArgumentException(
          "people displaced must be 0 to " + MAX_PEOPLE + ", was " + people);
    }
    if (area.isBlank()) {
      throw new IllegalArgumentException("a figure needs the area that it counts people in");
    }
    if (publisher.isBlank()) {
      throw new IllegalArgumentException("a figure needs its publisher");
    }
  }

  public boolean isNational() {
    return area.equals(COUNTRY);
  }

  /** Whether it may be fitted, compared and shared out, rather than only shown. */
  public boolean isUsable() {
    return excludeReason.isEmpty();
  }
}
