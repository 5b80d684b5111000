package org.displacementmapper.source;

import java.util.function.Predicate;

/**
 * What the importing person says of a whole file.
 *
 * @param source name of the publisher, see {@code Incident.source}; empty if the file or its name
 *     says it
 * @param licence of rows that state none; empty if not known, and then they are not public
 * @param knownPcode whether a P-code exists; a row without a point needs one that does
 */
public record ImportOptions(String source, String licence, Predicate<String> knownPcode) {

  /** Nothing said; every well-formed P-code counts as known. */
  public static final ImportOptions NONE = new ImportOptions("", "", pcode -> true);

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
    this(source, licence, pcode -> true);
  }
}
