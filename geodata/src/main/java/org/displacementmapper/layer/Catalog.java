package org.displacementmapper.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Dataset;

/** The layers of one dataset: the only list of them. Immutable; made once for a dataset. */
public final class Catalog {

  private final List<Layer> layers;
  private final List<TileLayer> tileLayers;

  private Catalog(List<Layer> layers, List<TileLayer> tilesOnly) {
    this.layers = List.copyOf(layers);
    this.tileLayers = Stream.concat(layers.stream(), tilesOnly.stream()).toList();
  }

  public static Catalog of(Dataset dataset) {
    Boundaries boundaries = dataset.boundaries();
    Map<Integer, UnitLayer> units = new TreeMap<>();
    boundaries
        .levels()
        .forEach(level -> units.put(level, new UnitLayer(level, boundaries.units(level))));
    IncidentIndex index = new IncidentIndex(dataset);
    List<Layer> layers = new ArrayList<>();
    layers.add(new IncidentLayer(index));
    layers.add(new IncidentAreaLayer(units));
    layers.addAll(units.values());
    units.forEach((level, layer) -> layers.add(new UnitLabelLayer(layer, boundaries.units(level))));
    layers.add(new UnGroupLayer(boundaries, units));
    layers.add(new NeighbourLayer(dataset.basemap().neighbours()));
    layers.add(new PlaceLayer());
    return new Catalog(layers, List.of(new IncidentClusterLayer(index)));
  }

  /** In the order in which they are to be listed. */
  public List<Layer> layers() {
    return layers;
  }

  public Optional<Layer> findLayer(String id) {
    return layers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  /** The same, and those that are for tiles only. */
  public List<TileLayer> tileLayers() {
    return tileLayers;
  }

  public Optional<TileLayer> findTileLayer(String id) {
    return tileLayers.stream().filter(layer -> layer.id().equals(id)).findFirst();
  }

  public List<String> ids() {
    return layers.stream().map(Layer::id).toList();
  }
}
