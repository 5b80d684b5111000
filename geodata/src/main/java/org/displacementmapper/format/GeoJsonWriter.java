package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.feature.Feature;

/** Writes one FeatureCollection, feature by feature. */
final class GeoJsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Names that RFC 7946, section 7.1, keeps for other places, and those that are written here. */
  private static final Set<String> RESERVED =
      Set.of("type", "features", "feature", "geometry", "properties", "coordinates", "geometries");

  private final JsonGenerator json;
  private final GeoJsonShape shape;

  GeoJsonWriter(OutputStream out) throws IOException {
    json = FACTORY.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    shape = new GeoJsonShape(json, GeoJsonShape.DEGREES, false);
  }

  void begin(Map<String, ?> about) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    for (Map.Entry<String, ?> member : about.entrySet()) {
      if (RESERVED.contains(member.getKey())) {
        throw new IllegalArgumentException(
            "\"" + member.getKey() + "\" has a meaning in GeoJSON: take another name");
      }
      json.writeFieldName(member.getKey());
      JsonText.write(json, member.getValue());
    }
    json.writeArrayFieldStart("features");
  }

  void feature(Feature feature) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    if (feature.id() != null) {
      json.writeStringField("id", feature.id());
    }
    json.writeFieldName("geometry");
    shape.write(feature.geometry());
    json.writeFieldName("properties");
    JsonText.write(json, feature.values());
    json.writeEndObject();
  }

  void end() throws IOException {
    json.writeRaw('\n');
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }
}
