package org.displacementmapper.server.cli;

import java.nio.file.Path;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.usecase.UseCases;

/** Opens a data folder, for every command that needs one. */
@FunctionalInterface
public interface Opening {

  /**
   * All use cases over the folder, which is made if it is missing.
   *
   * @param policy what of the data is told, and how coarsely
   */
  UseCases open(Path data, PublicationPolicy policy);
}
