package org.displacementmapper.server.usecase;

import java.util.Optional;

/** A value of a question that does not go together with the others. */
public final class BadQuestionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final String value;
  private final String allowed;
  private final String nearest;

  public BadQuestionException(String parameter, String value, String allowed) {
    this(parameter, value, allowed, null);
  }

  /**
   * @param nearest the value nearest to this one that is allowed; null if none is nearer
   */
  public BadQuestionException(String parameter, String value, String allowed, String nearest) {
    super(parameter + " was " + value + ": " + allowed);
    this.parameter = parameter;
    this.value = value;
    this.allowed = allowed;
    this.nearest = nearest;
  }

  public String parameter() {
    return parameter;
  }

  public String value() {
    return value;
  }

  public String allowed() {
    return allowed;
  }

  public Optional<String> nearest() {
    return Optional.ofNullable(nearest);
  }
}
