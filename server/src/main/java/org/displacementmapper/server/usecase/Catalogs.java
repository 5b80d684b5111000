package org.displacementmapper.server.usecase;

import java.util.stream.Collectors;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.layer.Catalog;
import org.displacementmapper.layer.Layer;
import org.displacementmapper.layer.TileLayer;
import org.displacementmapper.server.store.RecentVersions;

/** The catalogue of a dataset, made once for each version. */
public final class Catalogs {

  private final RecentVersions<Catalog> catalogs = new RecentVersions<>();

  public Catalogs(Views views) {
    views.whenRoomIsNeeded(catalogs::clear);
  }

  public Catalog of(Dataset dataset) {
    return catalogs.get(dataset.edition(), edition -> Catalog.of(dataset));
  }

  /**
   * @throws UnknownException listing the layers that are loaded
   */
  public Layer layer(Dataset dataset, String id) {
    Catalog catalog = of(dataset);
    return catalog.findLayer(id).orElseThrow(() -> unknown(id, catalog));
  }

  /**
   * The same, or one that is for tiles only.
   *
   * @throws UnknownException listing the layers that are loaded
   */
  public TileLayer tileLayer(Dataset dataset, String id) {
    Catalog catalog = of(dataset);
    return catalog.findTileLayer(id).orElseThrow(() -> unknown(id, catalog));
  }

  private static UnknownException unknown(String id, Catalog catalog) {
    String loaded =
        "Loaded: "
            + catalog.tileLayers().stream()
                .map(
                    layer ->
                        layer.id() + (catalog.ids().contains(layer.id()) ? "" : " (tiles only)"))
                .collect(Collectors.joining(", "))
            + ".";
    if (catalog.findTileLayer(id).isPresent()) {
      return new UnknownException("Layer " + id + " is for tiles only.", loaded);
    }
    return id.matches("adm[1-3](-labels)?")
        ? new UnknownException(
            "Layer " + id + " is not loaded: no boundaries of that level were imported.", loaded)
        : new UnknownException("There is no layer " + id + ".", loaded);
  }
}
