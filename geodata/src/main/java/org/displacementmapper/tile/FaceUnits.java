package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Says for each face of a subdivision to which unit it belongs, and joins the faces of each unit.
 *
 * <p>Whatever is said here, each face has one unit or none, so the polygons that come out cannot
 * overlap. Not thread safe; lives inside one call.
 */
final class FaceUnits {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Subdivision faces;
  private final int[] units;

  private FaceUnits(Subdivision faces) {
    this.faces = faces;
    this.units = new int[faces.faceCount()];
  }

  /**
   * Gives each face the lowest unit that its edges name on its side, or {@link EdgeTable#NOTHING},
   * or {@link EdgeTable#UNKNOWN} if they name none. The unbounded face is nothing.
   */
  static FaceUnits besideEdges(Subdivision faces) {
    FaceUnits beside = new FaceUnits(faces);
    Arrays.fill(beside.units, EdgeTable.UNKNOWN);
    for (int e = 0; e < faces.edgeCount(); e++) {
      beside.lower(faces.faceLeftOf(e), faces.edge(e).left());
      beside.lower(faces.faceRightOf(e), faces.edge(e).right());
    }
    beside.set(Subdivision.UNBOUNDED, EdgeTable.NOTHING);
    return beside;
  }

  private void lower(int face, int unit) {
    units[face] = Math.min(units[face], unit);
  }

  void set(int face, int unit) {
    units[face] = unit;
  }

  /** The faces of one unit, or of none. */
  BitSet facesOf(int unit) {
    BitSet found = new BitSet();
    for (int face = 0; face < units.length; face++) {
      found.set(face, units[face] == unit);
    }
    return found;
  }

  /**
   * Gives each of some faces to the neighbour with which it has the longest common border.
   *
   * @param unitCount only units below it count as neighbours
   */
  void absorb(BitSet absorbed, int unitCount) {
    Map<Integer, Map<Integer, Double>> borders = new TreeMap<>();
    for (int e = 0; e < faces.edgeCount(); e++) {
      int left = faces.faceLeftOf(e);
      int right = faces.faceRightOf(e);
      if (absorbed.get(left) && units[right] < unitCount) {
        borders
            .computeIfAbsent(left, face -> new TreeMap<>())
            .merge(units[right], faces.length(e), Double::sum);
      }
      if (absorbed.get(right) && units[left] < unitCount) {
        borders
            .computeIfAbsent(right, face -> new TreeMap<>())
            .merge(units[left], faces.length(e), Double::sum);
      }
    }
    borders.forEach(
        (face, lengths) ->
            units[face] =
                Collections.max(lengths.entrySet(), Map.Entry.comparingByValue()).getKey());
  }

  /** The polygons of each unit below a count, null if it has none. */
  Geometry[] polygons(int unitCount) {
    FaceUnits joined = joined();
    List<List<Polygon>> polygons = new ArrayList<>();
    for (int unit = 0; unit < unitCount; unit++) {
      polygons.add(new ArrayList<>());
    }
    for (int face = Subdivision.UNBOUNDED + 1; face < joined.units.length; face++) {
      if (joined.units[face] < unitCount) {
        polygons.get(joined.units[face]).add(joined.faces.polygon(face));
      }
    }
    return polygons.stream().map(FaceUnits::collect).toArray(Geometry[]::new);
  }

  /** The same with neighbouring faces of one unit made one. */
  private FaceUnits joined() {
    BitSet inside = new BitSet();
    for (int e = 0; e < faces.edgeCount(); e++) {
      inside.set(e, units[faces.faceLeftOf(e)] == units[faces.faceRightOf(e)]);
    }
    if (inside.isEmpty()) {
      return this;
    }
    FaceUnits joined = new FaceUnits(faces.without(inside));
    int next = 0;
    for (int e = inside.nextClearBit(0);
        next < joined.faces.edgeCount();
        e = inside.nextClearBit(e + 1)) {
      joined.set(joined.faces.faceLeftOf(next), units[faces.faceLeftOf(e)]);
      joined.set(joined.faces.faceRightOf(next), units[faces.faceRightOf(e)]);
      next++;
    }
    return joined;
  }

  private static Geometry collect(List<Polygon> polygons) {
    return switch (polygons.size()) {
      case 0 -> null;
      case 1 -> polygons.get(0);
      default -> FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    };
  }
}
