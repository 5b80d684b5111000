package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Fills one new GeoPackage: the features, then all that is known only when they are written. */
final class GeoPackageWriter implements Closeable {

  /** The letters GPKG. */
  private static final int APPLICATION_ID = 0x47504B47;

  private static final int VERSION = 10200;

  /** When a table last changed, if nothing says: the bytes must not depend on the clock. */
  private static final String UNKNOWN_DAY = "1970-01-01";

  private static final String JSON = "application/json";

  private final Connection database;
  private final Schema schema;
  private final SchemaCheck check;
  private final WriteOptions options;
  private final String table;
  private final String key;
  private final String idColumn;
  private final String geometryColumn;
  private final List<String> columns = new ArrayList<>();
  private final Envelope extent = new Envelope();
  private final TreeSet<String> types = new TreeSet<>();

  GeoPackageWriter(Path file, Schema schema, FeatureSample sample, WriteOptions options)
      throws IOException {
    this.schema = schema;
    this.check = new SchemaCheck(schema);
    this.options = options;
    this.table = Sqlite.plainName(options.layer());
    ColumnNames names = new ColumnNames();
    schema.names().forEach(name -> columns.add(names.take(name)));
    this.key = names.take("fid");
    this.idColumn = sample.needsId() ? names.take("key") : null;
    this.geometryColumn = names.take("geom");
    try {
      this.database = Sqlite.create(file);
    } catch (SQLException e) {
      throw failed(e);
    }
    try {
      begin();
    } catch (SQLException e) {
      close();
      throw failed(e);
    }
  }

  private void begin() throws SQLException {
    run("PRAGMA application_id = " + APPLICATION_ID);
    run("PRAGMA user_version = " + VERSION);
    run(Sqlite.script("geopackage.sql"));
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(Sqlite.quoted(table));
    sql.append(" (").append(Sqlite.quoted(key)).append(" INTEGER PRIMARY KEY NOT NULL, ");
    sql.append(Sqlite.quoted(geometryColumn)).append(' ').append(declaredType());
    if (idColumn != null) {
      sql.append(", ").append(Sqlite.quoted(idColumn)).append(" TEXT");
    }
    for (int i = 0; i < columns.size(); i++) {
      sql.append(", ").append(Sqlite.quoted(columns.get(i))).append(' ');
      sql.append(sqlType(schema.fields().get(i).type()));
    }
    run(sql.append(')').toString());
    run("CREATE VIRTUAL TABLE " + index() + " USING rtree(id, minx, maxx, miny, maxy)");
  }

  private String index() {
    return "\"rtree_" + table + "_" + geometryColumn + "\"";
  }

  private String declaredType() {
    return options.geometryType().isEmpty()
        ? "GEOMETRY"
        : options.geometryType().toUpperCase(Locale.ROOT);
  }

  private static String sqlType(Field.Type type) {
    return switch (type) {
      case INTEGER -> "INTEGER";
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TEXT, LIST, OBJECT -> "TEXT";
    };
  }

