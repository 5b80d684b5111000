package org.displacementmapper.dataset;

import java.time.LocalDate;

/**
 * Names one immutable dataset.
 *
 * @param number counts up from 1, the shipped data
 * @param hash of the contents, the software and the model settings, hexadecimal
 * @param created day on which it was made; the age of an incident is measured from it
 */
public record Version(int number, String hash, LocalDate created) {

  /** For example {@code 3-8f14e45fceea}. */
  @Override
  public String toString() {
    return number + "-" + hash;
  }
}
