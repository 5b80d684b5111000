package org.displacementmapper.displacement;

import java.time.LocalDate;

/**
 * The figure that everybody quotes: "at least 440,000". The UN Human Rights Office said it on 15
 * March 2022 without a data date; it is UNHCR's 441,500 of 31 January 2022 rounded down, and that
 * is the date it is compared on.
 */
public final class HeadlineFigure {

  public static final long PEOPLE = 440_000;

  /** The source's own word, always shown with the number. */
  public static final String HEDGE = "at least";

  public static final String PUBLISHER = "UN Human Rights Office (OHCHR)";

  /** The day it was said. */
  public static final LocalDate SAID_ON = LocalDate.of(2022, 3, 15);

  /** The day it is true for. */
  public static final LocalDate AS_OF = LocalDate.of(2022, 1, 31);

  /** The figure before it was rounded down. */
  public static final long UNROUNDED_PEOPLE = 441_500;

  public static final String UNROUNDED_PUBLISHER = "UNHCR";

  private HeadlineFigure() {}

  /**
   * Whether an estimate of this day may be set beside it: of no other, whatever its date of issue.
   */
  public static boolean isOf(LocalDate asOf) {
    return AS_OF.equals(asOf);
  }
}
