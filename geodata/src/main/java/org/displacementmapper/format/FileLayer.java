package org.displacementmapper.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * One layer of a file that may have several.
 *
 * @param geometryType in the file's own words, such as {@code MultiPolygon}; empty if not known
 * @param count of its features; negative if not known before reading
 */
record FileLayer(String name, String geometryType, long count) {

  private static final int MOST_SHOWN = 50;

  /**
   * The layer that was named, or the only one.
   *
   * @throws UnreadableFileException listing the layers, if neither is clear
   */
  static FileLayer choose(String file, List<FileLayer> layers, ReadOptions options) {
    if (layers.isEmpty()) {
      throw new UnreadableFileException(file, "the file has no layer of features: export it again");
    }
    if (options.layer().isEmpty() && layers.size() == 1) {
      return layers.get(0);
    }
    String wanted = options.layer().orElse("");
    Optional<FileLayer> named =
        layers.stream().filter(layer -> layer.name().equals(wanted)).findFirst();
    return named
        .or(
            () ->
                layers.stream().filter(layer -> layer.name().equalsIgnoreCase(wanted)).findFirst())
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    file,
                    (wanted.isEmpty()
                            ? "the file has " + layers.size() + " layers"
                            : "the file has no layer \"" + wanted + "\"")
                        + ": choose one with --layer: "
                        + list(layers)));
  }

  private static String list(List<FileLayer> layers) {
    String shown =
        layers.stream()
            .limit(MOST_SHOWN)
            .map(FileLayer::toString)
            .collect(Collectors.joining("; "));
    return layers.size() > MOST_SHOWN ? shown + "; …" : shown;
  }

  /** For example {@code townships (MultiPolygon, 330 features)}. */
  @Override
  public String toString() {
    String features =
        count < 0
            ? ""
            : String.format(Locale.ROOT, count == 1 ? "%d feature" : "%,d features", count);
    String between = geometryType.isEmpty() || features.isEmpty() ? "" : ", ";
    String said = geometryType + between + features;
    return said.isEmpty() ? name : name + " (" + said + ")";
  }
}
