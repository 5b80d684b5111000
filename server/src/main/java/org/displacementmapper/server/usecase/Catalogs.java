package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.layer.Catalog;
import org.displacementmapper.layer.Layer;

/** The catalogue of a dataset, made once for each version. */
public final class Catalogs {

  private static final int KEPT_VERSIONS = 2;

  private final Cache<String, Catalog> catalogs =
      Caffeine.newBuilder().maximumSize(KEPT_VERSIONS).build();

  public Catalog of(Dataset dataset) {
    return catalogs.get(dataset.version().toString(), version -> Catalog.of(dataset));
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
