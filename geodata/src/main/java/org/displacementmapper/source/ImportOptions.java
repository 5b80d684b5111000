package org.displacementmapper.source;

import java.util.function.Function;
import org.displacementmapper.boundary.CodeMatch;

/**
 * What the importing person says of a whole file.
 *
 * @param source name of the publisher, see {@code Incident.source}; empty if the file or its name
 *     says it
 * @param licence of rows that state none; empty if not known, and then they are not public
 * @param codes what a P-code means in the loaded release; a row without a point needs one that
 *     means some unit
 */
public record ImportOptions(String source, String licence, Function<String, CodeMatch> codes) {

  /** Nothing said; every well-formed P-code counts as known. */
  public static final ImportOptions NONE = new ImportOptions("", "");

  public ImportOptions {
    source = source.strip();
    licence = licence.strip();
    if (!source.isEmpty() && !source.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException(
          "a source is named by lower case letters, digits and hyphens, such as \"my-list\"; was \""
              + source
              + "\"");
    }
  }

  public ImportOptions(String source, String licence) {
    this(source, licence, CodeMatch::current);
  }
}
