package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.Geometry;

/** The placemarks of one KML file; the first ones have been read once this exists. */
final class KmlPlacemarks implements Iterator<Feature>, Closeable {

  private static final int SAMPLE_SIZE = 100;
  private static final int SAMPLE_POSITIONS = 20_000;
  private static final int MAX_TEXT_LENGTH = 1 << 20;
  private static final int MAX_VALUES = 2000;

  private final Input input;
  private final Consumer<Issue> issues;
  private final XMLStreamReader xml;

  /** The fields that the file declares, in its order. */
  private final Map<String, String> types = new LinkedHashMap<>();

  private final Deque<Feature> ahead = new ArrayDeque<>();
  private final Schema schema;
  private boolean ended;
  private long count;

  KmlPlacemarks(Input input, Consumer<Issue> issues) {
    this.input = input;
    this.issues = issues;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // A document type is met as an event then, and refused; nothing outside is ever opened.
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it refers to another file");
        });
    try {
      this.xml = factory.createXMLStreamReader(input.text(), "UTF-8");
    } catch (XMLStreamException e) {
      throw new UnreadableFileException(input.name(), "this is no valid XML: " + e.getMessage());
    }
    GeoJsonSchema sample = new GeoJsonSchema();
    long positions = 0;
    while (sample.size() < SAMPLE_SIZE && positions < SAMPLE_POSITIONS && fetch()) {
      Feature feature = ahead.getLast();
      sample.add(feature);
      positions += feature.geometry() == null ? 0 : feature.geometry().getNumPoints();
    }
    this.schema = withDeclared(sample.schema());
  }

  /** Those that were met, and in the place where they are declared those without a value so far. */
  private Schema withDeclared(Schema met) {
    List<Field> fields = new ArrayList<>();
    met.fields().stream().filter(field -> !types.containsKey(field.name())).forEach(fields::add);
    types.forEach(
        (name, type) ->
            fields.add(met.findField(name).orElseGet(() -> new Field(name, fieldType(type), ""))));
    return new Schema(fields);
  }

  private static Field.Type fieldType(String declared) {
    return switch (declared) {
      case "int", "uint", "short", "ushort" -> Field.Type.INTEGER;
      case "float", "double" -> Field.Type.NUMBER;
      case "bool" -> Field.Type.BOOLEAN;
      default -> Field.Type.TEXT;
    };
  }

  Schema schema() {
    return schema;
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty() || fetch();
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.remove();
  }

  private boolean fetch() {
    try {
      int before = ahead.size();
      while (!ended && ahead.size() == before) {
        step();
      }
      return ahead.size() > before;
    } catch (XMLStreamException e) {
      throw unreadable(e);
    }
  }

  private UnreadableFileException unreadable(XMLStreamException e) {
    if (e.getNestedException() instanceof IOException cause) {
      return input.unreadable(cause);
    }
    long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    // The parser's text begins with the place, over two lines.
    String said = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
    return new UnreadableFileException(
        Issue.rejected(input.name(), line, "", "", "this is no valid XML: " + said.strip()));
  }

  private void step() throws XMLStreamException {
    int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
    if (event == XMLStreamConstants.END_DOCUMENT) {
      ended = true;
      if (count == 0) {
        String message = "the file has no placemarks: nothing to read";
        issues.accept(Issue.warned(input.name(), 0, "", "", message));
      }
    } else if (event == XMLStreamConstants.DTD) {
      throw new UnreadableFileException(
          Issue.rejected(
              input.name(),
              xml.getLocation().getLineNumber(),
              "",
              "",
              "the file declares a document type, which KML has no use for and which can reach"
                  + " other files: remove it"));
    } else if (event == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "Placemark" -> placemark();
        case "SimpleField" -> {
          String name = xml.getAttributeValue(null, "name");
          if (name != null && types.size() < MAX_VALUES) {
            types.put(name, String.valueOf(xml.getAttributeValue(null, "type")));
          }
          skip(xml);
        }
        case "Style", "StyleMap" -> skip(xml);
        default -> {
          // A folder or the like, whose content comes next.
        }
      }
    }
  }

  private void placemark() throws XMLStreamException {
    count++;
    long line = xml.getLocation().getLineNumber();
    String id = xml.getAttributeValue(null, "id");
    Map<String, Object> values = new LinkedHashMap<>();
    Geometry geometry = null;
    String problem = null;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String element = xml.getLocalName();
      if (KmlGeometry.isGeometry(element)) {
        try {
          geometry = new KmlGeometry(xml).read();
        } catch (IllegalArgumentException e) {
          problem = e.getMessage();
        }
      } else if (element.equals("ExtendedData")) {
        extendedData(values);
      } else if (element.equals("name") || element.equals("description")) {
        values.putIfAbsent(element, text());
      } else {
        skip(xml);
      }
    }
    if (problem == null) {
      ahead.add(new Feature(id, geometry, values, line));
    } else {
      String named = id == null ? "placemark " + count : "placemark \"" + id + "\"";
      issues.accept(
          Issue.rejected(input.name(), line, "geometry", "", named + " was left out: " + problem));
    }
  }

  /** Data with their values, and SimpleData of a Schema. */
  private void extendedData(Map<String, Object> values) throws XMLStreamException {
    String data = null;
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getAttributeValue(null, "name");
        switch (xml.getLocalName()) {
          case "SimpleData" -> put(values, name, text());
          case "value" -> put(values, data, text());
          case "Data" -> {
            data = name;
            depth++;
          }
          default -> depth++;
        }
      }
    }
  }

  private void put(Map<String, Object> values, String name, String text) {
    if (name != null && values.size() < MAX_VALUES) {
      values.put(name, typed(text, types.getOrDefault(name, "string")));
    }
  }

  private static Object typed(String text, String type) {
    String value = text.strip();
    if (value.isEmpty()) {
      return null;
    }
    try {
      return switch (type) {
        case "int", "uint", "short", "ushort" -> Long.valueOf(value);
        case "float", "double" -> Double.valueOf(value);
        case "bool" ->
            value.matches("1|true") ? (Object) true : value.matches("0|false") ? false : text;
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** The text of the element that has just begun; elements inside are passed over. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        skip(xml);
      } else if (xml.isCharacters() && text.length() <= MAX_TEXT_LENGTH) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new UnreadableFileException(
          Issue.rejected(
              input.name(),
              xml.getLocation().getLineNumber(),
              "",
              "",
              "a text is longer than " + MAX_TEXT_LENGTH + " characters"));
    }
    return text.toString().strip();
  }

  /** Passes over the element that has just begun. */
  static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      // It was only read.
    }
    input.close();
  }
}
