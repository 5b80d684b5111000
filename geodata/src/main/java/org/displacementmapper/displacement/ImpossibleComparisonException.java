package org.displacementmapper.displacement;

/** A comparison that would prove nothing; its message says why. */
public final class ImpossibleComparisonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImpossibleComparisonException(String message) {
    super(message);
  }
}
