package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;

/**
 * One feature (or a geometry in its place) while its members are read, in whatever order. A problem
 * does not stop the reading, since the parser must reach the end of the feature.
 */
final class GeoJsonDraft {

  private final JsonParser json;
  private final long line;
  private final GeoJsonGeometry geometry;
  private String type;
  private String id;
  private boolean hasGeometryMember;
  private GeoJsonProperties properties = new GeoJsonProperties();
  private GeoJsonProblem problem;

  private GeoJsonDraft(JsonParser json) {
    this.json = json;
    this.line = json.currentTokenLocation().getLineNr();
    this.geometry = new GeoJsonGeometry(json);
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
      draft.problem = new GeoJsonProblem("features", found, "this is no object of type Feature");
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
    boolean scalar = json.currentToken().isScalarValue();
    if (name.equals("type") && json.currentToken() == JsonToken.VALUE_STRING) {
      type = json.getText();
    } else if (name.equals("id") && scalar && json.currentToken() != JsonToken.VALUE_NULL) {
      id = json.getText();
    } else if (name.equals("geometry")) {
      hasGeometryMember = true;
      geometry.read();
    } else if (name.equals("coordinates") || name.equals("geometries")) {
      geometry.member(name);
    } else if (name.equals("properties") && json.currentToken() == JsonToken.START_OBJECT) {
      properties = GeoJsonProperties.read(json);
    } else {
      json.skipChildren();
    }
  }

  /**
   * The feature; empty, and an issue, if something is wrong with it.
   *
   * @param number of the feature in the file, from 1, for those without id
   */
  Optional<Feature> finish(String file, long number, Consumer<Issue> issues) {
    String name = id == null ? "feature " + number : "feature \"" + id + "\"";
    properties
        .warnings()
        .forEach(
            each ->
                issues.accept(
                    Issue.warned(
                        file, line, each.member(), each.value(), name + ": " + each.message())));
    try {
      if (problem == null && properties.findProblem().isPresent()) {
        problem = properties.findProblem().get();
      }
      if (problem == null) {
        boolean bare = !hasGeometryMember && isGeometry();
        Map<String, Object> values = new LinkedHashMap<>(properties.values());
        return Optional.of(
            new Feature(id, bare ? geometry.build(type) : geometry.build(), values, line));
      }
    } catch (GeoJsonGeometry.BadGeometryException e) {
      problem = e.problem();
    }
    issues.accept(
        Issue.rejected(
            file,
            line,
            problem.member(),
            problem.value(),
            name + " was left out: " + problem.message()));
    return Optional.empty();
  }
}
