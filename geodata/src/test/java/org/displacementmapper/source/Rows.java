package org.displacementmapper.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.Input;
import org.displacementmapper.incident.Incident;

/** Rows of files and of texts, read with the real formats. */
final class Rows {

  static final FeatureParser PARSER = (name, bytes) -> open(name, bytes).stream();

  static final String SHIPPED_FOLDER = "/org/displacementmapper/shipped/";

  private static ShippedData shipped;

  private Rows() {}

  static synchronized ShippedData shipped() {
    if (shipped == null) {
      shipped = ShippedData.read(PARSER);
    }
    return shipped;
  }

  static FeatureStream open(String name, InputStream bytes) {
    return Formats.read(Input.of(name, bytes), Rows::fail);
  }

  static FeatureStream open(String name, String text) {
    return open(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Reads a text as the file of that name, with the source that recognises it. */
  static Batch<Incident> incidents(String name, String text) {
    return incidents(name, text, ImportOptions.NONE);
  }

  static Batch<Incident> incidents(String name, String text, ImportOptions options) {
    FeatureStream rows = open(name, text);
    return incidents(rows, rows.hasGeometry(), options);
  }

  static Batch<Incident> incidents(Path file) throws IOException {
    return incidents(
        open(file.getFileName().toString(), Files.newInputStream(file)),
        file.toString().endsWith("json"),
        ImportOptions.NONE);
  }

  static Batch<Incident> incidents(FeatureStream rows, boolean hasGeometry, ImportOptions options) {
    ImportFile file = new ImportFile(rows.file(), rows.schema(), hasGeometry, options);
    try (Stream<Feature> stream = rows.stream()) {
      return Batch.read(Sources.incidents(file), file, stream);
    }
  }

  private static void fail(Issue issue) {
    throw new AssertionError(issue.toString());
  }
}