  void features(Iterator<Feature> features) throws IOException {
    String places = ", ?".repeat(columns.size() + (idColumn == null ? 0 : 1));
    try (PreparedStatement row =
            database.prepareStatement(
                "INSERT INTO " + Sqlite.quoted(table) + " VALUES (?, ?" + places + ")");
        PreparedStatement box =
            database.prepareStatement("INSERT INTO " + index() + " VALUES (?, ?, ?, ?, ?)")) {
      for (long fid = 1; features.hasNext(); fid++) {
        Feature feature = features.next();
        check.requireKnownFields(feature);
        row.setLong(1, fid);
        geometry(feature, fid, row, box);
        values(feature, row);
        row.executeUpdate();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void geometry(Feature feature, long fid, PreparedStatement row, PreparedStatement box)
      throws SQLException {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      row.setNull(2, Types.BLOB);
      return;
    }
    Geometry fitting = fitting(geometry);
    types.add(fitting.getGeometryType());
    row.setBytes(2, GeoPackageGeometry.write(fitting));
    Envelope bounds = geometry.getEnvelopeInternal();
    extent.expandToInclude(bounds);
    box.setLong(1, fid);
    box.setDouble(2, bounds.getMinX());
    box.setDouble(3, bounds.getMaxX());
    box.setDouble(4, bounds.getMinY());
    box.setDouble(5, bounds.getMaxY());
    box.executeUpdate();
  }

  /** A polygon as a multi-polygon where the layer has such. */
  private Geometry fitting(Geometry geometry) {
    return geometry instanceof Polygon polygon
            && options.geometryType().equals(Geometry.TYPENAME_MULTIPOLYGON)
        ? new MultiPolygon(new Polygon[] {polygon}, geometry.getFactory())
        : geometry;
  }

  private void values(Feature feature, PreparedStatement row) throws SQLException {
    int index = 3;
    if (idColumn != null) {
      row.setString(index++, feature.id());
    }
    for (Field field : schema.fields()) {
      Object value = feature.values().get(field.name());
      if (value instanceof Boolean flag) {
        row.setInt(index++, flag ? 1 : 0);
      } else if (value instanceof Double || value instanceof Float) {
        double number = ((Number) value).doubleValue();
        row.setObject(index++, Double.isFinite(number) ? number : null);
      } else if (value instanceof Number number) {
        row.setLong(index++, number.longValue());
      } else if (value instanceof Iterable<?> || value instanceof Map<?, ?>) {
        row.setString(index++, JsonText.of(value));
      } else {
        row.setString(index++, value == null ? null : value.toString());
      }
    }
  }

  void finish(Map<String, ?> about) throws IOException {
    String day = about.get("as_of") instanceof String asOf ? asOf : UNKNOWN_DAY;
    String moment = day + "T00:00:00.000Z";
    try {
      contents(about, moment);
      describeColumns();
      metadata(about, moment);
      if (options.style().isPresent()) {
        style(about, moment);
      }
      run(
          Sqlite.script("geopackage-rtree.sql")
              .replace("<t>", table)
              .replace("<c>", geometryColumn.replace("\"", "\"\""))
              .replace("<i>", key.replace("\"", "\"\"")));
      insert(
          "gpkg_extensions",
          table,
          geometryColumn,
          "gpkg_rtree_index",
          "http://www.geopackage.org/spec120/#extension_rtree",
          "write-only");
      database.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void contents(Map<String, ?> about, String moment) throws SQLException {
    boolean none = extent.isNull();
    insert(
        "gpkg_contents",
        table,
        "features",
        about.get("title") == null ? table : about.get("title"),
        about.get("description") == null ? "" : about.get("description"),
        moment,
        none ? null : extent.getMinX(),
        none ? null : extent.getMinY(),
        none ? null : extent.getMaxX(),
        none ? null : extent.getMaxY(),
        GeoPackageGeometry.WGS_84);
    String type =
        !options.geometryType().isEmpty()
            ? options.geometryType()
            : types.size() == 1 ? types.first() : "Geometry";
    insert(
        "gpkg_geometry_columns",
        table,
        geometryColumn,
        type.toUpperCase(Locale.ROOT),
        GeoPackageGeometry.WGS_84,
        0,
        0);
  }

  private void describeColumns() throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      Field field = schema.fields().get(i);
      boolean json = field.type() == Field.Type.LIST || field.type() == Field.Type.OBJECT;
      if (json || !field.text().isEmpty()) {
        insert(
            "gpkg_data_columns",
            table,
            columns.get(i),
            columns.get(i),
            field.name(),
            field.text(),
            json ? JSON : null,
            null);
      }
    }
  }

  private void metadata(Map<String, ?> about, String moment) throws SQLException {
    if (!about.isEmpty()) {
      String standard = "https://www.rfc-editor.org/rfc/rfc8259";
      insert("gpkg_metadata", 1, "dataset", standard, JSON, JsonText.of(about));
      insert("gpkg_metadata_reference", "table", table, null, null, moment, 1, null);
    }
  }

  /**
   * The table that QGIS reads styles from; declared as attributes, so that it is no stray table.
   */
  private void style(Map<String, ?> about, String moment) throws SQLException {
    run(
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY NOT NULL, f_table_catalog TEXT(256),"
            + " f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),"
            + " styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,"
            + " description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME)");
    insert(
        "layer_styles",
        1,
        "",
        "",
        table,
        geometryColumn,
        table,
        QgisStyle.qml(options.style().orElseThrow()),
        SldStyle.sld(table, options.style().orElseThrow()),
        1,
        about.get("title"),
        "",
        null,
        moment);
    insert(
        "gpkg_contents",
        "layer_styles",
        "attributes",
        "layer_styles",
        "How QGIS draws the layer.",
        moment,
        null,
        null,
        null,
        null,
        null);
  }

  private void insert(String into, Object... values) throws SQLException {
    String places = "?" + ", ?".repeat(values.length - 1);
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO " + into + " VALUES (" + places + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static IOException failed(SQLException cause) {
    return new IOException("the GeoPackage cannot be written: " + cause.getMessage(), cause);
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      throw failed(e);
    }
  }
}
