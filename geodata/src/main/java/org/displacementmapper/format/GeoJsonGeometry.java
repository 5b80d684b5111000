package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * One geometry while its members are read, in whatever order: coordinates may come before the type
 * that says what they mean.
 */
final class GeoJsonGeometry {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final List<String> TYPES =
      List.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  private final JsonParser json;
  private boolean present;
  private String type;
  private GeoJsonCoordinates coordinates;
  private List<GeoJsonGeometry> parts;
  private GeoJsonProblem problem;
  private int size;

  GeoJsonGeometry(JsonParser json) {
    this.json = json;
  }

  static boolean isType(String type) {
    return type != null && TYPES.contains(type);
  }

  /** Reads the geometry, or null, that the current token begins. */
  void read() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    present = true;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      problem = new GeoJsonProblem("geometry", "", "the geometry must be an object or null");
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      member(name);
    }
  }

  /** Takes the member whose value is the current token. */
  void member(String name) throws IOException {
    if (name.equals("type") && json.currentToken() == JsonToken.VALUE_STRING) {
      type = json.getText();
    } else if (name.equals("coordinates")) {
      coordinates = GeoJsonCoordinates.read(json);
      size += coordinates.size();
    } else if (name.equals("geometries") && json.currentToken() == JsonToken.START_ARRAY) {
      parts = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        add(new GeoJsonGeometry(json));
      }
    } else {
      json.skipChildren();
    }
  }

  private void add(GeoJsonGeometry part) throws IOException {
    part.read();
    size += part.size + 1;
    if (size > GeoJsonCoordinates.MAX_SIZE) {
      problem = GeoJsonCoordinates.TOO_LARGE;
    } else {
      parts.add(part);
    }
  }

  /** The geometry; null if there is none. */
  Geometry build() {
    return present ? build(type) : null;
  }

  Geometry build(String type) {
    if (problem != null) {
      throw problem.raised();
    }
    if (!isType(type)) {
      String allowed = "the type of a geometry must be one of " + String.join(", ", TYPES);
      throw bad("geometry.type", type == null ? "" : type, allowed);
    }
    if (type.equals("GeometryCollection")) {
      return collection();
    }
    if (coordinates == null) {
      throw bad("geometry.coordinates", "", "the " + type + " has no coordinates");
    }
    if (coordinates.findProblem().isPresent()) {
      throw coordinates.findProblem().get().raised();
    }
    return simple(type, coordinates.root());
  }

  private Geometry collection() {
    if (parts == null || parts.isEmpty()) {
      throw bad("geometry.geometries", "", "the GeometryCollection is empty");
    }
    List<Geometry> built = new ArrayList<>();
    for (GeoJsonGeometry part : parts) {
      built.add(part.build(part.type));
    }
    return FACTORY.createGeometryCollection(built.toArray(Geometry[]::new));
  }

  private static Geometry simple(String type, GeoJsonCoordinates.Node root) {
    switch (type) {
      case "Point":
        return FACTORY.createPoint(root.position("Point"));
      case "MultiPoint":
        return FACTORY.createMultiPointFromCoords(root.positions("MultiPoint", 1));
      case "LineString":
        return line(root, "LineString");
      case "MultiLineString":
        List<LineString> lines = new ArrayList<>();
        for (GeoJsonCoordinates.Node each : root.items("MultiLineString")) {
          lines.add(line(each, "MultiLineString"));
        }
        return FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
      case "Polygon":
        return polygon(root, "Polygon");
      default:
        List<Polygon> polygons = new ArrayList<>();
        for (GeoJsonCoordinates.Node each : root.items("MultiPolygon")) {
          polygons.add(polygon(each, "MultiPolygon"));
        }
        return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
  }

  private static LineString line(GeoJsonCoordinates.Node node, String type) {
    return FACTORY.createLineString(node.positions(type, 2));
  }

  private static Polygon polygon(GeoJsonCoordinates.Node node, String type) {
    List<LinearRing> rings = new ArrayList<>();
    for (GeoJsonCoordinates.Node each : node.items(type)) {
      rings.add(ring(each, type, rings.size() + 1));
    }
    LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
    return FACTORY.createPolygon(rings.get(0), holes);
  }

  private static LinearRing ring(GeoJsonCoordinates.Node node, String type, int number) {
    Coordinate[] positions = node.positions(type, 1);
    Coordinate first = positions[0];
    Coordinate last = positions[positions.length - 1];
    if (!first.equals2D(last)) {
      throw bad(
          "geometry.coordinates",
          GeoJsonCoordinates.text(last),
          "ring "
              + number
              + " is not closed: it must end where it begins, at "
              + GeoJsonCoordinates.text(first));
    }
    if (positions.length < 4) {
      throw bad(
          "geometry.coordinates",
          GeoJsonCoordinates.text(first),
          "ring " + number + " has " + positions.length + " positions: it must have at least 4");
    }
    return FACTORY.createLinearRing(positions);
  }

  static GeoJsonProblem.Raised bad(String member, String value, String message) {
    return new GeoJsonProblem(member, value, message).raised();
  }
}
