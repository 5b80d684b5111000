package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.feature.UnreadableFileException;
import org.sqlite.SQLiteErrorCode;

/**
 * A GeoPackage to be read, which may be damaged, hostile or another SQLite file: its layers and
 * their reference systems. Only plain tables are ever asked: a view or a virtual table can make
 * SQLite do anything for as long as it likes. Not thread-safe.
 */
final class GeoPackageFile implements Closeable {

  /** Layers of one file, at most; others are not listed. */
  private static final int MAX_LAYERS = 10_000;

  /** Bytes of a name or a description, at most. */
  private static final int MAX_NAME = 1 << 10;

  private static final int MAX_DESCRIPTION = 1 << 14;

  /** Tables that programs keep for themselves and that GeoPackage counts as attributes. */
  private static final String OWN_TABLES = "(?i)layer_styles|qgis_projects|gpkg_.*|gpkgext_.*";

  private final Input input;
  private final long size;
  private final SqliteBudget budget;
  private final Connection database;

  /**
   * One table of features, or of values alone.
   *
   * @param geometryColumn empty if it has none
   */
  record Layer(FileLayer shown, String geometryColumn, int srsId) {

    String table() {
      return shown.name();
    }

    boolean hasGeometry() {
      return !geometryColumn.isEmpty();
    }
  }

  private record GeometryColumn(String name, String type, int srsId) {}

  GeoPackageFile(Input input) throws IOException {
    this.input = input;
    Path file = input.file();
    if (input.findPath().isPresent()) {
      SqliteSiblings.requireNone(input.name(), file);
    }
    this.size = Files.size(file);
    this.budget = SqliteBudget.forSize(size);
    try {
      this.database = Sqlite.open(file, budget);
    } catch (SQLException e) {
      throw failed(e, "");
    }
  }

  long size() {
    return size;
  }

  SqliteBudget budget() {
    return budget;
  }

  Connection database() {
    return database;
  }

  /**
   * The layer that was named, or the only one.
   *
   * @throws UnreadableFileException also if this is another SQLite file
   */
  Layer choose(ReadOptions options) {
    try {
      List<Layer> layers = budget.spend(this::layers);
      FileLayer chosen =
          FileLayer.choose(input.name(), layers.stream().map(Layer::shown).toList(), options);
      Layer layer = layers.stream().filter(each -> each.shown() == chosen).findFirst().get();
      String kind = budget.spend(() -> findKind(layer.table())).orElse("missing");
      if (!kind.equals("table")) {
        throw new UnreadableFileException(
            input.name(),
            "the layer \""
                + layer.table()
                + "\" is "
                + (kind.equals("missing") ? "told but not there" : "a " + kind)
                + ": only plain tables are read; export it to a new file");
      }
      return layer;
    } catch (SQLException e) {
      throw failed(e, "");
    }
  }

  /** Those with geometry or, where there are none, tables of values alone. */
  private List<Layer> layers() throws SQLException {
    requireGeoPackage();
    Map<String, GeometryColumn> columns = geometryColumns();
    Map<String, Long> counts = counts();
    List<Layer> features = new ArrayList<>();
    List<Layer> others = new ArrayList<>();
    String sql = "SELECT " + shortened("table_name") + ", " + shortened("data_type");
    try (PreparedStatement query = database.prepareStatement(sql + " FROM gpkg_contents");
        ResultSet rows = query.executeQuery()) {
      for (int i = 0; i < MAX_LAYERS && rows.next(); i++) {
        String table = rows.getString(1);
        String kind = rows.getString(2);
        if (table == null || kind == null || table.isEmpty()) {
          continue;
        }
        long count = counts.getOrDefault(lower(table), -1L);
        GeometryColumn column = columns.get(lower(table));
        if (kind.equals("features") && column != null) {
          FileLayer shown = new FileLayer(table, column.type(), count);
          features.add(new Layer(shown, column.name(), column.srsId()));
        } else if (kind.equals("attributes") && !table.matches(OWN_TABLES)) {
          others.add(new Layer(new FileLayer(table, "no geometry", count), "", 0));
        }
      }
    }
    return features.isEmpty() ? others : features;
  }

  private void requireGeoPackage() throws SQLException {
    Optional<String> contents = findKind("gpkg_contents");
    if (contents.isPresent() && findKind("gpkg_geometry_columns").isEmpty()) {
      // A package of tiles or of values alone has none.
      return;
    }
    boolean plain = contents.equals(Optional.of("table"));
    if (plain && findKind("gpkg_geometry_columns").get().equals("table")) {
      return;
    }
    if (contents.isPresent()) {
      throw new UnreadableFileException(
          input.name(),
          "its lists of layers (gpkg_contents, gpkg_geometry_columns) are no plain tables:"
              + " export it again");
    }
    boolean spatialite = findKind("geometry_columns").isPresent();
    throw new UnreadableFileException(
        input.name(),
        "this is "
            + (spatialite
                ? "a SpatiaLite database"
                : findKind("tiles").isPresent() ? "a MBTiles file" : "a SQLite database")
            + " and no GeoPackage (it has no table gpkg_contents): "
            + "export the layer as GeoPackage, GeoJSON or CSV");
  }

