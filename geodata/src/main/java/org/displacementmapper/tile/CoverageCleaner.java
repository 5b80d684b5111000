package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.tile.EdgeTable.Edge;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.FastNodingValidator;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Makes a strict coverage of polygons that almost are one: neighbours share every node and edge,
 * nothing overlaps, and no slivers lie between them.
 *
 * <p>What lies in two units goes to the lower index. Slivers that lie in none go to the neighbour
 * with the longest common border; wider holes, such as lakes, stay. Lines that do not match are
 * snap-rounded to {@value #STEPS_PER_DEGREE} steps per degree, about a centimetre; where all lines
 * match, nothing moves.
 *
 * <p>Not thread safe; lives inside one call.
 */
final class CoverageCleaner {

  private static final double STEPS_PER_DEGREE = 1e7;

  /** Slivers are narrower than about ten metres and much longer than wide, or tiny. */
  private static final double SLIVER_WIDTH_DEGREES = 1e-4;

  private static final double SLIVER_ELONGATION = 8;
  private static final double TINY_SQUARE_DEGREES = 1e-9;

  private final List<? extends Geometry> units;

  CoverageCleaner(List<? extends Geometry> units) {
    this.units = units;
  }

  /** The polygons of each unit; null if it has none. */
  Geometry[] clean() {
    EdgeTable table = new EdgeTable();
    for (int unit = 0; unit < units.size(); unit++) {
      table.addPolygons(units.get(unit), unit);
    }
    table = noded(table);
    List<Edge> edges = table.edges();
    Subdivision faces = new Subdivision(table.nodes(), edges);
    int[] unitOfFace = faces.unitsBesideEdges();
    unitOfFace[Subdivision.UNBOUNDED] = EdgeTable.NOTHING;
    for (int face = 1; face < unitOfFace.length; face++) {
      if (unitOfFace[face] == EdgeTable.UNKNOWN) {
        unitOfFace[face] = unitCovering(faces.polygon(face));
      }
    }
    fillSlivers(faces, edges.size(), unitOfFace);
    return faces.polygons(unitOfFace, units.size());
  }

  private static EdgeTable noded(EdgeTable table) {
    List<SegmentString> lines = new ArrayList<>();
    for (Arc arc : Arc.of(table)) {
      lines.add(new NodedSegmentString(arc.points(), arc));
    }
    if (new FastNodingValidator(lines).isValid()) {
      return table;
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(STEPS_PER_DEGREE));
    noder.computeNodes(lines);
    EdgeTable noded = new EdgeTable();
    for (Object string : noder.getNodedSubstrings()) {
      SegmentString line = (SegmentString) string;
      Arc arc = (Arc) line.getData();
      for (int i = 1; i < line.size(); i++) {
        noded.add(line.getCoordinate(i - 1), line.getCoordinate(i), arc.left(), arc.right());
      }
    }
    return noded;
  }

  /**
   * The unit of a face that is beside no unit's edge from within: seldom any, so it may be slow.
   */
  private int unitCovering(Polygon face) {
    Coordinate inside = face.getInteriorPoint().getCoordinate();
    for (int unit = 0; unit < units.size(); unit++) {
      Geometry polygons = units.get(unit);
      if (polygons.getEnvelopeInternal().contains(inside)
          && SimplePointInAreaLocator.locate(inside, polygons) == Location.INTERIOR) {
        return unit;
      }
    }
    return EdgeTable.NOTHING;
  }

  private void fillSlivers(Subdivision faces, int edgeCount, int[] unitOfFace) {
    Map<Integer, Map<Integer, Double>> borders = new HashMap<>();
    for (int face = 1; face < unitOfFace.length; face++) {
      if (unitOfFace[face] == EdgeTable.NOTHING && isSliver(faces.polygon(face))) {
        borders.put(face, new HashMap<>());
      }
    }
    for (int e = 0; e < edgeCount; e++) {
      addBorder(
          borders.get(faces.faceLeftOf(e)), unitOfFace[faces.faceRightOf(e)], faces.length(e));
      addBorder(
          borders.get(faces.faceRightOf(e)), unitOfFace[faces.faceLeftOf(e)], faces.length(e));
    }
    borders.forEach(
        (face, lengths) ->
            lengths.entrySet().stream()
                .max(
                    Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(Map.Entry.<Integer, Double>comparingByKey().reversed()))
                .ifPresent(longest -> unitOfFace[face] = longest.getKey()));
  }

  private void addBorder(Map<Integer, Double> lengths, int unit, double length) {
    if (lengths != null && unit < units.size()) {
      lengths.merge(unit, length, Double::sum);
    }
  }

  private static boolean isSliver(Polygon face) {
    double area = face.getArea();
    double length = face.getLength() / 2;
    double width = area / length;
    return area < TINY_SQUARE_DEGREES
        || width < SLIVER_WIDTH_DEGREES && length > SLIVER_ELONGATION * width;
  }
}
