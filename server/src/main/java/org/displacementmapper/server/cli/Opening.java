package org.displacementmapper.server.cli;

import java.nio.file.Path;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.usecase.Corrections;
import org.displacementmapper.server.usecase.UseCases;

/** Opens a data folder, for every command that needs one. */
@FunctionalInterface
public interface Opening {

  /**
   * All use cases over the folder, which is made if it is missing.
   *
   * @param policy what of the data is told, and how coarsely
   * @param corrections whom files name for corrections
   */
  UseCases open(Path data, PublicationPolicy policy, Corrections corrections);

  /** The same for commands that write nothing that names anybody. */
  default UseCases open(Path data, PublicationPolicy policy) {
    return open(data, policy, Corrections.TRACKER);
  }
}
