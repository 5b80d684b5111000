package org.displacementmapper.layer;

import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileGrid;
import org.displacementmapper.tile.WebMercator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * How many incidents are known to a place, in cells: the tiles {@value #FINER} zooms finer, so that
 * those of a tile sum up to it, and it with its three neighbours to the tile above. Each cell is in
 * one tile only, without a buffer. It stands at the mean of its incidents' places, which tells
 * nothing finer than the layer of incidents, where each of them may be drawn: those known only to a
 * township or less are in neither. A cell with one incident says of it what that layer says.
 *
 * <p>Places are known to a tile of zoom {@value IncidentIndex#DEPTH}, so deeper tiles have cells as
 * fine as that and no finer.
 *
 * <p>For tiles only: at another zoom its features are others.
 */
final class IncidentClusterLayer implements TileLayer {

  /**
   * Zooms by which a cell is finer than its tile: 256 cells in each, 32 to 64 pixels wide on maps
   * with tiles of 512. One zoom coarser, half a state would be one cell on a map of the country.
   */
  static final int FINER = 4;

  /** From the next zoom on a map has room for the incidents one by one. */
  private static final int MAX_ZOOM = 7;

  private static final Schema SCHEMA = schemaOfCells();

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final IncidentIndex index;

  IncidentClusterLayer(IncidentIndex index) {
    this.index = index;
  }

  private static Schema schemaOfCells() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("cell", TEXT, "The cell as a tile: zoom/column/row."));
    fields.add(
        new Field(
            "incidents",
            INTEGER,
            "Incidents known to a place in it, of every public source; two may record the same."));
    fields.add(new Field("exact", INTEGER, "How many of them are known to an exact place."));
    fields.add(
        new Field(
            "air_incidents", INTEGER, "How many of them are documented attacks from the air."));
    fields.add(
        new Field(
            "killed_low",
            INTEGER,
            "People killed in them, lowest figures; 0 where none is stated, and two sources may count the same."));
    fields.add(new Field("killed_best", INTEGER, "The same, best figures."));
    fields.add(new Field("killed_high", INTEGER, "The same, highest figures."));
    for (Field field : IncidentFeatures.SCHEMA.fields()) {
      if (fields.stream().noneMatch(known -> known.name().equals(field.name()))) {
        fields.add(
            new Field(field.name(), field.type(), "Of a cell with one incident. " + field.text()));
      }
    }
    return new Schema(fields);
  }

  @Override
  public String id() {
    return "incident-clusters";
  }

  @Override
  public String title() {
    return "Incidents counted by cell";
  }

  @Override
  public String text() {
    return "How many incidents are known to a place in each of 256 cells of a tile, for maps of a"
        + " whole country. Those known less precisely are in incident-areas. Tiles deeper than the"
        + " deepest zoom are answered too, with cells of at least 76 m.";
  }

  @Override
  public String geometryType() {
    return "Point";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public String key() {
    return "cell";
  }

  @Override
  public int maxZoom() {
    return MAX_ZOOM;
  }

  /**
   * @throws IllegalArgumentException if the tile is not of the Web Mercator grid
   */
  @Override
  public List<Feature> cut(View view, TileGrid grid) {
    if (!(grid.tile() instanceof TileCoord tile)) {
      throw new IllegalArgumentException("cells are of the Web Mercator grid, not " + grid.tile());
    }
    int beyond = Math.max(0, tile.z() - IncidentIndex.DEPTH);
    if (beyond > 0 && !isInTheMiddle(tile, beyond)) {
      return List.of();
    }
    int zoom = Math.min(tile.z() + FINER, IncidentIndex.DEPTH);
    int shift = 2 * (IncidentIndex.DEPTH - zoom);
    BitSet shown = view.shown();
    List<Feature> cells = new ArrayList<>();
    Cell cell = null;
    int z = tile.z() - beyond;
    int x = tile.x() >> beyond;
    int y = tile.y() >> beyond;
    int to = index.to(z, x, y);
    for (int i = index.from(z, x, y); i < to; i++) {
      if (shown.get(index.place(i))) {
        long code = index.code(i) >>> shift;
        if (cell == null || cell.code != code) {
          add(cell, zoom, view, grid, cells);
          cell = new Cell(code);
        }
        cell.add(i, index);
      }
    }
    add(cell, zoom, view, grid, cells);
    return cells;
  }

  /**
   * Of the tiles in a cell that is no finer, the one that has its middle, where the cell stands.
   */
  private static boolean isInTheMiddle(TileCoord tile, int zoomsBeyond) {
    int middle = 1 << (zoomsBeyond - 1);
    int inside = (1 << zoomsBeyond) - 1;
    return (tile.x() & inside) == middle && (tile.y() & inside) == middle;
  }

  private static void add(Cell cell, int zoom, View view, TileGrid grid, List<Feature> cells) {
    if (cell != null) {
      Coordinate place = cell.mean();
      Point point =
          FACTORY.createPoint(
              new Coordinate(Math.rint(grid.x(place.x)), Math.rint(grid.y(place.y))));
      String id =
          new TileCoord(zoom, IncidentIndex.column(cell.code), IncidentIndex.row(cell.code))
              .toString();
      cells.add(Feature.of(id, point, cell.values(id, view)));
    }
  }

  @Override
  public Cutting cutting(View view) {
    List<Envelope> boxes = new ArrayList<>();
    BitSet shown = view.shown();
    long before = -1;
    // Whoever writes tiles of all zooms asks which there are: those of the finest cells.
    int shift = 2 * (IncidentIndex.DEPTH - MAX_ZOOM - FINER);
    for (int i = 0; i < index.size(); i++) {
      long code = index.code(i) >>> shift;
      if (code != before && shown.get(index.place(i))) {
        before = code;
        boxes.add(
            new TileCoord(MAX_ZOOM + FINER, IncidentIndex.column(code), IncidentIndex.row(code))
                .bounds());
      }
    }
    return new Cutting(boxes, grid -> cut(view, grid));
  }

  /** What is summed of one cell. */
  private static final class Cell {
    final long code;
    long incidents;
    long exact;
    long air;
    final long[] killed = new long[3];
    double columns;
    double rows;
    int last;

    Cell(long code) {
      this.code = code;
    }

    void add(int i, IncidentIndex index) {
      incidents++;
      exact += index.isExact(i) ? 1 : 0;
      air += index.isAirAttack(i) ? 1 : 0;
      for (int figure = 0; figure < killed.length; figure++) {
        killed[figure] += index.killed(figure, i);
      }
      columns += IncidentIndex.column(index.code(i)) + 0.5;
      rows += IncidentIndex.row(index.code(i)) + 0.5;
      last = index.place(i);
    }

    Coordinate mean() {
      double across = 1 << IncidentIndex.DEPTH;
      return new Coordinate(
          WebMercator.lon(columns / incidents / across),
          WebMercator.lat(rows / incidents / across));
    }

    Map<String, Object> values(String id, View view) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("cell", id);
      values.put("incidents", incidents);
      values.put("exact", exact);
      values.put("air_incidents", air);
      values.put("killed_low", killed[0]);
      values.put("killed_best", killed[1]);
      values.put("killed_high", killed[2]);
      if (incidents == 1) {
        values.putAll(IncidentFeatures.of(view.dataset().placements().get(last)).values());
      }
      return values;
    }
  }
}
