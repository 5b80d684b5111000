package org.displacementmapper.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/** The only list of file formats, and how one is chosen. */
public final class Formats {

  /** CSV last: any text that is nothing else is taken for a table. */
  public static final List<Format> ALL =
      List.of(
          new ZipFormat(),
          new ShapefileFormat(),
          new KmlFormat(),
          new GeoJsonFormat(),
          new GeoPackageFormat(),
          new FlatGeobufFormat(),
          new PmTilesFormat(),
          new CsvFormat());

  private Formats() {}

  public static List<FeatureReader> readers() {
    return only(FeatureReader.class);
  }

  public static List<FeatureWriter> writers() {
    return only(FeatureWriter.class);
  }

  /** The format that holds a whole layer as tiles and not as features. */
  public static PmTilesFormat tiles() {
    return only(PmTilesFormat.class).get(0);
  }

  /** Those that a layer can be written in, as features or as tiles. */
  public static List<Format> outputs() {
    return ALL.stream()
        .filter(format -> format instanceof FeatureWriter || format instanceof PmTilesFormat)
        .toList();
  }

  /** The reader for this content; the name of the file does not matter. */
  public static FeatureReader reader(Input input) {
    return readers().stream()
        .filter(reader -> reader.recognises(input.head()))
        .findFirst()
        .orElseThrow(() -> unreadable(input));
  }

  /** Opens a file of any format; see {@link FeatureReader#read}. */
  public static FeatureStream read(Path file, Consumer<Issue> issues) {
    return read(Input.of(file), issues);
  }

  /** Reads input of any format; see {@link FeatureReader#read}. */
  public static FeatureStream read(Input input, Consumer<Issue> issues) {
    return read(input, ReadOptions.NONE, issues);
  }

  /** Reads input of any format, which is closed with the stream and also if this throws. */
  public static FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    return orClosed(input, () -> reader(input).read(input, options, issues));
  }

  /** The same with a reader that has been chosen. */
  static FeatureStream read(
      FeatureReader reader, Input input, ReadOptions options, Consumer<Issue> issues) {
    return orClosed(input, () -> reader.read(input, options, issues));
  }

  private static FeatureStream orClosed(Input input, Supplier<FeatureStream> reading) {
    try {
      return reading.get();
    } catch (RuntimeException e) {
      closeQuietly(input);
      throw e;
    }
  }

  /** The writer of this id; an unknown one is answered with those that there are. */
  public static FeatureWriter writer(String id) {
    return findWriter(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no format \"" + id + "\" to write: allowed are " + writerIds()));
  }

  public static Optional<FeatureWriter> findWriter(String id) {
    return writers().stream().filter(writer -> writer.id().equals(id)).findFirst();
  }

  /** What a file of this name is to be written in, by its ending. */
  public static Format outputFor(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return outputs().stream()
        .filter(format -> format.extensions().stream().anyMatch(end -> name.endsWith("." + end)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the ending of \""
                        + fileName
                        + "\" names no format: allowed are "
                        + endings(outputs())));
  }

  static void closeQuietly(Input input) {
    try {
      input.close();
    } catch (IOException e) {
      // It was only read: nothing is lost, and the error that made us close it says more.
    }
  }

  private static <T extends Format> List<T> only(Class<T> kind) {
    return ALL.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static String writerIds() {
    return writers().stream().map(Format::id).collect(Collectors.joining(", "));
  }

  /** The endings of their files, as help texts and errors name them: {@code .kml, .csv}. */
  public static String endings(List<? extends Format> formats) {
    return formats.stream()
        .flatMap(format -> format.extensions().stream())
        .collect(Collectors.joining(", .", ".", ""));
  }

  private static UnreadableFileException unreadable(Input input) {
    String message =
        input
            .head()
            .findRefusal()
            .orElse(
                "this is text of an unknown format (it may be XML or a web page): "
                    + "allowed are CSV with a header line, and GeoJSON");
    return new UnreadableFileException(input.name(), message);
  }
}
