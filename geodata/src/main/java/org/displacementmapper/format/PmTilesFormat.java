package org.displacementmapper.format;

import java.io.IOException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * PMTiles, version 3 of the specification: all vector tiles of a map in one file, from which a
 * client reads what it needs by ranges of bytes. Written only; it holds tiles and not features, so
 * features cannot be read back from it.
 *
 * <p>Tiles stand in the order of their ids ("clustered") and each content once; tiles, directories
 * and metadata are packed with gzip. Written by hand after the specification: the decision is in
 * docs/decisions.
 */
public final class PmTilesFormat implements Format {

  /** What web Mercator tiles can show. */
  static final Envelope WORLD = new Envelope(-180, 180, -85.0511288, 85.0511288);

  @Override
  public String id() {
    return "pmtiles";
  }

  @Override
  public String mediaType() {
    return "application/vnd.pmtiles";
  }

  @Override
  public List<String> extensions() {
    return List.of("pmtiles");
  }

  /** Begins a file, to be closed in any case: only that removes what it has put aside. */
  public PmTilesWriter begin() throws IOException {
    return new PmTilesWriter();
  }
}
