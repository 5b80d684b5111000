package org.displacementmapper.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.displacementmapper.dataset.Version;
import org.displacementmapper.validation.ValidationReport;

/**
 * How the shipped data were validated when the program was built, so that version 1 has its
 * validation like any other and no start waits for it.
 *
 * @param version that was validated; of another one it says nothing
 * @param reports by source
 */
record ShippedValidation(String version, Map<String, ValidationReport> reports) {

  /** Missing only where classes are run without a build. */
  static final String RESOURCE = "/org/displacementmapper/server/store/shipped-validation.json";

  ShippedValidation {
    reports = new TreeMap<>(reports);
  }

  byte[] encode() throws IOException {
    return ContentsCodec.MAPPER.writeValueAsBytes(this);
  }

  static Optional<ValidationReport> find(Version version, String source) {
    try (InputStream in = ShippedValidation.class.getResourceAsStream(RESOURCE)) {
      return in == null
          ? Optional.empty()
          : Optional.of(ContentsCodec.MAPPER.readValue(in, ShippedValidation.class))
              .filter(stored -> stored.version().equals(version.toString()))
              .map(stored -> stored.reports().get(source));
    } catch (IOException e) {
      throw new UncheckedIOException("the packed validation is damaged; build again", e);
    }
  }
}
