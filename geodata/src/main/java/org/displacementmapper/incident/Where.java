package org.displacementmapper.incident;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * What a source says of the place, before any join.
 *
 * @param lon degrees east, WGS 84; null together with {@code lat} if the source gives no point or
 *     it is withheld
 * @param uncertaintyMetres radius in which the place lies, where the source states one; else null
 * @param place name of the place as the source spells it; empty if none or withheld
 * @param area name of the unit of level {@code precision.level()} that the place name stands for,
 *     such as "Bawlakhe" of "Bawlakhe township" or "Shan (North)"; empty if it names none
 * @param pcode P-code stated by the source; empty if none
 * @param state name of the state as the source spells it, a hint only; empty if none
 * @param line whether the name is of a road, river, border or "between": the point stands for it
 */
public record Where(
    Double lon,
    Double lat,
    Precision precision,
    Integer uncertaintyMetres,
    String place,
    String area,
    String pcode,
    String state,
    boolean line) {

  public Where {
    if ((lon == null) != (lat == null)) {
      throw new IllegalArgumentException(
          "longitude and latitude come together, were " + lon + " and " + lat);
    }
    if (lon != null && (Math.abs(lon) > 180 || Math.abs(lat) > 90)) {
      throw new IllegalArgumentException(
          "longitude must be -180 to 180 and latitude -90 to 90, were " + lon + " and " + lat);
    }
  }

  public boolean hasPoint() {
    return lon != null;
  }

  public Optional<Coordinate> findPoint() {
    return hasPoint() ? Optional.of(new Coordinate(lon, lat)) : Optional.empty();
  }
}
