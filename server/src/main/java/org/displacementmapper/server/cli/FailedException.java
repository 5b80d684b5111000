package org.displacementmapper.server.cli;

/** A command cannot be done; the message is all that is printed. */
final class FailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailedException(String message) {
    super(message);
  }
}
