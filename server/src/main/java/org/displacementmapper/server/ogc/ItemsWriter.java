package org.displacementmapper.server.ogc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.GeoJsonShape;
import org.displacementmapper.format.JsonText;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes features as GeoJSON in any system of coordinates, one after the other, so that a page of
 * any size needs the memory of one feature.
 *
 * <p>CRS84 is written as in files; other degrees to 9 decimals, metres to a tenth of a millimetre.
 */
final class ItemsWriter {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int DEGREE_DECIMALS = 9;
  private static final int METRE_DECIMALS = 4;

  private final JsonGenerator json;
  private final OgcCrs crs;
  private final GeoJsonShape shape;
  private final Set<String> properties;

  /**
   * @param properties to keep; empty: all
   */
  ItemsWriter(OutputStream out, OgcCrs crs, Set<String> properties) throws IOException {
    this.json = FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.crs = crs;
    this.shape =
        new GeoJsonShape(
            json, crs == OgcCrs.CRS84 ? GeoJsonShape.DEGREES : this::number, crs.isLatFirst());
    this.properties = properties;
  }

  void collection(List<Feature> features, Map<String, Object> about) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    members(about);
    json.writeArrayFieldStart("features");
    for (Feature feature : features) {
      json.writeRaw('\n');
      feature(feature, Map.of());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  /** One feature that stands alone. */
  void single(Feature feature, Map<String, Object> about) throws IOException {
    feature(feature, about);
    json.flush();
  }

  private void feature(Feature feature, Map<String, Object> about) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", feature.id());
    members(about);
    json.writeFieldName("geometry");
    Geometry geometry = feature.geometry();
    shape.write(geometry == null ? null : crs.fromLonLat(geometry));
    json.writeObjectFieldStart("properties");
    for (Map.Entry<String, Object> value : feature.values().entrySet()) {
      if (properties.isEmpty() || properties.contains(value.getKey())) {
        json.writeFieldName(value.getKey());
        JsonText.write(json, value.getValue());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void members(Map<String, Object> members) throws IOException {
    for (Map.Entry<String, Object> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      JsonText.write(json, member.getValue());
    }
  }

  private String number(double value) {
    int decimals = crs.isDegrees() ? DEGREE_DECIMALS : METRE_DECIMALS;
    return BigDecimal.valueOf(value)
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
