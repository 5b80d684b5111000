package org.displacementmapper.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.PublicationPolicy;

/**
 * Run by the build: packs the shipped incidents beside the classes, as {@link Shipped} reads them,
 * and how the models did on the shipped data.
 */
public final class PackShipped {

  private PackShipped() {}

  /**
   * @param args the folder of the compiled classes
   */
  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    write(classes, Shipped.PACK, IncidentPack.write(Shipped.parseIncidents()));
    Dataset dataset = Store.firstVersion(Shipped.read(), PublicationPolicy.STANDARD);
    write(
        classes,
        ShippedValidation.RESOURCE,
        new ShippedValidation(dataset.version().toString(), ValidationCodec.validate(dataset))
            .encode());
  }

  private static void write(Path classes, String resource, byte[] content) throws IOException {
    Path file = classes.resolve(resource.substring(1));
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
