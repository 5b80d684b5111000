package org.displacementmapper.server.ogc;

import java.util.LinkedHashMap;
import java.util.Map;

/** The tiles of one matrix that may hold something: from the first row and column to the last. */
record TileLimits(int zoom, int minRow, int maxRow, int minColumn, int maxColumn) {

  boolean contains(int row, int column) {
    return row >= minRow && row <= maxRow && column >= minColumn && column <= maxColumn;
  }

  Map<String, Object> describe() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("tileMatrix", Integer.toString(zoom));
    body.put("minTileRow", minRow);
    body.put("maxTileRow", maxRow);
    body.put("minTileCol", minColumn);
    body.put("maxTileCol", maxColumn);
    return body;
  }
}
