package org.displacementmapper.server.store;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.validation.ValidationReport;

/** Validation reports to bytes and back. The same report always gives the same bytes. */
final class ValidationCodec {

  private ValidationCodec() {}

  /** Validates a dataset with each of its sources, since a rate belongs to one. */
  static Map<String, ValidationReport> validate(Dataset dataset) {
    Map<String, ValidationReport> reports = new LinkedHashMap<>();
    for (String source : dataset.sources()) {
      reports.put(source, ValidationReport.of(dataset.evidence(source)));
    }
    return reports;
  }

  static byte[] encode(ValidationReport report) throws IOException {
    return ContentsCodec.MAPPER.writeValueAsBytes(report);
  }

  static ValidationReport decode(byte[] bytes) throws IOException {
    return ContentsCodec.MAPPER.readValue(bytes, ValidationReport.class);
  }
}
