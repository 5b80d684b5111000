package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Cuts one tile out of a coverage: the polygons of each unit in whole numbers of the tile's grid.
 *
 * <p>The arcs near the tile and the frame of the tile are snap-rounded together, and each face
 * inside the frame goes to the unit beside its edges. The lines along which tiles meet take part in
 * the rounding, so that both tiles round what crosses them alike, and are then left out.
 *
 * <p>Not thread safe; lives inside one call.
 */
final class CoverageCutter {

  /** Rounding moves nothing further than this many steps of the grid. */
  private static final double REACH = 2;

  /** The largest pool that is filled: four pixels square where a tile is drawn 512 pixels wide. */
  private static final double POOLS_PER_TILE = 128 * 128;

  /** How many places to try in search of one where nothing is near. */
  private static final int TRIES = 32;

  private static final Object SEAM = new Object();
  private static final Object FRAME = new Object();

  private final CoverageLevel level;
  private final TileGrid grid;
  private final Envelope frame;
  private final List<SegmentString> lines = new ArrayList<>();

  CoverageCutter(CoverageLevel level, TileGrid grid) {
    this.level = level;
    this.grid = grid;
    this.frame = grid.bounds();
  }

  /** For each unit its part of the tile; null if there is none. */
  Geometry[] cut(int unitCount) {
    addArcs();
    if (lines.isEmpty() && unitBesideNoArc() == EdgeTable.NOTHING) {
      return new Geometry[unitCount];
    }
    addFrameAndSeams();
    EdgeTable table = node();
    Subdivision faces = new Subdivision(table.nodes(), table.edges());
    FaceUnits owners = FaceUnits.besideEdges(faces);
    for (int face : owners.facesOf(EdgeTable.UNKNOWN).stream().toArray()) {
      owners.set(face, unitBesideNoArc());
    }
    owners.absorb(pools(faces, owners), unitCount);
    return owners.polygons(unitCount);
  }

  private void addArcs() {
    Envelope window = new Envelope(frame);
    window.expandBy(REACH);
    for (Arc arc : level.arcsNear(window, grid)) {
      lines.add(new NodedSegmentString(arc.points(), arc));
    }
  }

  private void addFrameAndSeams() {
    double west = frame.getMinX();
    double east = frame.getMaxX();
    double low = frame.getMinY();
    double high = frame.getMaxY();
    addLine(FRAME, west, low, east, low);
    addLine(FRAME, east, low, east, high);
    addLine(FRAME, east, high, west, high);
    addLine(FRAME, west, high, west, low);
    Envelope tile = grid.edges();
    for (double x : new double[] {tile.getMinX(), tile.getMaxX()}) {
      addLine(SEAM, x, low, x, high);
    }
    for (double y : new double[] {tile.getMinY(), tile.getMaxY()}) {
      addLine(SEAM, west, y, east, y);
    }
  }

  private void addLine(Object kind, double x1, double y1, double x2, double y2) {
    Coordinate[] ends = {new Coordinate(x1, y1), new Coordinate(x2, y2)};
    lines.add(new NodedSegmentString(ends, kind));
  }

  /** Snap-rounds all lines and keeps what lies inside the frame or on it. */
  private EdgeTable node() {
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(lines);
    EdgeTable table = new EdgeTable();
    for (Object noded : noder.getNodedSubstrings()) {
      SegmentString line = (SegmentString) noded;
      for (int i = 1; i < line.size() && line.getData() != SEAM; i++) {
        Coordinate from = line.getCoordinate(i - 1);
        Coordinate to = line.getCoordinate(i);
        if (!frame.covers((from.x + to.x) / 2, (from.y + to.y) / 2)) {
          continue;
        }
        if (line.getData() instanceof Arc arc) {
          table.add(from, to, arc.left(), arc.right());
        } else {
          table.addFrame(from, to);
        }
      }
    }
    return table;
  }

  /**
   * Small waters that are enclosed only on this grid, because their outlet has become too narrow:
   * they would look like gaps between units. Lakes are no such waters; they have a number.
   */
  private BitSet pools(Subdivision faces, FaceUnits owners) {
    BitSet pools = owners.facesOf(EdgeTable.NOTHING);
    pools.clear(Subdivision.UNBOUNDED);
    for (int e = 0; e < faces.edgeCount(); e++) {
      if (faces.edge(e).isOnFrame()) {
        pools.clear(faces.faceLeftOf(e));
        pools.clear(faces.faceRightOf(e));
      }
    }
    double largest = frame.getArea() / POOLS_PER_TILE;
    for (int face : pools.stream().toArray()) {
      pools.set(face, faces.polygon(face).getArea() <= largest);
    }
    return pools;
  }

  /**
   * The unit of a face without arcs. That can only be the whole tile, with nothing in it but what
   * has become too small; so any place clear of that will do.
   */
  private int unitBesideNoArc() {
    Coordinate place = frame.centre();
    for (int i = 0; i < TRIES; i++) {
      place = scattered(i);
      Coordinate candidate = place;
      if (lines.stream().noneMatch(line -> isWithinReach(candidate, line))) {
        break;
      }
    }
    return level.unitAt(grid.lon(place.x), grid.lat(place.y));
  }

  /** Spreads evenly over the frame, and misses round numbers. */
  private Coordinate scattered(int i) {
    double u = (0.5 + i * 0.7548776662466927) % 1;
    double v = (0.5 + i * 0.5698402909980532) % 1;
    return new Coordinate(
        frame.getMinX() + u * frame.getWidth(), frame.getMinY() + v * frame.getHeight());
  }

  private static boolean isWithinReach(Coordinate place, SegmentString line) {
    return line.getData() instanceof Arc
        && Distance.pointToSegmentString(place, line.getCoordinates()) <= REACH;
  }
}
