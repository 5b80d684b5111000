package org.displacementmapper.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Incidents that somebody who read the reports found to tell a place of shelter although their
 * words do not. By key, without the place; they stay withheld when the publisher's own file is
 * imported.
 */
final class WithheldByHand {

  private static final String RESOURCE = "/org/displacementmapper/shipped/withheld_by_hand.txt";

  private static final Set<String> KEYS = read();

  private WithheldByHand() {}

  static boolean contains(String source, String id) {
    return KEYS.contains(source + ":" + id);
  }

  static Set<String> keys() {
    return KEYS;
  }

  private static Set<String> read() {
    try (InputStream in = WithheldByHand.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
