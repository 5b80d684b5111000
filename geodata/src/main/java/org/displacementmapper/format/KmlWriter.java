package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes one KML document; see {@link KmlFormat}. Not thread-safe. */
final class KmlWriter implements Closeable {

  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";
  private static final String SCHEMA_ID = "fields";

  /** Fields that Google Earth shows as the name of a placemark, the first that there is. */
  private static final List<String> NAMES = List.of("name_en", "name", "title", "place", "pcode");

  private final Schema schema;
  private final Optional<Field> name;
  private final XMLStreamWriter xml;

  KmlWriter(Schema schema, OutputStream out) throws IOException {
    this.schema = schema;
    this.name = NAMES.stream().flatMap(each -> schema.findField(each).stream()).findFirst();
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** One step of writing. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  void begin(Map<String, ?> about) throws IOException {
    run(
        () -> {
          xml.writeStartDocument("UTF-8", "1.0");
          xml.writeCharacters("\n");
          xml.writeStartElement("kml");
          xml.writeDefaultNamespace(NAMESPACE);
          xml.writeStartElement("Document");
          if (about.get("title") != null) {
            element("name", about.get("title").toString());
          }
          if (!about.isEmpty()) {
            element("description", description(about));
          }
          style();
          schema();
          xml.writeCharacters("\n");
        });
  }

  /** So that areas do not hide what lies below them. */
  private void style() throws XMLStreamException {
    xml.writeStartElement("Style");
    xml.writeAttribute("id", "plain");
    xml.writeStartElement("LineStyle");
    element("color", "ff404040");
    element("width", "1");
    xml.writeEndElement();
    xml.writeStartElement("PolyStyle");
    element("color", "400000ff");
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void schema() throws XMLStreamException {
    xml.writeStartElement("Schema");
    xml.writeAttribute("name", SCHEMA_ID);
    xml.writeAttribute("id", SCHEMA_ID);
    for (Field field : schema.fields()) {
      xml.writeStartElement("SimpleField");
      xml.writeAttribute("type", type(field.type()));
      xml.writeAttribute("name", clean(field.name()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String type(Field.Type type) {
    return switch (type) {
      case INTEGER -> "int";
      case NUMBER -> "double";
      case BOOLEAN -> "bool";
      default -> "string";
    };
  }

  private static String description(Map<String, ?> about) {
    StringBuilder text = new StringBuilder();
    about.forEach(
        (key, value) -> {
          if (value instanceof Iterable<?> items) {
            text.append(key).append(":\n");
            items.forEach(item -> text.append("- ").append(item).append('\n'));
          } else if (value != null) {
            text.append(key).append(": ").append(value).append('\n');
          }
        });
    return text.toString();
  }

  void feature(Feature feature) throws IOException {
    run(
        () -> {
          xml.writeStartElement("Placemark");
          if (feature.id() != null && feature.id().matches("[A-Za-z_][\\w.-]*")) {
            xml.writeAttribute("id", feature.id());
          }
          if (name.isPresent() && !feature.text(name.get().name()).isEmpty()) {
            element("name", feature.text(name.get().name()));
          }
          element("styleUrl", "#plain");
          values(feature);
          if (feature.geometry() != null && !feature.geometry().isEmpty()) {
            geometry(feature.geometry());
          }
          xml.writeEndElement();
          xml.writeCharacters("\n");
        });
  }

  private void values(Feature feature) throws XMLStreamException {
    xml.writeStartElement("ExtendedData");
    xml.writeStartElement("SchemaData");
    xml.writeAttribute("schemaUrl", "#" + SCHEMA_ID);
    for (Field field : schema.fields()) {
      Object value = feature.values().get(field.name());
      if (value != null) {
        xml.writeStartElement("SimpleData");
        xml.writeAttribute("name", clean(field.name()));
        xml.writeCharacters(clean(text(value)));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** GDAL reads a boolean as a whole number, and "true" as 0. */
  private static String text(Object value) {
    return value instanceof Boolean flag ? (flag ? "1" : "0") : CsvCells.VERBATIM.text(value);
  }

  private void geometry(Geometry geometry) throws XMLStreamException {
    if (geometry instanceof Point) {
      xml.writeStartElement("Point");
      coordinates(geometry);
      xml.writeEndElement();
    } else if (geometry instanceof LineString) {
      xml.writeStartElement("LineString");
      coordinates(geometry);
      xml.writeEndElement();
    } else if (geometry instanceof Polygon polygon) {
      xml.writeStartElement("Polygon");
      ring("outerBoundaryIs", polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring("innerBoundaryIs", polygon.getInteriorRingN(i));
      }
      xml.writeEndElement();
    } else {
      xml.writeStartElement("MultiGeometry");
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        if (!geometry.getGeometryN(i).isEmpty()) {
          geometry(geometry.getGeometryN(i));
        }
      }
      xml.writeEndElement();
    }
  }

  private void ring(String boundary, LineString ring) throws XMLStreamException {
    xml.writeStartElement(boundary);
    xml.writeStartElement("LinearRing");
    coordinates(ring);
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void coordinates(Geometry geometry) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (Coordinate position : geometry.getCoordinates()) {
      text.append(text.length() == 0 ? "" : " ");
      text.append(Degrees.text(position.getX())).append(',').append(Degrees.text(position.getY()));
    }
    element("coordinates", text.toString());
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** Without the control characters that XML has no way to write. */
  private static String clean(String text) {
    return text.replaceAll(
        "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]",
        "?");
  }

  void end() throws IOException {
    run(
        () -> {
          xml.writeEndDocument();
          xml.flush();
        });
  }

  @Override
  public void close() throws IOException {
    run(xml::close);
  }
}
