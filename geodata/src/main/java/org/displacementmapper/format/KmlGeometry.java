package org.displacementmapper.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Reads one geometry element of a KML file; what is wrong is an IllegalArgumentException. */
final class KmlGeometry {

  /** Positions of one placemark; more than any country's outline has. */
  static final int MAX_POSITIONS = 2_000_000;

  private static final int MAX_DEPTH = 20;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final XMLStreamReader xml;
  private int positions;

  KmlGeometry(XMLStreamReader xml) {
    this.xml = xml;
  }

  static boolean isGeometry(String element) {
    return switch (element) {
      case "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry" -> true;
      default -> false;
    };
  }

  /**
   * Reads the element that has just begun, to its end; what is wrong is thrown only then, so that
   * the next placemark can be read.
   */
  Geometry read() throws XMLStreamException {
    Draft draft = read(0);
    return draft.build();
  }

  /** Elements by name with the positions in them, before it is known whether they fit. */
  private static final class Draft {

    private final String type;
    private final List<Draft> parts = new ArrayList<>();
    private List<Coordinate> positions = List.of();
    private String problem;

    Draft(String type) {
      this.type = type;
    }

    Geometry build() {
      if (problem != null) {
        throw new IllegalArgumentException(problem);
      }
      switch (type) {
        case "Point":
          require(1);
          return FACTORY.createPoint(positions.get(0));
        case "LineString":
          require(2);
          return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
        case "LinearRing":
          return ring();
        case "Polygon":
          return polygon();
        default:
          return collection();
      }
    }

    private void require(int least) {
      if (positions.size() < least) {
        throw new IllegalArgumentException(
            "the " + type + " has " + positions.size() + " positions: it needs " + least);
      }
    }

    private LinearRing ring() {
      require(1);
      if (!positions.get(0).equals2D(positions.get(positions.size() - 1))) {
        Coordinate first = positions.get(0);
        throw new IllegalArgumentException(
            "a ring is not closed: it must end where it begins, at " + first.x + "," + first.y);
      }
      require(4);
      return FACTORY.createLinearRing(positions.toArray(Coordinate[]::new));
    }

    private Geometry polygon() {
      LinearRing shell = null;
      List<LinearRing> holes = new ArrayList<>();
      for (Draft boundary : parts) {
        for (Draft ring : boundary.parts) {
          if (ring.problem != null) {
            throw new IllegalArgumentException(ring.problem);
          }
          if (boundary.type.equals("outerBoundaryIs") && shell == null) {
            shell = ring.ring();
          } else {
            holes.add(ring.ring());
          }
        }
      }
      if (shell == null) {
        throw new IllegalArgumentException("the Polygon has no outer boundary");
      }
      return FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    /** As the narrowest kind that holds all parts. */
    private Geometry collection() {
      List<Geometry> built = new ArrayList<>();
      for (Draft part : parts) {
        built.add(part.build());
      }
      if (built.isEmpty()) {
        throw new IllegalArgumentException("the MultiGeometry is empty");
      }
      String first = built.get(0).getGeometryType();
      boolean same = built.stream().allMatch(each -> each.getGeometryType().equals(first));
      if (!same || built.get(0).getNumGeometries() > 1) {
        return FACTORY.createGeometryCollection(built.toArray(Geometry[]::new));
      }
      return built.size() == 1 && !first.equals("Polygon") ? built.get(0) : multi(first, built);
    }

    private static Geometry multi(String type, List<Geometry> parts) {
      return type.equals("Polygon")
          ? FACTORY.createMultiPolygon(parts.toArray(org.locationtech.jts.geom.Polygon[]::new))
          : FACTORY.buildGeometry(parts);
    }
  }

  private Draft read(int depth) throws XMLStreamException {
    Draft draft = new Draft(xml.getLocalName());
    if (depth > MAX_DEPTH) {
      draft.problem = "geometries are nested deeper than " + MAX_DEPTH;
    }
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      if (name.equals("coordinates")) {
        readPositions(draft);
      } else if (depth <= MAX_DEPTH && (isGeometry(name) || name.endsWith("BoundaryIs"))) {
        Draft part = read(depth + 1);
        draft.parts.add(part);
        draft.problem = draft.problem == null ? part.problem : draft.problem;
      } else {
        KmlPlacemarks.skip(xml);
      }
    }
    return draft;
  }

  /** The text comes in pieces, and a position may lie across two of them. */
  private void readPositions(Draft draft) throws XMLStreamException {
    draft.positions = new ArrayList<>();
    StringBuilder token = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isCharacters()) {
        char[] text = xml.getTextCharacters();
        int start = xml.getTextStart();
        for (int i = start; i < start + xml.getTextLength(); i++) {
          if (text[i] > ' ') {
            token.append(text[i]);
            if (token.length() > 200) {
              draft.problem = "a position is longer than 200 characters";
              token.setLength(0);
            }
          } else {
            position(token, draft);
          }
        }
      } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        KmlPlacemarks.skip(xml);
      }
    }
    position(token, draft);
  }

  private void position(StringBuilder token, Draft draft) {
    if (token.length() == 0) {
      return;
    }
    String text = token.toString();
    token.setLength(0);
    if (draft.problem != null) {
      return;
    }
    if (++positions > MAX_POSITIONS) {
      draft.problem =
          String.format(Locale.ROOT, "it has more than %,d positions: simplify it", MAX_POSITIONS);
      draft.positions = List.of();
      return;
    }
    String[] numbers = text.split(",", 3);
    try {
      double x = Double.parseDouble(numbers[0]);
      double y = Double.parseDouble(numbers[1]);
      if (!Double.isFinite(x) || !Double.isFinite(y)) {
        throw new NumberFormatException();
      }
      draft.positions.add(new CoordinateXY(x, y));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      draft.problem =
          "\"" + text + "\" is no position: write longitude,latitude without blanks between them";
    }
  }
}
