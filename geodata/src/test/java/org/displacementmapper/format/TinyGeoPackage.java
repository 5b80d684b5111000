package org.displacementmapper.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.displacementmapper.testing.Geometries;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** GeoPackages made by hand, good and bad: the least tables that there must be, then any SQL. */
final class TinyGeoPackage {

  private static final String TABLES =
      """
      PRAGMA page_size = 1024;
      PRAGMA application_id = 1196444487;
      CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,
        organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
      CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT,
        description TEXT, last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,
        max_y DOUBLE, srs_id INTEGER);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
        geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
      INSERT INTO gpkg_spatial_ref_sys VALUES
        ('', -1, 'NONE', -1, 'undefined', ''), ('', 0, 'NONE', 0, 'undefined', ''),
        ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84"]', ''),
        ('UTM 47N', 7, 'epsg', 32647, 'PROJCS["x"]', ''),
        ('UTM 46N', 8, 'NONE', 1, 'PROJCS["46N",GEOGCS["WGS 84",DATUM["WGS_1984",
          SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],
          UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],
          PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",93],
          PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],
          PARAMETER["false_northing",0],UNIT["metre",1]]', ''),
        ('Undefined SRS', 99999, 'GDAL', 99999, 'LOCAL_CS["Undefined SRS"]', ''),
        ('odd', 9, 'ME', 1, 'nonsense', '');
      """;

  private TinyGeoPackage() {}

  /** A file with one layer {@code t} of all columns that the SQL of the table names. */
  static Path oneLayer(Path folder, int srsId, String columns, String... rows)
      throws IOException, SQLException {
    StringBuilder sql = new StringBuilder(layer("t", srsId, columns));
    for (String row : rows) {
      sql.append("INSERT INTO t VALUES (").append(row).append(");");
    }
    return of(folder, sql.toString());
  }

  /** SQL of a layer whose geometry is in {@code geom}. */
  static String layer(String name, int srsId, String columns) {
    return "CREATE TABLE "
        + name
        + " ("
        + columns
        + ");"
        + "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('"
        + name
        + "', 'features', "
        + srsId
        + ");"
        + "INSERT INTO gpkg_geometry_columns VALUES ('"
        + name
        + "', 'geom', 'GEOMETRY', "
        + srsId
        + ", 2, 2);";
  }

  static Path of(Path folder, String sql) throws IOException, SQLException {
    return sqlite(folder, TABLES + sql);
  }

  static Path sqlite(Path folder, String sql) throws IOException, SQLException {
    Path file = Files.createTempFile(folder, "a", ".gpkg");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.executeUpdate("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; " + sql);
    }
    return file;
  }

  /** Puts a blob where SQL has a question mark. */
  static void update(Path file, String sql, byte[] blob) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setBytes(1, blob);
      statement.executeUpdate();
    }
  }

  /** A geometry as it stands in SQL, with the header of a GeoPackage and a box of no meaning. */
  static String geometry(String wkt, int srsId) {
    int dimensions = wkt.contains(" ZM ") ? 4 : wkt.contains(" Z ") || wkt.contains(" M ") ? 3 : 2;
    WKBWriter writer = new WKBWriter(dimensions, ByteOrderValues.BIG_ENDIAN);
    return hex(blob(writer.write(Geometries.wkt(wkt)), srsId));
  }

  static byte[] blob(byte[] wkb, int srsId) {
    return ByteBuffer.allocate(8 + 48 + wkb.length)
        .order(ByteOrder.BIG_ENDIAN)
        .put(new byte[] {'G', 'P', 0, 2 << 1})
        .putInt(srsId)
        .put(new byte[48])
        .put(wkb)
        .array();
  }

  /** The same around WKB that is written in hexadecimal digits. */
  static String wkb(String digits) {
    return hex(blob(HexFormat.of().parseHex(digits.replace(" ", "")), 4326));
  }

  private static String hex(byte[] bytes) {
    return "x'" + HexFormat.of().formatHex(bytes) + "'";
  }
}
