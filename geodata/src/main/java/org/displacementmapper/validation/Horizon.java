package org.displacementmapper.validation;

/** How many days ahead, both ends included. */
public record Horizon(int fromDays, int toDays) {

  public boolean contains(long days) {
    return fromDays <= days && days <= toDays;
  }
}
