package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.PmTile;
import org.displacementmapper.format.PmTilesWriter;
import org.displacementmapper.layer.Cutting;
import org.displacementmapper.layer.TileLayer;
import org.displacementmapper.layer.View;
import org.displacementmapper.tile.Coverage;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileEncoder;
import org.displacementmapper.tile.TileEncoders;
import org.displacementmapper.tile.TileGrid;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes all tiles of a layer as one file, each with the bytes that {@link DrawTile} gives. Nothing
 * is kept for later: tiles go to a temporary file, which is gone when the writing ends or fails.
 */
public final class ExportTiles {

  /**
   * The deepest zoom if none is asked for: boundaries are whole from it on and its grid is of five
   * metres, so map programs draw deeper zooms from it.
   */
  public static final int USUAL_MAX_ZOOM = Coverage.EXACT_ZOOM;

  private static final TileEncoder ENCODER = TileEncoders.find("mvt").orElseThrow();

  /** Is told how far the work is; whatever it throws ends the work. */
  @FunctionalInterface
  public interface Progress {

    /**
     * @param zoom of the tile that comes next
     * @param done tiles drawn, empty ones among them
     * @param all of all zooms
     */
    void drawn(int zoom, long done, long all);
  }

  /**
   * What was written.
   *
   * @param tiles not empty
   * @param contents how many of them are different
   */
  public record Written(long tiles, long contents, int maxZoom) {}

  private final Views views;
  private final Catalogs catalogs;
  private final Corrections corrections;

  public ExportTiles(Views views, Catalogs catalogs, Corrections corrections) {
    this.views = views;
    this.catalogs = catalogs;
    this.corrections = corrections;
  }

  /**
   * Checks what is wanted; nothing is drawn yet.
   *
   * @param properties names of those wanted; empty: all
   * @param maxZoom the deepest; empty: {@link #USUAL_MAX_ZOOM}, or less if the layer ends before
   * @throws UnknownException if there is no such layer
   * @throws BadQuestionException if the layer has not such a property or zoom
   */
  public Prepared prepare(
      String layerId, Question question, Set<String> properties, OptionalInt maxZoom) {
    View view = views.view(question);
    TileLayer layer = catalogs.tileLayer(view.dataset(), layerId);
    int deepest = maxZoom.orElse(Math.min(USUAL_MAX_ZOOM, layer.maxZoom()));
    if (deepest < 0 || deepest > layer.maxZoom()) {
      throw new BadQuestionException(
          "maxzoom",
          String.valueOf(deepest),
          "layer %s has zooms 0 to %d; map programs draw deeper ones from the last."
              .formatted(layer.id(), layer.maxZoom()));
    }
    return new Prepared(
        layer, view, Trimming.of(layer, properties), about(layer, view, question), deepest);
  }

  private Map<String, Object> about(TileLayer layer, View view, Question question) {
    return About.of(layer, view, question, corrections);
  }

  /** A file that may be written. */
  public static final class Prepared {

    private final TileLayer layer;
    private final View view;
    private final Trimming trimming;
    private final Map<String, Object> about;
    private final int maxZoom;

    private Prepared(
        TileLayer layer, View view, Trimming trimming, Map<String, Object> about, int maxZoom) {
      this.layer = layer;
      this.view = view;
      this.trimming = trimming;
      this.about = about;
      this.maxZoom = maxZoom;
    }

    public String version() {
      return view.dataset().version().toString();
    }

    /** A name for the file, without ending. */
    public String fileName() {
      return About.fileName(layer, view);
    }

    /** What the file says of itself, by name. */
    public Map<String, Object> about() {
      return about;
    }

    /**
     * Draws all tiles, then writes the file.
     *
     * @param maxTiles how many may be drawn
     * @param out gets nothing before the last tile is drawn
     * @throws BadQuestionException if there are more; nothing has been drawn or written then
     */
    public Written write(int maxTiles, Progress progress, OutputStream out) throws IOException {
      try (Drawn drawn = draw(maxTiles, progress)) {
        return drawn.writeTo(out);
      }
    }

    /** Draws all tiles and keeps them aside until they are closed. */
    public Drawn draw(int maxTiles, Progress progress) throws IOException {
      Cutting cutting = layer.cutting(view);
      List<long[]> zooms = new TileDescent(cutting.boxes(), ENCODER).tiles(maxZoom, maxTiles);
      if (zooms.size() <= maxZoom) {
        throw new BadQuestionException(
            "maxzoom",
            String.valueOf(maxZoom),
            "down to that zoom layer %s may have more than %,d tiles; 0 to %d is allowed here."
                .formatted(layer.id(), maxTiles, zooms.size() - 1));
      }
      long all = zooms.stream().mapToLong(tiles -> tiles.length).sum();
      PmTilesWriter file = Formats.tiles().begin();
      try {
        long done = 0;
        for (long[] tiles : zooms) {
          for (long id : tiles) {
            progress.drawn(PmTile.at(id).z(), done++, all);
            file.add(PmTile.at(id), encode(cutting, TileDescent.tile(id)));
          }
        }
        Envelope box = new Envelope();
        cutting.boxes().forEach(box::expandToInclude);
        return new Drawn(file, metadata(), maxZoom, box);
      } catch (IOException | RuntimeException e) {
        file.close();
        throw e;
      }
    }

    private byte[] encode(Cutting cutting, TileCoord tile) {
      TileGrid grid = ENCODER.grid(tile);
      List<Feature> trimmed = trimming.apply(cutting.cut().apply(grid));
      return ENCODER.encode(layer.id(), grid, trimmed);
    }

    private Map<String, Object> metadata() {
      Map<String, Object> metadata = new LinkedHashMap<>();
      metadata.put("name", layer.title());
      metadata.put("type", "overlay");
      metadata.put("attribution", String.join(" ", Credits.of(view.dataset())));
      metadata.putAll(about());
      Map<String, Object> vectorLayer = new LinkedHashMap<>();
      vectorLayer.put("id", layer.id());
      vectorLayer.put("description", layer.title());
      vectorLayer.put("minzoom", 0);
      vectorLayer.put("maxzoom", maxZoom);
      vectorLayer.put("fields", DescribeCatalog.fields(trimming.schema()));
      metadata.put("vector_layers", List.of(vectorLayer));
      return metadata;
    }
  }

  /** All tiles of a file, drawn; to be closed in any case. */
  public static final class Drawn implements AutoCloseable {

    private final PmTilesWriter file;
    private final Map<String, Object> metadata;
    private final int maxZoom;
    private final Envelope box;

    private Drawn(PmTilesWriter file, Map<String, Object> metadata, int maxZoom, Envelope box) {
      this.file = file;
      this.metadata = metadata;
      this.maxZoom = maxZoom;
      this.box = box;
    }

    public Written writeTo(OutputStream out) throws IOException {
      Written written = new Written(file.tiles(), file.contents(), maxZoom);
      file.write(metadata, 0, maxZoom, box, out);
      return written;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
