package org.displacementmapper.tile;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * The coordinates that one encoding of one tile can write, as whole numbers, and how degrees become
 * such numbers. Both axes are monotone, so boxes stay boxes.
 */
public sealed interface TileGrid permits UnitGrid, DegreeGrid {

  /** How far a tile reaches beyond its edges, as a fraction of its width. */
  double BUFFER = 64.0 / 4096;

  Tile tile();

  /** Grid x of a longitude, not yet rounded. */
  double x(double lon);

  /** Grid y of a latitude, not yet rounded. */
  double y(double lat);

  double lon(double x);

  double lat(double y);

  /** Whether y grows northwards. */
  boolean northUp();

  /** What the tile may show, its buffer included: whole numbers of the grid. */
  Envelope bounds();

  /** The tile without its buffer: whole numbers of the grid, the same in both tiles at an edge. */
  Envelope edges();

  /** What the tile may show, its buffer included, in degrees: what a layer needs to look at. */
  default Envelope lonLatBounds() {
    return lonLatBounds(0);
  }

  /**
   * The same, moved outwards.
   *
   * @param more how far, in units of the grid; 1 holds all places that rounding moves in
   */
  default Envelope lonLatBounds(int more) {
    Envelope grid = bounds();
    grid.expandBy(more);
    return new Envelope(
        lon(grid.getMinX()), lon(grid.getMaxX()), lat(grid.getMinY()), lat(grid.getMaxY()));
  }

  /** The grid point nearest to a place in degrees; empty if the tile does not show it. */
  default Optional<Point> snap(Coordinate lonLat) {
    Coordinate snapped = new Coordinate(Math.rint(x(lonLat.x)), Math.rint(y(lonLat.y)));
    return bounds().contains(snapped)
        ? Optional.of(new GeometryFactory().createPoint(snapped))
        : Optional.empty();
  }
}
