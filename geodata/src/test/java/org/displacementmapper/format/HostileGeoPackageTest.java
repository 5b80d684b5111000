package org.displacementmapper.format;

import static org.displacementmapper.format.TinyGeoPackage.geometry;
import static org.displacementmapper.format.TinyGeoPackage.layer;
import static org.displacementmapper.format.TinyGeoPackage.oneLayer;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite files that are no GeoPackage, or one made to hang or to mislead its reader. */
class HostileGeoPackageTest {

  private static final String COLUMNS = "fid INTEGER PRIMARY KEY, geom GEOMETRY";
  private static final int PAGE = 1024;

  @TempDir Path folder;

  @Test
  void saysWhichOtherDatabaseItIs() throws IOException, SQLException {
    String rest =
        " and no GeoPackage (it has no table gpkg_contents): "
            + "export the layer as GeoPackage, GeoJSON or CSV";
    assertRefused("this is a SQLite database" + rest, sqlite("CREATE TABLE t (a)"));
    assertRefused(
        "this is a SpatiaLite database" + rest, sqlite("CREATE TABLE geometry_columns (a)"));
    assertRefused("this is a MBTiles file" + rest, sqlite("CREATE TABLE tiles (a)"));
    assertRefused("the file has no layer of features: export it again", tiny(""));
  }

  private Path sqlite(String sql) throws IOException, SQLException {
    return TinyGeoPackage.sqlite(folder, sql);
  }

  private Path tiny(String sql) throws IOException, SQLException {
    return TinyGeoPackage.of(folder, sql);
  }

