package org.displacementmapper.testing;

import java.util.List;
import org.displacementmapper.boundary.AdminUnit;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometry made short: squares drawn on paper. */
public final class Geometries {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Geometries() {}

  public static Geometry wkt(String text) {
    try {
      return new WKTReader(FACTORY).read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** A square whose lower left corner is at (lon, lat). */
  public static Geometry square(double lon, double lat, double size) {
    return FACTORY.toGeometry(new Envelope(lon, lon + size, lat, lat + size));
  }

  /** A unit named by its P-code. */
  public static AdminUnit unit(String pcode, int level, String parent, Geometry geometry) {
    return new AdminUnit(pcode, level, pcode, "", parent, List.of(), geometry);
  }
}
