package org.displacementmapper.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.dataset.Version;
import org.displacementmapper.incident.Incident;

/**
 * What the store writes of a version beside its parts.
 *
 * @param before name of the version that it was made of; empty for the first, or if unknown
 * @param imported kind of data that were imported; empty for the first, or if unknown
 * @param incidents how many of each licence; empty if unknown
 * @param units how many; 0 if unknown
 * @param parts hashes by part
 * @param validation hashes by source
 */
record Manifest(
    Version version,
    String before,
    String imported,
    SortedMap<String, Long> incidents,
    int units,
    Map<String, String> parts,
    Map<String, String> validation) {

  private static final JsonMapper JSON = new JsonMapper();

  static Manifest of(Version version, String before, String imported, Contents contents) {
    SortedMap<String, Long> incidents = new TreeMap<>();
    for (Incident incident : contents.incidents()) {
      incidents.merge(incident.licence(), 1L, Long::sum);
    }
    int units =
        contents.boundaries().levels().stream()
            .mapToInt(level -> contents.boundaries().units(level).size())
            .sum();
    return new Manifest(version, before, imported, incidents, units, Map.of(), Map.of());
  }

  Manifest with(Map<String, String> otherParts, Map<String, String> otherValidation) {
    return new Manifest(version, before, imported, incidents, units, otherParts, otherValidation);
  }

  /**
   * @throws IOException if the file is missing or no manifest
   */
  static Manifest read(Path file) throws IOException {
    JsonNode node = JSON.readTree(Files.readAllBytes(file));
    try {
      SortedMap<String, Long> incidents = new TreeMap<>();
      texts(node.path("incidents"))
          .forEach((licence, count) -> incidents.put(licence, Long.valueOf(count)));
      return new Manifest(
          new Version(
              node.path("number").asInt(),
              node.path("hash").asText(),
              LocalDate.parse(node.path("created").asText())),
          node.path("before").asText(),
          node.path("imported").asText(),
          incidents,
          node.path("units").asInt(),
          texts(node.path("parts")),
          texts(node.path("validation")));
    } catch (RuntimeException e) {
      throw new IOException("no manifest", e);
    }
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }

  void write(Path file) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("number", version.number());
    node.put("hash", version.hash());
    node.put("created", version.created().toString());
    node.put("before", before);
    node.put("imported", imported);
    ObjectNode counts = node.putObject("incidents");
    incidents.forEach(counts::put);
    node.put("units", units);
    ObjectNode hashes = node.putObject("parts");
    parts.forEach(hashes::put);
    ObjectNode reports = node.putObject("validation");
    validation.forEach(reports::put);
    Objects.writeWhole(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
  }

  Optional<String> validation(String source) {
    return Optional.ofNullable(validation.get(source));
  }
}
