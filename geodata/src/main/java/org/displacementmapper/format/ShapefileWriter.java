package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.locationtech.jts.geom.Geometry;

/**
 * Writes features as Shapefiles in one zip: one for each shape type that there is, with the texts
 * that make it whole. Memory is that of one feature; the features go through temporary files.
 */
final class ShapefileWriter implements Closeable {

  private static final LocalDateTime MADE = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final int MAX_NAME = 10;

  private static final String WGS84_PRJ =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private static final Map<Integer, String> KINDS =
      Map.of(
          ShapeGeometry.POINT, "points",
          ShapeGeometry.POINTS, "multipoints",
          ShapeGeometry.LINES, "lines",
          ShapeGeometry.POLYGONS, "polygons");

  private final Schema schema;
  private final SchemaCheck check;
  private final Map<Integer, ShapefileLayer> layers = new TreeMap<>();
  private final Map<Integer, List<DbfColumn>> columns = new TreeMap<>();

  ShapefileWriter(Schema schema) {
    this.schema = schema;
    this.check = new SchemaCheck(schema);
  }

  /** Takes in all features, which decides on the files. */
  void take(Iterator<Feature> features) throws IOException {
    FeatureSample sample = new FeatureSample(features);
    int usual = sample.findGeometry().map(ShapefileWriter::type).orElse(ShapeGeometry.POINT);
    boolean withId = sample.needsId() || schema.fields().isEmpty();
    while (sample.hasNext()) {
      Feature feature = sample.next();
      check.requireKnownFields(feature);
      Map<Integer, Geometry> shapes = shapes(feature.geometry());
      if (shapes.isEmpty()) {
        layer(usual, withId).add(feature, null);
      }
      for (Map.Entry<Integer, Geometry> shape : shapes.entrySet()) {
        layer(shape.getKey(), withId).add(feature, shape.getValue());
      }
    }
    if (layers.isEmpty()) {
      layer(usual, withId);
    }
    for (ShapefileLayer layer : layers.values()) {
      layer.finish();
    }
  }

  private static int type(Geometry geometry) {
    Map<Integer, Geometry> shapes = shapes(geometry);
    return shapes.isEmpty() ? ShapeGeometry.POINT : shapes.keySet().iterator().next();
  }

  /** The geometry by shape type; a collection may have several. */
  private static Map<Integer, Geometry> shapes(Geometry geometry) {
    int type = ShapeBytes.type(geometry);
    Map<Integer, Geometry> shapes = new TreeMap<>();
    if (type > 0) {
      shapes.put(type, geometry);
    } else if (type < 0) {
      Map<Integer, List<Geometry>> parts = new TreeMap<>();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        shapes(geometry.getGeometryN(i))
            .forEach((kind, part) -> parts.computeIfAbsent(kind, k -> new ArrayList<>()).add(part));
      }
      parts.forEach((kind, each) -> shapes.put(kind, geometry.getFactory().buildGeometry(each)));
    }
    return shapes;
  }

  private ShapefileLayer layer(int type, boolean withId) throws IOException {
    ShapefileLayer known = layers.get(type);
    if (known != null) {
      return known;
    }
    List<DbfColumn> own = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Field field : schema.fields()) {
      own.add(new DbfColumn(field, shortName(field.name(), taken)));
    }
    if (withId) {
      String name = schema.findField("id").isPresent() ? "feature_id" : "id";
      own.add(
          0, new DbfColumn(new Field(name, Field.Type.TEXT, "identity"), shortName(name, taken)));
    }
    columns.put(type, own);
    ShapefileLayer layer = new ShapefileLayer(type, own, withId);
    layers.put(type, layer);
    return layer;
  }

  /** At most ten letters, digits and low lines, all different where capitals do not count. */
  private static String shortName(String name, Set<String> taken) {
    String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
    String letter = plain.matches("[A-Za-z].*") ? plain : "f" + plain;
    String cut = letter.substring(0, Math.min(MAX_NAME, letter.length()));
    String free = cut;
    for (int n = 1; !taken.add(free.toLowerCase(Locale.ROOT)); n++) {
      String number = "_" + n;
      free = cut.substring(0, Math.min(cut.length(), MAX_NAME - number.length())) + number;
    }
    return free;
  }

  void write(String name, Map<String, ?> about, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (ShapefileLayer layer : layers.values()) {
      String file = fileName(name, layer);
      begin(zip, file + ".shp");
      layer.writeShapes(zip);
      begin(zip, file + ".shx");
      layer.writeIndex(zip);
      begin(zip, file + ".dbf");
      layer.writeRows(zip);
      text(zip, file + ".prj", WGS84_PRJ);
      text(zip, file + ".cpg", "UTF-8");
      text(zip, file + "_fields.csv", fields(columns.get(layer.type())));
    }
    text(zip, "README.txt", readme(name, about));
    zip.finish();
    out.flush();
  }

  private String fileName(String name, ShapefileLayer layer) {
    return layers.size() == 1 ? name : name + "_" + KINDS.get(layer.type());
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(MADE);
    zip.putNextEntry(entry);
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Short and full names, with a byte-order mark so that spreadsheets read them as UTF-8. */
  private static String fields(List<DbfColumn> columns) {
    StringBuilder text = new StringBuilder("\uFEFFfield,name,type,meaning,values_cut\r\n");
    for (DbfColumn column : columns) {
      text.append(quoted(column.name())).append(',');
      text.append(quoted(column.field().name())).append(',');
      text.append(column.field().type().name().toLowerCase(Locale.ROOT)).append(',');
      text.append(quoted(column.field().text())).append(',');
      text.append(column.cut()).append("\r\n");
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private String readme(String name, Map<String, ?> about) {
    StringBuilder text = new StringBuilder();
    about.forEach((key, value) -> line(text, key, value));
    text.append("\r\nShapefiles, longitude and latitude (WGS 84), texts in UTF-8:\r\n");
    for (ShapefileLayer layer : layers.values()) {
      text.append(
          String.format(
              Locale.ROOT, "- %s: %,d features\r\n", fileName(name, layer), layer.count()));
      for (DbfColumn column : columns.get(layer.type())) {
        if (column.cut() > 0) {
          text.append(
              String.format(
                  Locale.ROOT,
                  "  %s: %,d texts were cut to %d bytes, which is all that the format holds\r\n",
                  column.name(),
                  column.cut(),
                  DbfColumn.MAX_TEXT));
        }
      }
    }
    return text.append(
            "Field names have ten characters at most; the full ones are in ..._fields.csv.\r\n")
        .toString();
  }

  private static void line(StringBuilder text, String key, Object value) {
    if (value instanceof Iterable<?> items) {
      text.append(key).append(":\r\n");
      items.forEach(item -> text.append("- ").append(item).append("\r\n"));
    } else if (value instanceof Map<?, ?> members) {
      members.forEach((member, each) -> line(text, key + "." + member, each));
    } else if (value != null) {
      text.append(key).append(": ").append(value).append("\r\n");
    }
  }

  @Override
  public void close() throws IOException {
    for (ShapefileLayer layer : layers.values()) {
      layer.close();
    }
  }
}
