package org.displacementmapper.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.incident.Shelter;

/**
 * The published incidents whose place is withheld, by key, with their township and without the
 * place: those found by the words of {@link Shelter}, and those of which somebody who read the
 * reports found that words do not tell it. It makes an import of a publisher's own file withhold
 * the same, and count it in the same township, as the shipped extract.
 */
final class Withheld {

  private static final String RESOURCE = "/org/displacementmapper/shipped/withheld.csv";

  private static final Map<String, String> TOWNSHIPS = read();

  private Withheld() {}

  /**
   * The P-code of the township of a withheld incident, empty if only a larger area is known;
   * nothing if the incident is not withheld.
   */
  static Optional<String> findTownship(String source, String id) {
    return Optional.ofNullable(TOWNSHIPS.get(source + ":" + id));
  }

  private static Map<String, String> read() {
    try (InputStream in = Withheld.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells[2]));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
