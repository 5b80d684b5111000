package org.displacementmapper.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A temporary file cannot be made, written or read; the message says where, and what to do. */
public final class SpoolException extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  SpoolException(Path folder, IOException cause) {
    super(
        "a temporary file in "
            + folder
            + " cannot be used ("
            + cause.getMessage()
            + "). Nothing was changed. Incidents are sorted there while they are imported, which"
            + " takes about twice the room of the file that they come from: make room, or name"
            + " another folder with --data",
        cause);
  }
}
