package org.displacementmapper.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Run by the build: packs the shipped incidents beside the classes, as {@link Shipped} reads them.
 */
public final class PackShipped {

  private PackShipped() {}

  /**
   * @param args the folder of the compiled classes
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).resolve(Shipped.PACK.substring(1));
    Files.createDirectories(file.getParent());
    Files.write(file, IncidentPack.write(Shipped.parseIncidents()));
  }
}
