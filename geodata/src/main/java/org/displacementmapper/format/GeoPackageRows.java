package org.displacementmapper.format;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.Geometry;

/**
 * The features of one layer of a GeoPackage in the order of their keys, read as they are asked for.
 * The id of a feature is its key, its line the number of its row. Not thread-safe.
 *
 * <p>Rows whose keys do not grow, or that together hold more bytes than the file has, cannot be: a
 * damaged or hostile file has one page in several places, and reading might never end.
 */
final class GeoPackageRows implements Iterator<Feature>, AutoCloseable {

  /** Bytes of a geometry: all positions with height and measure, and something for rings. */
  private static final int MAX_GEOMETRY = Wkb.MAX_POSITIONS * 32 + (1 << 20);

  /** How programs call the key where it means nothing. */
  private static final String ROW_NUMBER = "(?i)(ogc_)?fid(_\\d+)?";

  private final String file;
  private final GeoPackageFile source;
  private final GeoPackageFile.Layer layer;
  private final Consumer<Issue> issues;
  private final List<GeoPackageColumn> columns = new ArrayList<>();
  private final PreparedStatement query;
  private final ResultSet rows;
  private Feature next;
  private boolean ended;
  private boolean warnedOfSystem;
  private long number;
  private long lastKey;
  private long bytes;

  GeoPackageRows(
      String file, GeoPackageFile source, GeoPackageFile.Layer layer, Consumer<Issue> issues)
      throws SQLException {
    this.file = file;
    this.source = source;
    this.layer = layer;
    this.issues = issues;
    String sql = source.budget().spend(this::sql);
    this.query = source.budget().spend(() -> source.database().prepareStatement(sql));
    this.rows = source.budget().spend(query::executeQuery);
  }

  /** Looks at the columns; a table of another's making may have names for the key taken. */
  private String sql() throws SQLException {
    Set<String> names = new HashSet<>();
    List<String> skipped = new ArrayList<>();
    List<String[]> found = new ArrayList<>();
    boolean placed = false;
    try (PreparedStatement info =
            source
                .database()
                .prepareStatement("PRAGMA table_xinfo(" + Sqlite.quoted(layer.table()) + ")");
        ResultSet each = info.executeQuery()) {
      while (each.next()) {
        String name = each.getString("name");
        String declared = String.valueOf(each.getString("type"));
        names.add(name.toLowerCase(Locale.ROOT));
        boolean key = each.getInt("pk") == 1 && name.matches(ROW_NUMBER);
        boolean computed = each.getInt("hidden") != 0;
        if (name.equalsIgnoreCase(layer.geometryColumn()) && !computed) {
          placed = true;
        } else if (computed || declared.toUpperCase(Locale.ROOT).startsWith("BLOB")) {
          skipped.add(name);
        } else if (!key) {
          found.add(new String[] {name, declared});
        }
      }
    }
    if (layer.hasGeometry() && !placed) {
      throw new UnreadableFileException(
          file,
          "the layer \""
              + layer.table()
              + "\" has no column \""
              + layer.geometryColumn()
              + "\", in which its geometry should be: export it again");
    }
    if (!skipped.isEmpty()) {
      warn(0, "", "columns that are binary or computed were left out: " + skipped);
    }
    int longest = GeoPackageColumn.longest(found.size());
    for (String[] each : found) {
      columns.add(new GeoPackageColumn(each[0], GeoPackageColumn.type(each[1]), longest));
    }
    String key =
        Stream.of("rowid", "_rowid_", "oid")
            .filter(name -> !names.contains(name))
            .findFirst()
            .orElseThrow(
                () -> new UnreadableFileException(file, "all names of its key are columns"));
    String values = columns.stream().map(each -> ", " + each.sql()).collect(Collectors.joining());
    return "SELECT "
        + key
        + ", "
        + geometrySql()
        + values
        + " FROM main."
        + Sqlite.quoted(layer.table())
        + " NOT INDEXED ORDER BY "
        + key;
  }

