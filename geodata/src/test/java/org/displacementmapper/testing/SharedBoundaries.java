package org.displacementmapper.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Boundaries of {@link Shared}, read by the shortest way and not by the program's own readers. A
 * test that asks for them is skipped where the folder is missing.
 */
public final class SharedBoundaries {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Release MIMU = new Release("MIMU 9.3", "MIMU", "");

  private static Boundaries townships;

  private SharedBoundaries() {}

  /** The 330 townships; 80 districts and 18 states known by name. */
  public static synchronized Boundaries townships() {
    if (townships == null) {
      List<AdminUnit> units = new ArrayList<>();
      Set<Ancestor> named = new LinkedHashSet<>();
      for (JsonNode feature : features("boundaries/mmr_adm3_mimu_v93.geojson")) {
        JsonNode values = feature.get("properties");
        String district = text(values, "DT_PCODE");
        String state = text(values, "ST_PCODE");
        units.add(unit(feature, "TS_PCODE", 3, "TS", "TS_MMR4", district, ""));
        named.add(new Ancestor(district, 2, text(values, "DT"), "", state));
        named.add(new Ancestor(state, 1, text(values, "ST"), "", ""));
      }
      townships = Boundaries.of(MIMU, units, named);
    }
    return townships;
  }

  /** The 18 P-coded states and regions alone. */
  public static Boundaries states() {
    List<AdminUnit> units = new ArrayList<>();
    for (JsonNode feature : features("boundaries/mmr_adm1_mimu_v93.geojson")) {
      units.add(unit(feature, "ST_PCODE", 1, "ST", "ST_MMR4", "", ""));
    }
    return Boundaries.of(MIMU, units);
  }

  /** The 80 districts alone. */
  public static Boundaries districts() {
    List<AdminUnit> units = new ArrayList<>();
    for (JsonNode feature : features("boundaries/mmr_adm2_mimu_v93.geojson")) {
      units.add(unit(feature, "DT_PCODE", 2, "DT", "DT_MMR", "", ""));
    }
    return Boundaries.of(MIMU, units);
  }

  /** The 14 coarse states that ship with the program. */
  public static Boundaries coarseStates() {
    List<AdminUnit> units = new ArrayList<>();
    for (JsonNode feature : features("packaged/mmr_adm1_naturalearth.geojson")) {
      units.add(unit(feature, "pcode", 1, "name", "", "", "pcode_members"));
    }
    return Boundaries.of(new Release("Natural Earth", "Made with Natural Earth.", ""), units);
  }

  private static AdminUnit unit(
      JsonNode feature,
      String code,
      int level,
      String name,
      String nameMy,
      String parent,
      String members) {
    JsonNode values = feature.get("properties");
    String covered = text(values, members);
    return new AdminUnit(
        text(values, code),
        level,
        text(values, name),
        text(values, nameMy),
        parent,
        covered.isEmpty() ? List.of() : Arrays.asList(covered.split(";")),
        geometry(feature.get("geometry")));
  }

  private static String text(JsonNode values, String field) {
    return values.path(field).asText("");
  }

  private static JsonNode features(String name) {
    try {
      return new ObjectMapper().readTree(Shared.file(name).toFile()).get("features");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Geometry geometry(JsonNode geometry) {
    JsonNode parts = geometry.get("coordinates");
    if (geometry.get("type").asText().equals("Polygon")) {
      return polygon(parts);
    }
    Polygon[] polygons = new Polygon[parts.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = polygon(parts.get(i));
    }
    return FACTORY.createMultiPolygon(polygons);
  }

  private static Polygon polygon(JsonNode rings) {
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return FACTORY.createPolygon(ring(rings.get(0)), holes);
  }

  private static LinearRing ring(JsonNode positions) {
    Coordinate[] corners = new Coordinate[positions.size()];
    for (int i = 0; i < corners.length; i++) {
      JsonNode position = positions.get(i);
      corners[i] = new Coordinate(position.get(0).asDouble(), position.get(1).asDouble());
    }
    return FACTORY.createLinearRing(corners);
  }
}
