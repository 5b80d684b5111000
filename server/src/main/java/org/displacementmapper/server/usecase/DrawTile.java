package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.layer.TileLayer;
import org.displacementmapper.layer.View;
import org.displacementmapper.tile.Tile;
import org.displacementmapper.tile.TileEncoder;
import org.displacementmapper.tile.TileGrid;

/** Draws one tile of one layer: cut to the tile's grid, trimmed, encoded, kept for the next. */
public final class DrawTile {

  private static final long CACHE_BYTES = 48L << 20;

  /**
   * @param properties which to keep; empty: all
   */
  public record Request(
      String layer, Tile tile, TileEncoder encoder, Question question, Set<String> properties) {

    public Request {
      properties = Set.copyOf(properties);
    }
  }

  private record Key(String edition, Request request) {}

  private final Views views;
  private final Catalogs catalogs;
  private final Cache<Key, byte[]> tiles =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .<Key, byte[]>weigher((key, tile) -> tile.length + 256)
          .build();

  public DrawTile(Views views, Catalogs catalogs) {
    this.views = views;
    this.catalogs = catalogs;
  }

  /** Fails like {@link #draw} but draws nothing; returns the version that would be drawn. */
  public String check(Request request) {
    View view = views.view(request.question());
    Trimming.of(catalogs.tileLayer(view.dataset(), request.layer()), request.properties());
    return view.dataset().version().toString();
  }

  /** The encoded tile, the same array for the same version and request: not to be changed. */
  public byte[] draw(Request request) {
    View view = views.view(request.question());
    Key key = new Key(view.dataset().edition(), request);
    return tiles.get(key, missing -> encode(request, view));
  }

  private byte[] encode(Request request, View view) {
    TileLayer layer = catalogs.tileLayer(view.dataset(), request.layer());
    TileGrid grid = request.encoder().grid(request.tile());
    List<Feature> cut = layer.cut(view, grid);
    List<Feature> trimmed = Trimming.of(layer, request.properties()).apply(cut);
    return request.encoder().encode(layer.id(), grid, trimmed);
  }
}
