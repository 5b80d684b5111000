package org.displacementmapper.server.store;

/** A version that was kept cannot be read any more; the current one is not affected. */
public final class DamagedVersionException extends StoreException {

  private static final long serialVersionUID = 1L;

  private final String version;

  DamagedVersionException(String version, StoreException cause) {
    super("Version " + version + " cannot be read. " + cause.getMessage(), cause);
    this.version = version;
  }

  /** Its name. */
  public String version() {
    return version;
  }
}
