package org.displacementmapper.server.usecase;

/** Something asked for by name that is not there; the allowed text lists what is. */
public final class UnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String allowed;

  public UnknownException(String message, String allowed) {
    super(message);
    this.allowed = allowed;
  }

  public String allowed() {
    return allowed;
  }
}
