package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.PmTilesFormat;
import org.displacementmapper.server.usecase.ExportTiles;
import org.displacementmapper.tile.TileCoord;

/**
 * All tiles of a layer as one file. It is made anew each time, unless the client has it already,
 * and can take seconds: so one is made at a time, a few wait or are being sent, and more are told
 * to come back.
 */
final class TileFileRoutes implements Routes {

  /** About half a minute of drawing and some 50 MB at worst. */
  static final int MAX_TILES = 20_000;

  static final int MAX_AT_ONCE = 4;

  private static final String RETRY_SECONDS = "30";

  private static final Param MAX_ZOOM =
      Param.query(
          "maxzoom",
          Map.of("type", "integer", "minimum", 0, "maximum", TileCoord.MAX_ZOOM),
          "The deepest zoom in the file, at most that of the layer; map programs draw deeper ones"
              + " from it. Default "
              + ExportTiles.USUAL_MAX_ZOOM
              + ", where boundaries have every corner, or that of the layer.");

  private final ExportTiles exportTiles;
  private final Semaphore places = new Semaphore(MAX_AT_ONCE);
  private final Lock drawing = new ReentrantLock();

  TileFileRoutes(ExportTiles exportTiles) {
    this.exportTiles = exportTiles;
  }

  @Override
  public List<Route> routes() {
    PmTilesFormat format = Formats.tiles();
    List<Param> params = new ArrayList<>(List.of(Param.LAYER));
    params.addAll(Param.QUESTION);
    params.add(Param.PROPERTIES);
    params.add(MAX_ZOOM);
    return List.of(
        new Route(
            "/download/{layer}." + format.extensions().get(0),
            "layer.download." + format.id(),
            "All vector tiles of a layer as one file: PMTiles, version 3.",
            params,
            List.of(format.mediaType()),
            "",
            (context, parameters) -> send(context, parameters, format)));
  }

  private void send(Context context, Parameters parameters, PmTilesFormat format) {
    ExportTiles.Prepared file =
        exportTiles.prepare(
            context.pathParam("layer"),
            parameters.question(),
            parameters.list("properties"),
            parameters.find("maxzoom").isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(parameters.integer("maxzoom", 0, 0, TileCoord.MAX_ZOOM)));
    DownloadRoutes.introduce(context, file.fileName(), format, file.about());
    Answers.stream(
        context,
        file.version() + file.about().get("corrections"),
        format.mediaType(),
        Answers.DATA,
        out -> write(context, file, out));
  }

  private void write(Context context, ExportTiles.Prepared file, OutputStream out)
      throws IOException {
    if (!places.tryAcquire()) {
      throw Problem.busy(
          RETRY_SECONDS,
          "Files of tiles are being made for %d others; try again in %s seconds, or ask for less"
                  .formatted(MAX_AT_ONCE, RETRY_SECONDS)
              + " with a lower maxzoom.");
    }
    try (ExportTiles.Drawn drawn = draw(file)) {
      drawn.writeTo(out);
    } finally {
      places.release();
    }
  }

  private ExportTiles.Drawn draw(ExportTiles.Prepared file) throws IOException {
    drawing.lock();
    try {
      return file.draw(MAX_TILES, (zoom, done, all) -> {});
    } finally {
      drawing.unlock();
    }
  }
}
