package org.displacementmapper.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  /**
   * @param sample the features at the beginning of the file: the id gets a column of its own if no
   *     value says the same, and geometry is WKT if the first one is no point
   */
  CsvTable(Schema schema, List<Feature> sample, CsvCells cells) {
    this.schema = schema;
    this.check = new SchemaCheck(schema);
    this.cells = cells;
    this.place = cells == CsvCells.VERBATIM ? Place.NONE : place(sample);
    this.withId = sample.stream().anyMatch(CsvTable::idIsNoValue);
  }

  private static Place place(List<Feature> sample) {
    Optional<Geometry> first =
        sample.stream().map(Feature::geometry).filter(Objects::nonNull).findFirst();
    return first.map(Point.class::isInstance).orElse(true) ? Place.LON_LAT : Place.WKT;
  }

  List<String> header() {
    List<String> names = new ArrayList<>();
    if (withId) {
      names.add(free("id"));
    }
    schema.names().forEach(name -> names.add(cells.text(name)));
    if (place == Place.LON_LAT) {
      names.add(free("lon"));
      names.add(free("lat"));
    } else if (place == Place.WKT) {
      names.add(free("wkt"));
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
    } else if (!absent) {
      throw new IllegalArgumentException(
          "feature "
              + feature.id()
              + " is a "
              + geometry.getGeometryType()
              + " and would be lost: this table has "
              + (place == Place.NONE ? "no geometry" : "points only"));
    }
  }

  /** A column name that no field has taken. */
  private String free(String name) {
    return schema.findField(name).isPresent() ? "geometry_" + name : name;
  }

  private static boolean idIsNoValue(Feature feature) {
    return feature.id() != null
        && feature.values().values().stream()
            .noneMatch(value -> value != null && value.toString().equals(feature.id()));
  }

  /** The writer of JTS prints one decimal more than the scale has: seven, as everywhere. */
  private static WKTWriter wktWriter() {
    WKTWriter writer = new WKTWriter();
    writer.setPrecisionModel(new PrecisionModel(Degrees.SCALE / 10));
    return writer;
  }
}
