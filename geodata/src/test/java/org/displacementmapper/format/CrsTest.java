package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Expected values by PROJ 9.1 (gdaltransform). */
class CrsTest {

  /** In degrees: a hundredth of a millimetre. */
  private static final double EXACT = 1e-10;

  private static final String ESRI_UTM_47 =
      "PROJCS[\"WGS_1984_UTM_Zone_47N\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
          + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
          + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
          + "PARAMETER[\"Central_Meridian\",99.0],PARAMETER[\"Scale_Factor\",0.9996],"
          + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

  private static final String ESRI_INDIAN_1975 =
      "GEOGCS[\"GCS_Indian_1975\",DATUM[\"D_Indian_1975\",SPHEROID[\"Everest_Adjustment_1937\","
          + "6377276.345,300.8017]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  @Test
  void recognisesWgs84InEveryDress() {
    for (String text :
        List.of(
            "EPSG:4326",
            "4326",
            "OGC:CRS84",
            "urn:ogc:def:crs:EPSG::4326",
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
                + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]",
            "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],"
                + "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST]]",
            "GEOGCRS[\"WGS 84\",ENSEMBLE[\"World Geodetic System 1984 ensemble\",ELLIPSOID["
                + "\"WGS 84\",6378137,298.257223563,LENGTHUNIT[\"metre\",1]]],"
                + "PRIMEM[\"Greenwich\",0,ANGLEUNIT[\"degree\",0.0174532925199433]]]")) {
      assertSame(Crs.WGS84, Crs.of(text), text);
    }
    assertFalse(Crs.of(ESRI_UTM_47).isWgs84());
  }

  @Test
  void turnsNumbersIntoLongitudeAndLatitude() {
    for (String text : List.of("EPSG:32647", "urn:ogc:def:crs:EPSG::32647", "32647", ESRI_UTM_47)) {
      assertPlace(text, 196211.788875306, 1859615.3279637);
    }
    assertPlace("EPSG:3857", 10703369.0397733, 1897556.23240934);
  }

  @Test
  void knowsTheShiftOfADatumThatTheFileLeavesOut() {
    for (String text : List.of("EPSG:4240", ESRI_INDIAN_1975)) {
      Coordinate shifted = Crs.of(text).toWgs84(point(96.1544793, 16.79823497)).getCoordinate();
      // By hand, with geocentric translations of 206, 837, 295 m; within two metres.
      assertEquals(96.151716, shifted.x, 2e-5, text);
      assertEquals(16.799588, shifted.y, 2e-5, text);
    }
  }

  @Test
  void comesBackToWhereItWas() {
    Geometry place = point(96.15, 16.8);
    Crs utm = Crs.of("EPSG:32646");
    Coordinate back = utm.toWgs84(utm.fromWgs84(place)).getCoordinate();
    assertEquals(96.15, back.x, EXACT);
    assertEquals(16.8, back.y, EXACT);
    assertEquals(96.15, place.getCoordinate().x);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertRefused("there is no coordinate reference system EPSG:99999", "EPSG:99999");
    assertRefused("\"UTM 47N\" names no coordinate reference system", "UTM 47N");
    assertRefused("is not understood: name the system with --crs", "PROJCS[\"nonsense\"]");
    assertRefused("is not understood", "GEOGCS[".repeat(10_000));
    assertRefused("is not understood", "GEOGCS[".repeat(1_000_000));
    assertRefused("names no coordinate reference system", "9".repeat(1_000_000));
  }

  @Test
  void readsTheSystemThatAGeoJsonFileNames() {
    String file =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
            + "{\"name\":\"urn:ogc:def:crs:EPSG::32647\"}},\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":"
            + "[196211.788875306,1859615.3279637]}},{\"type\":\"Feature\","
            + "\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1e300,1]}}]}";
    Reading reading = Reading.of("a.geojson", file);
    assertEquals(96.15, reading.features().get(0).geometry().getCoordinate().x, EXACT);
    assertEquals(1, reading.features().size());
    assertTrue(reading.issues().get(0).contains("EPSG:32647 can tell"), reading.issues().get(0));
  }

  private static void assertPlace(String crs, double x, double y) {
    Coordinate place = Crs.of(crs).toWgs84(point(x, y)).getCoordinate();
    assertEquals(96.15, place.x, EXACT, crs);
    assertEquals(16.8, place.y, EXACT, crs);
  }

  private static void assertRefused(String message, String text) {
    String found = assertThrows(IllegalArgumentException.class, () -> Crs.of(text)).getMessage();
    assertTrue(found.contains(message), found);
  }

  private static Geometry point(double x, double y) {
    return new GeometryFactory().createPoint(new Coordinate(x, y));
  }
}
