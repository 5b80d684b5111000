package org.displacementmapper.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.locationtech.jts.geom.Point;

/**
 * An output of any format, taken apart as far as it can be: its text, and records of values by name
 * that it holds at any depth. A point stands as {@code lon} and {@code lat} under its record.
 */
record Answered(String where, String text, List<Map<String, Object>> records) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * @param ending of its file name, which says the format
   */
  static Answered of(String where, String ending, byte[] bytes, Path folder) throws IOException {
    StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
    List<Map<String, Object>> records = new ArrayList<>();
    if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    if (ending.equals("mvt")) {
      MvtRecords.read(ByteBuffer.wrap(bytes), records);
    } else if (ending.equals("pmtiles")) {
      PmTilesTwin file = new PmTilesTwin(bytes);
      text.append(file.metadata());
      for (byte[] tile : file.tiles.values()) {
        MvtRecords.read(ByteBuffer.wrap(tile), records);
      }
    } else if (ending.equals("json")) {
      collect(JSON.readTree(bytes), records);
    } else if (!ending.equals("html")) {
      features(Files.write(folder.resolve("answered." + ending), bytes), records);
    }
    records.forEach(text::append);
    return new Answered(where, text.toString(), records);
  }

  /** Nothing where a format can be written but not read. */
  private static void features(Path file, List<Map<String, Object>> records) {
    try (FeatureStream features = Formats.read(file, issue -> {})) {
      for (Feature feature : features) {
        Map<String, Object> values = new LinkedHashMap<>(feature.values());
        if (feature.geometry() instanceof Point point && !point.isEmpty()) {
          values.put("lon", point.getX());
          values.put("lat", point.getY());
        }
        records.add(values);
      }
    } catch (UnreadableFileException e) {
      return;
    }
  }

  private static void collect(JsonNode node, List<Map<String, Object>> records) {
    if (node.isObject()) {
      Map<String, Object> values = new LinkedHashMap<>();
      node.properties()
          .forEach(
              field -> {
                if (field.getValue().isNumber()) {
                  values.put(field.getKey(), field.getValue().numberValue());
                } else if (field.getValue().isTextual()) {
                  values.put(field.getKey(), field.getValue().asText());
                }
              });
      records.add(values);
    }
    node.forEach(child -> collect(child, records));
  }

  /** A number of a record, also where the format keeps it as text; null if there is none. */
  static Double number(Map<String, Object> values, String name) {
    Object value = values.get(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value instanceof String text && text.matches("-?[0-9]+(\\.[0-9]+)?")
        ? Double.valueOf(text)
        : null;
  }
}
