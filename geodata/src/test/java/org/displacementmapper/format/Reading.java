package org.displacementmapper.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;

/** All that reading a small file gives: schema, features, and issues as text. */
record Reading(Schema schema, List<Feature> features, List<String> issues) {

  static Reading of(String name, String content) {
    return of(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(String name, byte[] content) {
    return of(name, new ByteArrayInputStream(content));
  }

  static Reading of(String name, InputStream content) {
    return of(Input.of(name, content));
  }

  static Reading of(Path file) {
    return of(Input.of(file));
  }

  static Reading of(Path file, ReadOptions options) {
    return of(Input.of(file), options);
  }

  private static Reading of(Input input) {
    return of(input, ReadOptions.NONE);
  }

  static Reading of(Input input, ReadOptions options) {
    List<Issue> issues = new ArrayList<>();
    try (FeatureStream stream = Formats.read(input, options, issues::add)) {
      List<Feature> features = new ArrayList<>();
      stream.forEach(features::add);
      return new Reading(stream.schema(), features, issues.stream().map(Issue::toString).toList());
    }
  }
}
