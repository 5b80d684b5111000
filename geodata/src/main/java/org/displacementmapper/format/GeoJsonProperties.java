package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The values of one feature, within limits. */
final class GeoJsonProperties {

  /** Characters of all values of one feature together. */
  static final int MAX_LENGTH = 4 << 20;

  static final int MAX_COUNT = 10_000;

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** By property: one is enough. */
  private final Map<String, GeoJsonProblem> warnings = new LinkedHashMap<>();

  private GeoJsonProblem problem;
  private int length;

  /** Reads the object that begins at the current token. */
  static GeoJsonProperties read(JsonParser json) throws IOException {
    GeoJsonProperties properties = new GeoJsonProperties();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      properties.add(name, json);
    }
    return properties;
  }

  Map<String, Object> values() {
    return values;
  }

  Collection<GeoJsonProblem> warnings() {
    return warnings.values();
  }

  Optional<GeoJsonProblem> findProblem() {
    return Optional.ofNullable(problem);
  }

  private void add(String name, JsonParser json) throws IOException {
    if (problem != null) {
      json.skipChildren();
      return;
    }
    boolean repeated = values.containsKey(name);
    Object value = value(name, json);
    length += name.length() + (value instanceof String text ? text.length() : 1);
    if (length > MAX_LENGTH || values.size() >= MAX_COUNT) {
      problem =
          new GeoJsonProblem(
              name,
              "",
              String.format(
                  Locale.ROOT,
                  "its properties are too long: allowed are %,d of together %,d characters",
                  MAX_COUNT,
                  MAX_LENGTH));
      values.clear();
      return;
    }
    if (repeated) {
      warn(name, "", "the property is given more than once: the last value counts");
    }
    values.put(name, value);
  }

  private Object value(String name, JsonParser json) throws IOException {
    switch (json.currentToken()) {
      case VALUE_STRING:
        return json.getText();
      case VALUE_NUMBER_INT:
        Number whole = json.getNumberValue();
        return whole instanceof Integer ? Long.valueOf(whole.longValue()) : whole;
      case VALUE_NUMBER_FLOAT:
        return finite(name, json.getDoubleValue(), json.getText());
      case VALUE_TRUE:
        return true;
      case VALUE_FALSE:
        return false;
      case VALUE_NULL:
        return null;
      default:
        return jsonText(json);
    }
  }

  private Double finite(String name, double value, String text) {
    if (Double.isFinite(value)) {
      return value;
    }
    warn(name, text, "this is no finite number: read as null");
    return null;
  }

  private void warn(String name, String value, String message) {
    warnings.putIfAbsent(name, new GeoJsonProblem(name, value, message));
  }

  /** A nested list or object as JSON text; past the limit the rest is only skipped. */
  private static String jsonText(JsonParser json) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator copy = FACTORY.createGenerator(text)) {
      copy.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      int depth = json.getParsingContext().getNestingDepth();
      copy.copyCurrentEvent(json);
      while (json.getParsingContext().getNestingDepth() >= depth && json.nextToken() != null) {
        if (text.getBuffer().length() <= MAX_LENGTH) {
          copy.copyCurrentEvent(json);
          copy.flush();
        }
      }
    }
    return text.toString();
  }
}
