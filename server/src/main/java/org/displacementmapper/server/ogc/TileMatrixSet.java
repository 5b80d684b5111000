package org.displacementmapper.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.server.usecase.UnknownException;
import org.displacementmapper.tile.Crs84Tile;
import org.displacementmapper.tile.Tile;
import org.displacementmapper.tile.TileCoord;

/**
 * The pyramids of tiles that are served, as OGC Two Dimensional Tile Matrix Set 2.0 (OGC 17-083r4)
 * names and numbers them in its annex D. A matrix is named by its zoom.
 */
public enum TileMatrixSet {
  WEB_MERCATOR(
      "WebMercatorQuad",
      "Web Mercator, square tiles",
      "http://www.opengis.net/def/crs/EPSG/0/3857",
      List.of("X", "Y"),
      "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
      List.of(-20037508.342789244, 20037508.342789244),
      559082264.0287178,
      156543.03392804097,
      1,
      TileCoord.MAX_ZOOM),
  WORLD_CRS84(
      "WorldCRS84Quad",
      "Longitudes and latitudes, square tiles",
      OgcCrs.CRS84.uri(),
      List.of("Lon", "Lat"),
      "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad",
      List.of(-180.0, 90.0),
      279541132.0143589,
      0.703125,
      2,
      Crs84Tile.MAX_ZOOM);

  private static final int PIXELS = 256;

  private final String id;
  private final String title;
  private final String crs;
  private final List<String> axes;
  private final String scaleSet;
  private final List<Double> origin;
  private final double scale;
  private final double cell;
  private final int columns;
  private final int maxZoom;

  TileMatrixSet(
      String id,
      String title,
      String crs,
      List<String> axes,
      String scaleSet,
      List<Double> origin,
      double scale,
      double cell,
      int columns,
      int maxZoom) {
    this.id = id;
    this.title = title;
    this.crs = crs;
    this.axes = axes;
    this.scaleSet = scaleSet;
    this.origin = origin;
    this.scale = scale;
    this.cell = cell;
    this.columns = columns;
    this.maxZoom = maxZoom;
  }

  public static List<String> ids() {
    return Stream.of(values()).map(TileMatrixSet::id).toList();
  }

  /**
   * @throws UnknownException listing those that there are
   */
  public static TileMatrixSet named(String id) {
    return Stream.of(values())
        .filter(set -> set.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownException(
                    "There is no tile matrix set " + id + ".",
                    "Known: " + String.join(", ", ids()) + "."));
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  String crs() {
    return crs;
  }

  int maxZoom() {
    return maxZoom;
  }

  String uri() {
    return "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + id;
  }

  /** The tile in a row and column of a matrix, which must be in it. */
  Tile tile(int zoom, int row, int column) {
    return this == WEB_MERCATOR
        ? new TileCoord(zoom, column, row)
        : new Crs84Tile(zoom, column, row);
  }

  /**
   * Which tiles of each matrix show something of a box.
   *
   * @param box west, south, east, north in degrees
   */
  List<TileLimits> limits(List<Double> box) {
    List<TileLimits> limits = new ArrayList<>();
    for (int zoom = 0; zoom <= maxZoom; zoom++) {
      Tile first = tile(zoom, 0, 0);
      int lastRow = (1 << zoom) - 1;
      int lastColumn = (columns << zoom) - 1;
      limits.add(
          new TileLimits(
              zoom,
              index(first.row(box.get(3)), lastRow),
              index(first.row(box.get(1)), lastRow),
              index(first.column(box.get(0)), lastColumn),
              index(first.column(box.get(2)), lastColumn)));
    }
    return limits;
  }

  private static int index(double place, int last) {
    return Math.max(0, Math.min(last, (int) Math.floor(place)));
  }

  /** Its definition, as the standard's JSON has it. */
  Map<String, Object> describe() {
    List<Map<String, Object>> matrices = new ArrayList<>();
    for (int zoom = 0; zoom <= maxZoom; zoom++) {
      Map<String, Object> matrix = new LinkedHashMap<>();
      matrix.put("id", Integer.toString(zoom));
      matrix.put("scaleDenominator", scale / (1 << zoom));
      matrix.put("cellSize", cell / (1 << zoom));
      matrix.put("cornerOfOrigin", "topLeft");
      matrix.put("pointOfOrigin", origin);
      matrix.put("tileWidth", PIXELS);
      matrix.put("tileHeight", PIXELS);
      matrix.put("matrixWidth", columns << zoom);
      matrix.put("matrixHeight", 1 << zoom);
      matrices.add(matrix);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("title", title);
    body.put("uri", uri());
    body.put("crs", crs);
    body.put("orderedAxes", axes);
    body.put("wellKnownScaleSet", scaleSet);
    body.put("tileMatrices", matrices);
    return body;
  }
}
