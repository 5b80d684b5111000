package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The parameter {@code bbox}: what lies in it or touches it. In degrees it may run over the
 * antimeridian, from a greater longitude to a lesser one. Heights are read and not used.
 *
 * @param parts one area in longitude and latitude, the two on either side of the antimeridian, or
 *     none where the box lies beyond a pole
 */
public record Box(List<Geometry> parts) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A side is cut into so many pieces before it is turned into degrees. */
  private static final int PIECES = 20;

  static Box parse(String text, OgcCrs crs) {
    double[] numbers = numbers(text, crs);
    boolean heights = numbers.length == 6;
    double[] low = {numbers[0], numbers[1]};
    double[] high = {numbers[heights ? 3 : 2], numbers[heights ? 4 : 3]};
    if (crs.isWgs84()) {
      int lon = crs.isLatFirst() ? 1 : 0;
      return degrees(text, crs, low[lon], low[1 - lon], high[lon], high[1 - lon]);
    }
    if (low[0] > high[0] || low[1] > high[1]) {
      throw bad(text, crs, "the lower corner comes first");
    }
    Geometry box = FACTORY.toGeometry(new Envelope(low[0], high[0], low[1], high[1]));
    double step = Math.max(box.getEnvelopeInternal().getDiameter() / PIECES, 1e-6);
    try {
      return new Box(List.of(crs.toLonLat(Densifier.densify(box, step))));
    } catch (IllegalArgumentException e) {
      throw bad(text, crs, "it lies outside the area of " + crs.uri());
    }
  }

  private static Box degrees(
      String text, OgcCrs crs, double west, double south, double east, double north) {
    if (Math.abs(west) > 180 || Math.abs(east) > 180) {
      throw bad(text, crs, "longitudes are -180 to 180");
    }
    if (south > north) {
      throw bad(text, crs, "the southern latitude comes before the northern");
    }
    // Beyond the poles there is nothing: no fault, as the official suite has it, which asks there.
    double low = Math.max(south, -90);
    double high = Math.min(north, 90);
    List<Geometry> parts = new ArrayList<>();
    if (low > high) {
      return new Box(parts);
    }
    if (west <= east) {
      parts.add(FACTORY.toGeometry(new Envelope(west, east, low, high)));
    } else {
      parts.add(FACTORY.toGeometry(new Envelope(west, 180, low, high)));
      parts.add(FACTORY.toGeometry(new Envelope(-180, east, low, high)));
    }
    return new Box(parts);
  }

  boolean meets(Geometry geometry) {
    return geometry != null && parts.stream().anyMatch(geometry::intersects);
  }

  private static double[] numbers(String text, OgcCrs crs) {
    double[] numbers;
    try {
      numbers = Arrays.stream(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw bad(text, crs, "a part of it is no number");
    }
    if (numbers.length != 4 && numbers.length != 6
        || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
      throw bad(text, crs, "it must be four finite numbers, or six with heights");
    }
    return numbers;
  }

  private static BadQuestionException bad(String text, OgcCrs crs, String wrong) {
    String order =
        !crs.isWgs84()
            ? "lower corner, upper corner, in the axes of " + crs.uri()
            : crs.isLatFirst()
                ? "south,west,north,east in degrees, since " + crs.uri() + " is latitude first"
                : "west,south,east,north in degrees, such as 96,18,98,20";
    return new BadQuestionException("bbox", text, wrong + "; allowed: " + order + ".");
  }
}
