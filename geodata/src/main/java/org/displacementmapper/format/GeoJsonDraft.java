package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature (or a geometry in its place) while its members are read, in whatever order. A problem
 * does not stop the reading, since the parser must reach the end of the feature.
 */
final class GeoJsonDraft {

  private final JsonParser json;
  private final long line;
  private final GeoJsonGeometry geometry;
  private final GeoJsonGeometry bareGeometry;
  private String type;
  private String id;
  private GeoJsonProperties properties = new GeoJsonProperties();
  private GeoJsonProblem problem;

  private GeoJsonDraft(JsonParser json) {
    this.json = json;
    this.line = json.currentTokenLocation().getLineNr();
    this.geometry = new GeoJsonGeometry(json);
    this.bareGeometry = new GeoJsonGeometry(json);
  }

  /** An empty draft that begins at the current token. */
  static GeoJsonDraft at(JsonParser json) {
    return new GeoJsonDraft(json);
  }

  /** Reads the item of a collection that begins at the current token. */
  static GeoJsonDraft feature(JsonParser json) throws IOException {
    GeoJsonDraft draft = at(json);
    if (json.currentToken() != JsonToken.START_OBJECT) {
      String found = json.currentToken().isScalarValue() ? json.getText() : "[";
      draft.problem =
          new GeoJsonProblem(
              "features", found, "an item of the list must be an object of type Feature");
      json.skipChildren();
      return draft;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      draft.member(name);
    }
    if (!draft.isFeature()) {
      String found = draft.type == null ? "" : draft.type;
      draft.problem = new GeoJsonProblem("type", found, "the type of each item must be Feature");
    }
    return draft;
  }

  String type() {
    return type;
  }

  long line() {
    return line;
  }

  boolean isFeature() {
    return "Feature".equals(type);
  }

  boolean isGeometry() {
    return GeoJsonGeometry.isType(type);
  }

  /** Takes the member whose value is the current token; leaves the parser at the end of it. */
  void member(String name) throws IOException {
    JsonToken token = json.currentToken();
    switch (name) {
      case "type" -> type = token == JsonToken.VALUE_STRING ? json.getText() : skipped(null);
      case "id" -> id = id(token);
      case "geometry" -> geometry.read();
      case "coordinates", "geometries" -> bareGeometry.member(name);
      case "properties" -> properties(token);
      default -> json.skipChildren();
    }
  }

  private String id(JsonToken token) throws IOException {
    if (token.isStructStart()) {
      problem = new GeoJsonProblem("id", "", "the id must be text or a number");
      return skipped(null);
    }
    return token == JsonToken.VALUE_NULL ? null : json.getText();
  }

  private void properties(JsonToken token) throws IOException {
    if (token == JsonToken.START_OBJECT) {
      properties = GeoJsonProperties.read(json);
    } else if (token != JsonToken.VALUE_NULL) {
      problem = new GeoJsonProblem("properties", "", "properties must be an object or null");
      json.skipChildren();
    }
  }

  private String skipped(String value) throws IOException {
    json.skipChildren();
    return value;
  }

  /**
   * The feature; empty, and an issue, if something is wrong with it.
   *
   * @param number of the feature in the file, from 1, for those without id
   */
  Optional<Feature> finish(String file, long number, Consumer<Issue> issues) {
    String name = id == null ? "feature " + number : "feature \"" + id + "\"";
    for (GeoJsonProblem each : properties.warnings()) {
      String message = name + ": " + each.message();
      issues.accept(Issue.warned(file, line, each.member(), each.value(), message));
    }
    try {
      if (findProblem().isPresent()) {
        throw findProblem().get().raised();
      }
      Geometry built = isFeature() ? geometry.build() : bareGeometry.build(type);
      return Optional.of(new Feature(id, built, properties.values(), line));
    } catch (GeoJsonProblem.Raised e) {
      GeoJsonProblem found = e.problem();
      String message = name + " was left out: " + found.message();
      issues.accept(Issue.rejected(file, line, found.member(), found.value(), message));
      return Optional.empty();
    }
  }

  private Optional<GeoJsonProblem> findProblem() {
    return Optional.ofNullable(problem).or(properties::findProblem);
  }
}
