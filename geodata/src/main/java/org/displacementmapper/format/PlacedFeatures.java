package org.displacementmapper.format;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Features of any format with their geometry in longitude and latitude. A geometry with a number
 * that is not finite is left out with its feature, and so is one that cannot be reprojected. The
 * system of the whole goes before one that a geometry tells by its SRID. Where nothing tells it,
 * the numbers are taken as degrees if they can be, which is said once; the first that cannot ends
 * the reading.
 */
final class PlacedFeatures implements Iterator<Feature> {

  private static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  /** Systems told by single geometries; each unknown one costs a look into the database. */
  private static final int MOST_SYSTEMS = 16;

  private final String file;
  private final Iterator<Feature> raw;
  private final Optional<Crs> crs;
  private final Consumer<Issue> issues;
  private final Map<Integer, Crs> bySrid = new HashMap<>();
  private final Map<Integer, String> unknown = new HashMap<>();
  private boolean said;
  private Feature next;

  /**
   * @param crs of the numbers; empty if neither the file nor its reader tells
   */
  PlacedFeatures(String file, Iterator<Feature> raw, Optional<Crs> crs, Consumer<Issue> issues) {
    this.file = file;
    this.raw = raw;
    this.crs = crs;
    this.issues = issues;
  }

  @Override
  public boolean hasNext() {
    while (next == null && raw.hasNext()) {
      next = placed(raw.next());
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

  /** The feature in longitude and latitude; null, and an issue, if that cannot be. */
  private Feature placed(Feature feature) {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return feature;
    }
    for (Coordinate position : geometry.getCoordinates()) {
      if (!Double.isFinite(position.x) || !Double.isFinite(position.y)) {
        return reject(feature, position, "a coordinate must be a finite number");
      }
    }
    Optional<Crs> system;
    try {
      system = crs.isPresent() ? crs : told(geometry.getSRID());
    } catch (IllegalArgumentException e) {
      return reject(feature, geometry.getCoordinate(), e.getMessage());
    }
    geometry.setSRID(0);
    if (system.isEmpty()) {
      assume(feature);
      return feature;
    }
    if (system.get().isWgs84()) {
      return feature;
    }
    try {
      Geometry placed = system.get().toWgs84(geometry);
      if (WORLD.contains(placed.getEnvelopeInternal())) {
        return new Feature(feature.id(), placed, feature.values(), feature.line());
      }
    } catch (IllegalArgumentException e) {
      // Said below, with a place.
    }
    return reject(
        feature,
        geometry.getCoordinate(),
        "the place lies outside of what "
            + system.get().name()
            + " can tell: name the right system with --crs");
  }

  /** The system that a geometry itself tells, as PostGIS writes it; empty if it tells none. */
  private Optional<Crs> told(int srid) {
    if (srid == 0) {
      return Optional.empty();
    }
    if (unknown.containsKey(srid)) {
      throw new IllegalArgumentException(unknown.get(srid));
    }
    if (bySrid.size() + unknown.size() >= MOST_SYSTEMS && !bySrid.containsKey(srid)) {
      throw new IllegalArgumentException(
          "the file has more than " + MOST_SYSTEMS + " coordinate reference systems: use one");
    }
    try {
      return Optional.of(bySrid.computeIfAbsent(srid, code -> Crs.of("EPSG:" + code)));
    } catch (IllegalArgumentException e) {
      unknown.put(srid, e.getMessage());
      throw e;
    }
  }

  private void assume(Feature feature) {
    Envelope box = feature.geometry().getEnvelopeInternal();
    if (!WORLD.contains(box)) {
      throw new UnreadableFileException(
          Issue.rejected(
              file,
              feature.line(),
              "geometry",
              text(new Coordinate(box.getMaxX(), box.getMaxY())),
              "the file does not tell its coordinate reference system, and these numbers are no"
                  + " longitude and latitude: name the system, such as --crs EPSG:32647 (UTM 47N)"));
    }
    if (!said) {
      said = true;
      issues.accept(
          Issue.warned(
              file,
              0,
              "",
              "",
              "the file does not tell its coordinate reference system; its numbers are taken as"
                  + " longitude and latitude (WGS 84). If they are not, name the system with --crs"));
    }
  }

  private Feature reject(Feature feature, Coordinate place, String message) {
    String named = feature.id() == null ? "" : "feature \"" + feature.id() + "\" was left out: ";
    issues.accept(Issue.rejected(file, feature.line(), "geometry", text(place), named + message));
    return null;
  }

  private static String text(Coordinate place) {
    return place.x + ", " + place.y;
  }
}
