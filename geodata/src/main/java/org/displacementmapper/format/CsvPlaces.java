package org.displacementmapper.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where the rows of a CSV file have their geometry: in a column of well-known text, in two columns
 * of the system that the reading person has named, or nowhere. Columns of longitude and latitude in
 * degrees are none of this: which they are is known to the publisher's layout.
 *
 * @param shapes column of well-known text, from 0; -1 if there is none
 * @param x column of eastings in a named system; -1 if there is none
 * @param y column of northings; -1 if there is none
 */
record CsvPlaces(CsvHeader header, int shapes, int x, int y) {

  private static final int NONE = -1;

  private static final List<String> SHAPES =
      List.of("wkt", "geom", "geometry", "the_geom", "geometry_wkt");
  private static final List<String> X = List.of("lon", "longitude", "lng", "long", "x", "easting");
  private static final List<String> Y = List.of("lat", "latitude", "y", "northing");

  private static final Pattern SHAPE_NAME =
      Pattern.compile("(?i)(?<![a-z_])(" + String.join("|", SHAPES) + ")(?![a-z_])");

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A row whose place cannot be read. */
  static final class Misread extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final String value;

    private Misread(String column, String value, String message) {
      super(message);
      this.column = column;
      this.value = value;
    }

    Issue issue(String file, long line) {
      return Issue.rejected(file, line, column, value, getMessage());
    }
  }

  /** Whether a file that begins like this may have a column of shapes, whose cells are long. */
  static boolean mayHaveShapes(String text) {
    return SHAPE_NAME.matcher(text).find();
  }

  /**
   * @param first row: where there are columns of coordinates too, its cell tells whether a column
   *     named geometry or such holds well-known text
   * @throws UnreadableFileException if a system was named and nothing can be in it
   */
  static CsvPlaces of(
      String file, CsvHeader header, Optional<CsvRecord> first, ReadOptions options) {
    int shapes = shapes(header);
    int x = find(header, X);
    int y = find(header, Y);
    boolean points = x != NONE && y != NONE;
    if (shapes != NONE && (!points || mayHoldShape(first, shapes))) {
      return new CsvPlaces(header, shapes, NONE, NONE);
    }
    Optional<Crs> named = Crs.find(file, options, Optional.empty());
    if (named.isEmpty() || named.get().isWgs84()) {
      return new CsvPlaces(header, NONE, NONE, NONE);
    }
    if (!points) {
      throw new UnreadableFileException(
          file,
          "nothing in this CSV can be in "
              + named.get().name()
              + ": it has no columns of coordinates (x and y, easting and northing, lon and lat),"
              + " nor one of WKT ("
              + String.join(", ", SHAPES)
              + "); name the columns so, or leave out --crs");
    }
    return new CsvPlaces(header, NONE, x, y);
  }

  /** The column that may have shapes, by its name; -1 if there is none. */
  static int shapes(CsvHeader header) {
    return find(header, SHAPES);
  }

  private static int find(CsvHeader header, List<String> names) {
    List<String> lower =
        header.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return names.stream().mapToInt(lower::indexOf).filter(at -> at >= 0).findFirst().orElse(NONE);
  }

  private static boolean mayHoldShape(Optional<CsvRecord> first, int column) {
    String cell =
        first
            .map(CsvRecord::cells)
            .filter(row -> row.size() > column)
            .map(row -> row.get(column))
            .orElse("");
    return cell.isBlank() || WktGeometry.isBegun(cell);
  }

  /** Whether rows bring a geometry from here. */
  boolean any() {
    return shapes != NONE || x != NONE;
  }

  /** The geometry of a row in the numbers of the file; null if it has none or an empty one. */
  Geometry read(List<String> cells) throws Misread {
    if (shapes != NONE) {
      return shape(cells.get(shapes));
    }
    if (x == NONE) {
      return null;
    }
    double easting = number(cells, x);
    double northing = number(cells, y);
    return Double.isNaN(easting) || Double.isNaN(northing)
        ? null
        : FACTORY.createPoint(new CoordinateXY(easting, northing));
  }

  private Geometry shape(String cell) throws Misread {
    if (cell.isBlank()) {
      return null;
    }
    try {
      Geometry shape = WktGeometry.read(cell);
      return shape.isEmpty() ? null : shape;
    } catch (WktText.Fault fault) {
      throw new Misread(header.names().get(shapes), fault.found(), fault.getMessage());
    }
  }

  /** A number with a point or a comma before its decimals; NaN if the cell is empty. */
  private double number(List<String> cells, int column) throws Misread {
    String cell = cells.get(column).strip();
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    try {
      WktText text = new WktText(cell.replace(',', '.'), 0);
      double number = text.number();
      if (text.isAtEnd()) {
        return number;
      }
    } catch (WktText.Fault fault) {
      // Said below, with the whole cell.
    }
    throw new Misread(
        header.names().get(column), cell, "a coordinate must be a finite number, such as 392817.5");
  }
}
