package org.displacementmapper.format;

import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;

/** The columns of a CSV file to be written: perhaps an id, the fields, then the geometry. */
final class CsvTable {

  /** How the geometry is written. */
  private enum Place {
    NONE,
    LON_LAT,
    WKT
  }

  private final Schema schema;
  private final SchemaCheck check;
  private final CsvCells cells;
  private final Place place;
  private final boolean withId;
  private final boolean mayLose;

  /**
   * @param sample the id gets a column of its own if no value says the same, and geometry is WKT if
   *     the first one is no point
   * @param geometry whether it is wanted
   */
  CsvTable(Schema schema, FeatureSample sample, CsvCells cells, boolean geometry) {
    this.schema = schema;
    this.check = new SchemaCheck(schema);
    this.cells = cells;
    this.place = cells == CsvCells.VERBATIM || !geometry ? Place.NONE : place(sample);
    this.mayLose = !geometry;
    this.withId = sample.needsId();
  }

  private static Place place(FeatureSample sample) {
    return sample.findGeometry().map(Point.class::isInstance).orElse(true)
        ? Place.LON_LAT
        : Place.WKT;
  }

  List<String> header() {
    List<String> names = new ArrayList<>();
    if (withId) {
      names.add(free("id", "key"));
    }
    schema.names().forEach(name -> names.add(cells.text(name)));
    if (place == Place.LON_LAT) {
      names.add(free("lon", "geometry_lon"));
      names.add(free("lat", "geometry_lat"));
    } else if (place == Place.WKT) {
      names.add(free("wkt", "geometry_wkt"));
    }
    return names;
  }

  List<String> row(Feature feature) {
    check.requireKnownFields(feature);
    List<String> row = new ArrayList<>();
    if (withId) {
      row.add(cells.text(feature.id()));
    }
    schema.fields().forEach(field -> row.add(cells.text(feature.values().get(field.name()))));
    addGeometry(row, feature);
    return row;
  }

  private void addGeometry(List<String> row, Feature feature) {
    Geometry geometry = feature.geometry();
    boolean absent = geometry == null || geometry.isEmpty();
    if (place == Place.WKT) {
      row.add(absent ? "" : wktWriter().write(geometry));
    } else if (place == Place.LON_LAT && absent) {
      row.add("");
      row.add("");
    } else if (place == Place.LON_LAT && geometry instanceof Point point) {
      row.add(Degrees.text(point.getX()));
      row.add(Degrees.text(point.getY()));
    } else if (!absent && !mayLose) {
      throw new IllegalArgumentException(
          "feature "
              + feature.id()
              + " is a "
              + geometry.getGeometryType()
              + " and would be lost: this table has "
              + (place == Place.NONE ? "no geometry" : "points only"));
    }
  }

  /** The name, or the other one if a field has taken it. */
  private String free(String name, String other) {
    return schema.findField(name).isPresent() ? other : name;
  }

  /** The hashtag of each column, as the second row of an HXL table. */
  List<String> hashtags() {
    List<String> tags = new ArrayList<>();
    if (withId) {
      tags.add("#meta+id");
    }
    schema.fields().forEach(field -> tags.add(field.hashtag()));
    if (place == Place.LON_LAT) {
      tags.add("#geo+lon");
      tags.add("#geo+lat");
    } else if (place == Place.WKT) {
      tags.add("#geo+wkt");
    }
    return tags;
  }

  /** The writer of JTS prints one decimal more than the scale has: seven, as everywhere. */
  private static WKTWriter wktWriter() {
    WKTWriter writer = new WKTWriter();
    writer.setPrecisionModel(new PrecisionModel(Degrees.SCALE / 10));
    return writer;
  }
}