  private Map<String, GeometryColumn> geometryColumns() throws SQLException {
    Map<String, GeometryColumn> found = new LinkedHashMap<>();
    if (!findKind("gpkg_geometry_columns").equals(Optional.of("table"))) {
      return found;
    }
    String sql =
        "SELECT "
            + shortened("table_name")
            + ", "
            + shortened("column_name")
            + ", "
            + shortened("geometry_type_name")
            + ", srs_id FROM gpkg_geometry_columns";
    try (PreparedStatement query = database.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      for (int i = 0; i < MAX_LAYERS && rows.next(); i++) {
        String table = rows.getString(1);
        String column = rows.getString(2);
        String type = rows.getString(3);
        if (table != null && column != null && !column.isEmpty()) {
          found.putIfAbsent(
              lower(table), new GeometryColumn(column, type == null ? "" : type, rows.getInt(4)));
        }
      }
    }
    return found;
  }

  /** As GDAL and QGIS keep them; counting could take long. */
  private Map<String, Long> counts() throws SQLException {
    Map<String, Long> found = new LinkedHashMap<>();
    if (!findKind("gpkg_ogr_contents").equals(Optional.of("table"))) {
      return found;
    }
    String sql =
        "SELECT " + shortened("table_name") + ", ifnull(feature_count, -1) FROM gpkg_ogr_contents";
    try (PreparedStatement query = database.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      for (int i = 0; i < MAX_LAYERS && rows.next(); i++) {
        if (rows.getString(1) != null) {
          found.put(lower(rows.getString(1)), rows.getLong(2));
        }
      }
    }
    return found;
  }

  /** What the schema says that this is: table, view, virtual table; empty if there is none. */
  private Optional<String> findKind(String table) throws SQLException {
    String sql =
        "SELECT type, substr(sql, 1, 12) FROM sqlite_schema"
            + " WHERE name = ? COLLATE NOCASE AND type IN ('table', 'view') LIMIT 1";
    try (PreparedStatement query = database.prepareStatement(sql)) {
      query.setString(1, table);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        // SQLite itself refuses a schema whose text says something else than its row.
        boolean plain = "CREATE TABLE".equalsIgnoreCase(rows.getString(2));
        return Optional.of(
            plain && rows.getString(1).equals("table")
                ? "table"
                : rows.getString(1).equals("view") ? "view" : "virtual table");
      }
    }
  }

  /**
   * The reference system of a layer as {@link Crs} understands it; empty if it is said to be
   * undefined (-1 and 0) or not said.
   */
  Optional<String> findSystem(int srsId) {
    try {
      return budget.spend(() -> system(srsId));
    } catch (SQLException e) {
      throw failed(e, "");
    }
  }

  private Optional<String> system(int srsId) throws SQLException {
    if (srsId == 0 || srsId == -1) {
      return Optional.empty();
    }
    if (!findKind("gpkg_spatial_ref_sys").equals(Optional.of("table"))) {
      return Optional.of("EPSG:" + srsId);
    }
    String sql =
        "SELECT "
            + shortened("organization")
            + ", organization_coordsys_id, CASE WHEN octet_length(definition) <= "
            + MAX_DESCRIPTION
            + " THEN definition END FROM gpkg_spatial_ref_sys WHERE srs_id = ? LIMIT 1";
    try (PreparedStatement query = database.prepareStatement(sql)) {
      query.setInt(1, srsId);
      try (ResultSet rows = query.executeQuery()) {
        if (!rows.next()) {
          return Optional.of("EPSG:" + srsId);
        }
        String organization = String.valueOf(rows.getString(1)).strip();
        int number = rows.getInt(2);
        String definition = rows.getString(3) == null ? "" : rows.getString(3).strip();
        return told(organization, number, definition);
      }
    }
  }

  /** A code that is known, else the description. */
  private static Optional<String> told(String organization, int number, String definition) {
    boolean undefined =
        definition.isEmpty()
            || definition.equalsIgnoreCase("undefined")
            || definition.matches("(?is)(LOCAL_CS|ENGCRS|ENGINEERINGCRS)\\s*\\[.*");
    if (organization.matches("(?i)EPSG|ESRI") && number > 0) {
      String code = organization.toUpperCase(Locale.ROOT) + ":" + number;
      if (undefined || isKnown(code)) {
        return Optional.of(code);
      }
    }
    return undefined ? Optional.empty() : Optional.of(definition);
  }

  private static boolean isKnown(String code) {
    try {
      Crs.of(code);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A column in SQL, null where it is no text of usual length. */
  private static String shortened(String column) {
    return "CASE WHEN typeof("
        + column
        + ") = 'text' AND octet_length("
        + column
        + ") <= "
        + MAX_NAME
        + " THEN "
        + column
        + " END";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * What SQLite complains of, as the user should see it.
   *
   * @param where such as " after 12 features"
   */
  UnreadableFileException failed(SQLException cause, String where) {
    int code = cause.getErrorCode() & 0xFF;
    // The driver writes [SQLITE_CORRUPT] its own words (those of SQLite).
    String said = String.valueOf(cause.getMessage()).replaceFirst("(?s)^[^(]*\\((.*)\\)$", "$1");
    if (budget.isSpent()) {
      return new UnreadableFileException(
          input.name(),
          "reading took too long for a file of its size" + where + ": it is damaged, or made so");
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_FORMAT.code) {
      return new UnreadableFileException(
          input.name(),
          "the GeoPackage is damaged or was cut off"
              + where
              + " ("
              + said
              + "): download or export it again");
    }
    return new UnreadableFileException(
        input.name(), "the GeoPackage cannot be read" + where + ": " + said);
  }

  @Override
  public void close() throws IOException {
    try {
      database.close();
    } catch (SQLException e) {
      // It was only read.
    }
  }
}