  /** The blob, or a number if it is too long or none. */
  private String geometrySql() {
    if (!layer.hasGeometry()) {
      return "NULL";
    }
    String column = Sqlite.quoted(layer.geometryColumn());
    return "CASE WHEN typeof("
        + column
        + ") = 'blob' AND octet_length("
        + column
        + ") <= "
        + MAX_GEOMETRY
        + " THEN "
        + column
        + " ELSE octet_length("
        + column
        + ") END";
  }

  Schema schema() {
    return new Schema(
        columns.stream().map(column -> new Field(column.name(), column.type(), "")).toList());
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && !ended) {
        ended = !source.budget().spend(rows::next);
        if (!ended) {
          next = source.budget().spend(this::feature);
        } else if (number == 0) {
          warn(0, "", "the layer has no features: nothing to read");
        }
        if (source.budget().isSpent() && !ended) {
          throw new SQLException("out of time");
        }
      }
    } catch (SQLException e) {
      ended = true;
      throw source.failed(e, " after " + number + " features");
    }
    return next != null;
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Feature feature = next;
    next = null;
    return feature;
  }

  /** The current row; null, and an issue, if its geometry cannot be read. */
  private Feature feature() throws SQLException {
    long key = rows.getLong(1);
    if (number > 0 && key <= lastKey) {
      throw repeated();
    }
    number++;
    lastKey = key;
    Object blob = rows.getObject(2);
    take(4 + (blob instanceof byte[] read ? read.length : 0));
    Geometry geometry;
    try {
      geometry = geometry(blob);
    } catch (IllegalArgumentException e) {
      issues.accept(
          Issue.rejected(
              file,
              number,
              layer.geometryColumn(),
              "",
              "feature " + key + " was left out: the geometry is wrong: " + e.getMessage()));
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>(columns.size() * 2);
    for (int i = 0; i < columns.size(); i++) {
      GeoPackageColumn column = columns.get(i);
      Object stored = rows.getObject(i + 3);
      take(stored instanceof String text ? text.length() : 0);
      Object value = null;
      try {
        value = column.value(stored);
      } catch (IllegalArgumentException e) {
        String text = stored instanceof byte[] ? "" : stored.toString();
        issues.accept(Issue.warned(file, number, column.name(), text, e.getMessage()));
      }
      values.put(column.name(), value);
    }
    return new Feature(String.valueOf(key), geometry, values, number);
  }

  private Geometry geometry(Object blob) {
    if (blob == null) {
      return null;
    }
    if (!(blob instanceof byte[] bytes)) {
      throw ((Number) blob).longValue() > MAX_GEOMETRY
          ? Wkb.tooLarge()
          : new IllegalArgumentException("it is text or a number and no geometry");
    }
    Geometry geometry = GeoPackageGeometry.read(bytes);
    int told = GeoPackageGeometry.srsId(bytes);
    if (told != layer.srsId() && !warnedOfSystem) {
      warnedOfSystem = true;
      warn(
          number,
          layer.geometryColumn(),
          "the geometry says that its reference system is number "
              + told
              + ", its layer says "
              + layer.srsId()
              + "; the layer's was taken, here and for others. If places are wrong, name the system"
              + " with --crs");
    }
    return geometry;
  }

  private void take(int length) throws SQLException {
    bytes += length;
    if (bytes > source.size()) {
      throw repeated();
    }
  }

  private UnreadableFileException repeated() {
    return new UnreadableFileException(
        file,
        "the GeoPackage is damaged after "
            + number
            + " features (the same pages come again): download or export it again");
  }

  private void warn(long line, String column, String message) {
    issues.accept(Issue.warned(file, line, column, "", message));
  }

  @Override
  public void close() {
    try (query) {
      rows.close();
    } catch (SQLException e) {
      // It was only read.
    }
  }
}
