package org.displacementmapper.server.usecase;

/** A value of a question that does not go together with the others. */
public final class BadQuestionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final String value;
  private final String allowed;

  public BadQuestionException(String parameter, String value, String allowed) {
    super(parameter + " was " + value + ": " + allowed);
    this.parameter = parameter;
    this.value = value;
    this.allowed = allowed;
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
}
