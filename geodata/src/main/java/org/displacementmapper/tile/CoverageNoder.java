package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Makes lines that cross or touch meet in nodes, by snap rounding.
 *
 * <p>Snap rounding everything takes ten times as long as finding out where it is needed, and almost
 * all borders match already: so only the lines near a crossing take part. Those were given rounded
 * and the others do not pass near them, so nothing comes apart.
 */
final class CoverageNoder {

  static final double STEPS_PER_DEGREE = 1e7;
  static final PrecisionModel STEPS = new PrecisionModel(STEPS_PER_DEGREE);

  private static final int EDGES_PER_PIECE = 24;
  private static final double REACH_DEGREES = 10 / STEPS_PER_DEGREE;
  private static final int LOCAL_ROUNDS = 3;

  private CoverageNoder() {}

  /**
   * @param table whose coordinates are rounded to {@link #STEPS}
   */
  static EdgeTable noded(EdgeTable table) {
    EdgeTable noded = table;
    for (int round = 0; ; round++) {
      List<SegmentString> pieces = pieces(noded);
      Set<SegmentString> crossing = crossing(pieces);
      if (crossing.isEmpty()) {
        return noded;
      }
      noded = snapped(pieces, round < LOCAL_ROUNDS ? boxes(crossing) : boxes(pieces));
      if (round == LOCAL_ROUNDS) {
        return noded;
      }
    }
  }

  private static List<SegmentString> pieces(EdgeTable table) {
    List<SegmentString> pieces = new ArrayList<>();
    for (Arc arc : Arc.of(table)) {
      for (Arc piece : arc.pieces(EDGES_PER_PIECE)) {
        pieces.add(new NodedSegmentString(piece.points(), piece));
      }
    }
    return pieces;
  }

  /** The lines that meet another elsewhere than in a node of both. */
  private static Set<SegmentString> crossing(List<SegmentString> lines) {
    CrossingFinder finder = new CrossingFinder();
    new MCIndexNoder(finder).computeNodes(lines);
    return finder.found;
  }

  private static final class CrossingFinder implements SegmentIntersector {
    final Set<SegmentString> found = new HashSet<>();
    private final LineIntersector intersector = new RobustLineIntersector();

    @Override
    public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
      if (a == b && i == j) {
        return;
      }
      intersector.computeIntersection(
          a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
      if (intersector.hasIntersection() && intersector.isInteriorIntersection()) {
        found.add(a);
        found.add(b);
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }
  }

  private static STRtree boxes(Iterable<SegmentString> lines) {
    STRtree boxes = new STRtree();
    for (SegmentString line : lines) {
      Envelope box = ((Arc) line.getData()).envelope();
      box.expandBy(REACH_DEGREES);
      boxes.insert(box, line);
    }
    return boxes;
  }

  /** Snap-rounds the lines that come near one of the boxes, and takes the others as they are. */
  private static EdgeTable snapped(List<SegmentString> lines, STRtree boxes) {
    EdgeTable table = new EdgeTable();
    List<SegmentString> near = new ArrayList<>();
    for (SegmentString line : lines) {
      if (boxes.query(((Arc) line.getData()).envelope()).isEmpty()) {
        table.add(line);
      } else {
        near.add(line);
      }
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(STEPS);
    noder.computeNodes(near);
    for (Object line : noder.getNodedSubstrings()) {
      table.add((SegmentString) line);
    }
    return table;
  }
}
