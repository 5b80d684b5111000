package org.displacementmapper.raster;

/** Why a raster cannot be used; whoever knows its name makes a message of it. */
final class NotReadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotReadable(String reason) {
    super(reason);
  }
}
