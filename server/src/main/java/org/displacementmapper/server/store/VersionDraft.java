package org.displacementmapper.server.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.validation.ValidationReport;

/**
 * A version that is being made: all of it lies on the disk without a name, so that whatever goes
 * wrong before it is kept leaves nothing.
 */
final class VersionDraft implements Closeable {

  private final Objects objects;
  private final PartDrafts parts;
  private Manifest manifest;
  private PartDrafts reports;

  VersionDraft(Objects objects, Map<String, Objects.Content> parts) throws IOException {
    this.objects = objects;
    this.parts = new PartDrafts(objects, parts);
  }

  /** Names and hashes of the parts, by which the version is named. */
  String hashes() {
    return parts.hashes();
  }

  /**
   * @param described without hashes
   * @param validations by source
   */
  void complete(Manifest described, Map<String, ValidationReport> validations) throws IOException {
    Map<String, Objects.Content> contents = new LinkedHashMap<>();
    validations.forEach(
        (source, report) -> contents.put(source, out -> out.write(ValidationCodec.encode(report))));
    manifest = described;
    reports = new PartDrafts(objects, contents);
  }

  /**
   * Makes it a version that is kept, though not yet the current one.
   *
   * @param file of its manifest
   */
  void keep(Path file) throws IOException {
    manifest.with(parts.keep(), reports.keep()).write(file);
  }

  @Override
  public void close() throws IOException {
    try {
      parts.close();
    } finally {
      if (reports != null) {
        reports.close();
      }
    }
  }
}