  @Test
  void asksOnlyPlainTables() throws IOException, SQLException {
    String only = ": only plain tables are read; export it to a new file";
    String endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)";
    String told = layer("other", 4326, COLUMNS).replace("'other'", "'t'");
    assertRefused(
        "the layer \"t\" is a view" + only,
        tiny(told + "CREATE VIEW t AS " + endless + " SELECT i AS fid, i AS geom FROM n"));
    assertRefused(
        "the layer \"t\" is a virtual table" + only,
        tiny(told + "CREATE VIRTUAL TABLE t USING rtree(id, minx, maxx)"));
    assertRefused("the layer \"t\" is told but not there" + only, tiny(told));
    assertRefused(
        "its lists of layers (gpkg_contents, gpkg_geometry_columns) are no plain tables:"
            + " export it again",
        sqlite(
            "CREATE VIEW gpkg_contents AS "
                + endless
                + " SELECT 'a' AS table_name, 'features' AS data_type FROM n;"
                + "CREATE TABLE gpkg_geometry_columns (a)"));
  }

  @Test
  void isNotHeldUpByViewsThatGrowWithoutEnd() throws IOException, SQLException {
    StringBuilder views = new StringBuilder("CREATE VIEW v0 AS SELECT * FROM t;");
    for (int i = 1; i < 40; i++) {
      views.append(
          "CREATE VIEW v" + i + " AS SELECT a.* FROM v" + (i - 1) + " a, v" + (i - 1) + " b;");
    }
    Path file = tiny(layer("t", 4326, COLUMNS) + "INSERT INTO t VALUES (1, NULL);" + views);
    assertEquals(
        1,
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.of(file))
            .features()
            .size());
  }

  @Test
  void changesNothingAndRunsNothing() throws IOException, SQLException {
    Path file =
        tiny(
            layer("t", 4326, COLUMNS)
                + "INSERT INTO t VALUES (1, NULL);"
                + "CREATE TRIGGER bad AFTER INSERT ON t BEGIN DELETE FROM t; END;"
                + "CREATE INDEX dear ON t (length(geom)) WHERE geom > 'a';");
    byte[] before = Files.readAllBytes(file);
    assertEquals(1, Reading.of(file).features().size());
    assertArrayEquals(before, Files.readAllBytes(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void namesAColumnThatIsMissing() throws IOException, SQLException {
    assertRefused(
        "the layer \"t\" has no column \"geom\", in which its geometry should be: export it again",
        oneLayer(folder, 4326, "fid INTEGER PRIMARY KEY, shape BLOB", "1, NULL"));
  }

  @Test
  void leavesOutAGeometryWithoutEnd() throws IOException, SQLException {
    Reading read = Reading.of(oneLayer(folder, 4326, COLUMNS, "1, zeroblob(70000000)", "2, NULL"));
    assertEquals(1, read.features().size());
    assertTrue(
        read.issues().get(0).endsWith("it has more than 2,000,000 positions: simplify it"),
        () -> read.issues().get(0));
  }

  @Test
  void refusesAFileThatAnotherProgramHasNotFinished() throws IOException, SQLException {
    Path file = oneLayer(folder, 4326, COLUMNS, "1, NULL");
    Path wal = file.resolveSibling(file.getFileName() + "-wal");
    Files.write(wal, new byte[0]);
    assertEquals(1, Reading.of(file).features().size());
    Files.write(wal, new byte[100]);
    assertRefused(
        "changes that are not yet in the file lie in "
            + wal.getFileName()
            + " beside it: close the program that has it open (such as QGIS), or export the layer"
            + " to a new file",
        file);
    Files.delete(wal);
    Path journal = file.resolveSibling(file.getFileName() + "-journal");
    Files.write(journal, new byte[100]);
    assertEquals(1, Reading.of(file).features().size());
    Files.write(journal, HexFormat.of().parseHex("d9d505f920a163d700000001"));
    assertTrue(
        assertThrows(UnreadableFileException.class, () -> Reading.of(file))
            .getMessage()
            .contains("a change to the file was broken off"));
  }

  /** Written by a program that is still there, as QGIS does it. */
  @Test
  void readsAFileOfTheKindThatKeepsItsChangesBeside() throws IOException, SQLException {
    Path file = oneLayer(folder, 4326, COLUMNS, "1, " + geometry("POINT (97 19)", 4326));
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.executeUpdate("INSERT INTO t VALUES (2, NULL)");
      String message =
          assertThrows(UnreadableFileException.class, () -> Reading.of(file)).getMessage();
      assertTrue(message.contains("close the program that has it open"), message);
    }
    assertEquals(2, Reading.of(file).features().size());
  }

  @Test
  void refusesAFileCutOffAnywhere() throws IOException, SQLException {
    byte[] whole = Files.readAllBytes(manyRows());
    for (int length = 16; length < whole.length; length += 5 * PAGE - 100) {
      byte[] cut = Arrays.copyOf(whole, length);
      String message =
          assertThrows(UnreadableFileException.class, () -> Reading.of("a.gpkg", cut)).getMessage();
      assertTrue(message.startsWith("a.gpkg: the GeoPackage is damaged or was cut off"), message);
    }
  }

  private Path manyRows() throws IOException, SQLException {
    return tiny(
        layer("t", 4326, COLUMNS + ", a TEXT")
            + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)"
            + " INSERT INTO t SELECT i, NULL, hex(zeroblob(50)) FROM n;");
  }

  /** All children of the root are one page: without a check the rows come again and again. */
  @Test
  void stopsWhereThePagesLeadInCircles() throws IOException, SQLException {
    Path file = manyRows();
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    int root = (rootPage(file) - 1) * PAGE;
    assertEquals(5, bytes.get(root), "an inner page of a table");
    int cells = bytes.getShort(root + 3);
    int first = bytes.getInt(root + bytes.getShort(root + 12));
    for (int i = 0; i < cells; i++) {
      bytes.putInt(root + bytes.getShort(root + 12 + 2 * i), first);
    }
    String message =
        assertThrows(UnreadableFileException.class, () -> Reading.of("a.gpkg", bytes.array()))
            .getMessage();
    assertTrue(message.contains("the same pages come again"), message);
    bytes.putInt(root + bytes.getShort(root + 12), root / PAGE + 1);
    assertThrows(UnreadableFileException.class, () -> Reading.of("a.gpkg", bytes.array()));
  }

  private static int rootPage(Path file) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE name = 't'")) {
      return rows.getInt(1);
    }
  }

  @Test
  void endsAStatementWhoseTimeIsUp() throws IOException, SQLException {
    Path file = sqlite("CREATE TABLE t (a)");
    SqliteBudget budget = SqliteBudget.ofMillis(100);
    try (Connection database = Sqlite.open(file, budget);
        Statement statement = database.createStatement()) {
      String endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)";
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () ->
              assertThrows(
                  SQLException.class,
                  () ->
                      budget.spend(
                          () -> statement.executeQuery(endless + " SELECT count(*) FROM n"))));
      assertTrue(budget.isSpent());
      assertThrows(SQLException.class, () -> statement.executeUpdate("INSERT INTO t VALUES (1)"));
    }
  }

  @Test
  void takesAnyNameOfAFile() throws IOException, SQLException {
    Path odd = folder.resolve("ကချင် 100% #1?mode=rw.gpkg");
    Files.move(oneLayer(folder, 4326, COLUMNS, "1, NULL"), odd);
    assertEquals(1, Reading.of(odd).features().size());
  }

  private static void assertRefused(String message, Path file) {
    UnreadableFileException refusal =
        assertThrows(
            UnreadableFileException.class,
            () -> assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.of(file)));
    assertEquals(file.getFileName() + ": " + message, refusal.getMessage());
  }
}
