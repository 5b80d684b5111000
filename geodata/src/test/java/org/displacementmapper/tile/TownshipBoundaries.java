package org.displacementmapper.tile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.testing.Shared;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The polygons of a shared boundary file, read in the plainest way. */
final class TownshipBoundaries {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private TownshipBoundaries() {}

  static List<Geometry> townships() {
    return read("boundaries/mmr_adm3_mimu_v93.geojson");
  }

  static List<Geometry> read(String name) {
    try {
      List<Geometry> units = new ArrayList<>();
      for (JsonNode feature :
          new ObjectMapper().readTree(Shared.file(name).toFile()).get("features")) {
        units.add(geometry(feature.get("geometry")));
      }
      return units;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Geometry geometry(JsonNode geometry) {
    JsonNode coordinates = geometry.get("coordinates");
    if (geometry.get("type").asText().equals("Polygon")) {
      return polygon(coordinates);
    }
    List<Polygon> polygons = new ArrayList<>();
    coordinates.forEach(polygon -> polygons.add(polygon(polygon)));
    return FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  private static Polygon polygon(JsonNode rings) {
    List<LinearRing> all = new ArrayList<>();
    for (JsonNode ring : rings) {
      List<Coordinate> points = new ArrayList<>();
      ring.forEach(p -> points.add(new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
      all.add(FACTORY.createLinearRing(points.toArray(new Coordinate[0])));
    }
    return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(new LinearRing[0]));
  }
}
