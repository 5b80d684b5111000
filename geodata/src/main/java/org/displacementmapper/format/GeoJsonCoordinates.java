package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * The value of one "coordinates" member before its meaning is known: positions in nested lists. The
 * first problem is kept; the rest is then only skipped, so that the parser reaches the end.
 */
final class GeoJsonCoordinates {

  /** Positions and lists of one geometry; more than any country's outline has. */
  static final int MAX_SIZE = 2_000_000;

  static final GeoJsonProblem TOO_LARGE =
      new GeoJsonProblem(
          "geometry.coordinates",
          "",
          String.format(Locale.ROOT, "it has more than %,d positions: simplify it", MAX_SIZE));

  private static final String MEMBER = "geometry.coordinates";

  private final JsonParser json;
  private GeoJsonProblem problem;
  private Node root;
  private int size;

  private GeoJsonCoordinates(JsonParser json) {
    this.json = json;
  }

  /** Reads the value that the current token begins. */
  static GeoJsonCoordinates read(JsonParser json) throws IOException {
    GeoJsonCoordinates coordinates = new GeoJsonCoordinates(json);
    if (json.currentToken() == JsonToken.START_ARRAY) {
      coordinates.root = coordinates.node();
    } else {
      coordinates.problem =
          new GeoJsonProblem(MEMBER, json.getText(), "coordinates must be a list");
      json.skipChildren();
    }
    return coordinates;
  }

  Node root() {
    return root;
  }

  Optional<GeoJsonProblem> findProblem() {
    return Optional.ofNullable(problem);
  }

  static String text(Coordinate position) {
    return ("[" + position.x + ", " + position.y + "]").replaceAll("\\.0(?!\\d)", "");
  }

  /** How many positions and lists it has. */
  int size() {
    return size;
  }

  private Node node() throws IOException {
    if (++size > MAX_SIZE && problem == null) {
      problem = TOO_LARGE;
    }
    JsonToken token = json.nextToken();
    if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
      return position();
    }
    List<Node> items = new ArrayList<>();
    for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
      if (token != JsonToken.START_ARRAY) {
        fail(json.getText(), "a list of positions holds something else");
        json.skipChildren();
      } else {
        Node item = node();
        if (problem == null) {
          items.add(item);
        }
      }
    }
    return new Node(null, items);
  }

  /** A position whose first element is the current token; elements after the second are dropped. */
  private Node position() throws IOException {
    double[] lonLat = {Double.NaN, Double.NaN};
    int count = 0;
    for (JsonToken token = json.currentToken();
        token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (count < 2) {
        lonLat[count] = number(token);
      }
      count++;
      json.skipChildren();
    }
    if (count < 2) {
      fail("[" + lonLat[0] + "]", "a position must have two numbers: longitude, latitude");
    }
    return new Node(new CoordinateXY(lonLat[0], lonLat[1]), null);
  }

  private double number(JsonToken token) throws IOException {
    double value = token.isNumeric() ? json.getDoubleValue() : Double.NaN;
    if (!Double.isFinite(value)) {
      String found = token.isScalarValue() ? json.getText() : token.asString();
      fail(found, "a coordinate must be a finite number without quotes");
    }
    return value;
  }

  private void fail(String value, String message) {
    if (problem == null) {
      problem = new GeoJsonProblem(MEMBER, value, message);
    }
  }

  /** A position, or a list of nodes: one of the two is null. */
  record Node(Coordinate position, List<Node> items) {

    /** This as the single position that the type wants. */
    Coordinate position(String type) {
      if (position == null) {
        throw items.isEmpty() ? empty(type) : misnested(type);
      }
      return position;
    }

    /** This as the list that the type wants. */
    List<Node> items(String type) {
      if (items == null) {
        throw misnested(type);
      }
      if (items.isEmpty()) {
        throw empty(type);
      }
      return items;
    }

    /** This as a list of at least so many positions. */
    Coordinate[] positions(String type, int least) {
      List<Node> nodes = items(type);
      if (nodes.size() < least) {
        throw GeoJsonGeometry.bad(
            MEMBER,
            "",
            "the " + type + " has " + nodes.size() + " position: it must have at least " + least);
      }
      Coordinate[] positions = new Coordinate[nodes.size()];
      for (int i = 0; i < positions.length; i++) {
        positions[i] = nodes.get(i).position(type);
      }
      return positions;
    }

    private static GeoJsonProblem.Raised empty(String type) {
      return GeoJsonGeometry.bad(MEMBER, "", "the " + type + " has an empty list of coordinates");
    }

    private static GeoJsonProblem.Raised misnested(String type) {
      return GeoJsonGeometry.bad(
          MEMBER, "", "the lists of coordinates are not nested as a " + type + " needs");
    }
  }
}
