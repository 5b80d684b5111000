package org.displacementmapper.server.usecase;

import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.layer.Catalog;
import org.displacementmapper.layer.Layer;
import org.displacementmapper.server.store.RecentVersions;

/** The catalogue of a dataset, made once for each version. */
public final class Catalogs {

  private final RecentVersions<Catalog> catalogs = new RecentVersions<>();

  public Catalog of(Dataset dataset) {
    return catalogs.get(dataset.edition(), edition -> Catalog.of(dataset));
  }

  /**
   * @throws UnknownException listing the layers that are loaded
   */
  public Layer layer(Dataset dataset, String id) {
    Catalog catalog = of(dataset);
    return catalog
        .findLayer(id)
        .orElseThrow(
            () -> {
              String loaded = "Loaded: " + String.join(", ", catalog.ids()) + ".";
              return id.matches("adm[1-3](-labels)?")
                  ? new UnknownException(
                      "Layer " + id + " is not loaded: no boundaries of that level were imported.",
                      loaded)
                  : new UnknownException("There is no layer " + id + ".", loaded);
            });
  }
}
