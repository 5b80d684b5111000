package org.displacementmapper.format;

import java.util.List;

/**
 * What a file format is called; links, negotiation and help texts follow from it. Formats have no
 * state and may be used by several threads.
 */
public interface Format {

  /** Short name, lower case, as in {@code ?f=csv}. */
  String id();

  /** As in the header {@code Content-Type}, without parameters. */
  String mediaType();

  /** File name endings without the dot, the usual one first. */
  List<String> extensions();
}
