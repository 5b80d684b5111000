package org.displacementmapper.tile;

import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtReader;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.TagKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The only layer of a vector tile, read by a library that is not ours. */
record DecodedTile(String layer, int extent, List<Geometry> geometries) {

  private static final String ID = "#id";

  static DecodedTile of(byte[] mvt) {
    try {
      JtsLayer layer =
          MvtReader.loadMvt(
                  new ByteArrayInputStream(mvt),
                  new GeometryFactory(),
                  new TagKeyValueMapConverter(false, ID),
                  MvtReader.RING_CLASSIFIER_V2_1)
              .getLayers()
              .iterator()
              .next();
      return new DecodedTile(
          layer.getName(), layer.getExtent(), List.copyOf(layer.getGeometries()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Geometry geometry(int feature) {
    return geometries.get(feature);
  }

  /** Without the feature's id, sorted by name. */
  Map<Object, Object> values(int feature) {
    Map<Object, Object> values = new TreeMap<>((Map<?, ?>) geometry(feature).getUserData());
    values.remove(ID);
    return values;
  }

  Object id(int feature) {
    return ((Map<?, ?>) geometry(feature).getUserData()).get(ID);
  }
}
