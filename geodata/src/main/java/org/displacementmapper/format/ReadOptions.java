package org.displacementmapper.format;

import java.util.Optional;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * What the reading person says of a file because it does not say so itself.
 *
 * @param layer name of the layer to read; needed where a file has several
 * @param crs coordinate reference system of its numbers, such as {@code EPSG:32647}; goes before
 *     what the file says
 */
public record ReadOptions(Optional<String> layer, Optional<String> crs) {

  public static final ReadOptions NONE = new ReadOptions(Optional.empty(), Optional.empty());

  /** Empty texts count as nothing said. */
  public static ReadOptions of(String layer, String crs) {
    return new ReadOptions(said(layer), said(crs));
  }

  private static Optional<String> said(String text) {
    return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
  }

  /** The same for a file found inside of another, whose layer has been chosen by now. */
  ReadOptions withoutLayer() {
    return new ReadOptions(Optional.empty(), crs);
  }

  /** Refuses a layer named for a format that has none. */
  void requireNoLayer(String file, String format) {
    layer.ifPresent(
        name -> {
          throw new UnreadableFileException(
              file, format + " has no layers, so no \"" + name + "\": leave out --layer");
        });
  }
}
