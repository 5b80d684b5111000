package org.displacementmapper.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * A zip archive with one file of another format inside, such as a zipped Shapefile or a KMZ. Where
 * there are several, the layer names the one that is meant: Shapefiles first, then other maps, then
 * tables. Files that are none of these, such as a licence text, do not count.
 *
 * <p>Nothing is unpacked to disk, except what a format cannot read from a stream; see {@link
 * ZipDirectory} and {@link BoundedInflation} for what is refused.
 */
public final class ZipFormat implements FeatureReader {

  /** Endings of files that belong to another, or are to be read by people. */
  private static final Set<String> OTHERS =
      Set.of(
          "dbf", "shx", "prj", "cpg", "sbn", "sbx", "qix", "qpj", "qmd", "qml", "sld", "lyr", "xml",
          "cst", "fix", "ain", "aih", "atx", "pdf", "doc", "docx", "html", "htm", "md", "png",
          "jpg", "jpeg", "gif", "license", "licence");

  /** Files that are looked into, at most. */
  private static final int MOST_LOOKED_AT = 50;

  private static final int SHAPEFILE = 0;
  private static final int MAP = 1;
  private static final int TABLE = 2;

  private record Candidate(ZipEntry entry, String name, FeatureReader reader, int rank) {}

  @Override
  public String id() {
    return "zip";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public List<String> extensions() {
    return List.of("zip", "kmz");
  }

  @Override
  public boolean recognises(Head head) {
    return BinaryKind.isArchive(head) || head.startsWith("PK\u0005\u0006");
  }

  @Override
  public FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    try {
      ZipDirectory.check(input.name(), input.file());
      ZipFile archive = new ZipFile(input.file().toFile());
      try {
        return read(input, archive, options, issues);
      } catch (IOException | RuntimeException e) {
        archive.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new UnreadableFileException(
          input.name(), "the archive is damaged (" + e.getMessage() + "): pack it again");
    } catch (IOException e) {
      throw input.unreadable(e);
    }
  }

  private static FeatureStream read(
      Input input, ZipFile archive, ReadOptions options, Consumer<Issue> issues)
      throws IOException {
    List<Candidate> all = candidates(input.name(), archive);
    int best = all.stream().mapToInt(Candidate::rank).min().orElse(TABLE);
    List<Candidate> likely = all.stream().filter(each -> each.rank() == best).toList();
    boolean named = options.layer().isPresent();
    Candidate chosen =
        likely.size() == 1 && (!named || all.size() == 1 && !isNamed(all, options))
            ? likely.get(0)
            : null;
    if (chosen == null && !named) {
      chosen = likely.stream().filter(each -> each.name().equals("doc")).findFirst().orElse(null);
    }
    ReadOptions inside = options;
    if (chosen == null) {
      FileLayer layer = FileLayer.choose(input.name(), layers(named ? all : likely), options);
      chosen = all.stream().filter(each -> each.name().equals(layer.name())).findFirst().get();
      inside = options.withoutLayer();
    }
    return open(input, archive, chosen, inside, issues);
  }

  private static boolean isNamed(List<Candidate> all, ReadOptions options) {
    return options.layer().isPresent()
        && all.stream().anyMatch(each -> each.name().equalsIgnoreCase(options.layer().get()));
  }

  private static List<FileLayer> layers(List<Candidate> candidates) {
    return candidates.stream()
        .map(each -> new FileLayer(each.name(), each.reader().id(), -1))
        .toList();
  }

  private static FeatureStream open(
      Input input, ZipFile archive, Candidate chosen, ReadOptions options, Consumer<Issue> issues)
      throws IOException {
    FeatureStream stream;
    if (chosen.rank() == SHAPEFILE) {
      stream = ShapefileFormat.read(input, parts(input.name(), archive, chosen), options, issues);
    } else {
      InputStream in = open(input.name(), archive, chosen.entry());
      stream = Formats.read(chosen.reader(), Input.of(input.name(), in), options, issues);
    }
    return stream.closing(
        () -> {
          archive.close();
          input.close();
        });
  }

  private static ShapefileParts parts(String file, ZipFile archive, Candidate chosen) {
    String stem = ShapefileParts.withoutEnding(chosen.entry().getName()).toLowerCase(Locale.ROOT);
    Map<String, ShapefileParts.Part> parts = new LinkedHashMap<>();
    for (ZipEntry each : entries(archive)) {
      String other = ShapefileParts.withoutEnding(each.getName()).toLowerCase(Locale.ROOT);
      if (other.equals(stem)) {
        parts.putIfAbsent(ShapefileParts.ending(each.getName()), () -> open(file, archive, each));
      }
    }
    // Recognised by its content, so its ending may be another.
    parts.put("shp", () -> open(file, archive, chosen.entry()));
    return new ShapefileParts(chosen.name(), parts);
  }

  private static List<Candidate> candidates(String file, ZipFile archive) throws IOException {
    List<Candidate> found = new ArrayList<>();
    int looked = 0;
    boolean nested = false;
    for (ZipEntry entry : entries(archive)) {
      String ending = ShapefileParts.ending(entry.getName());
      if (OTHERS.contains(ending) || looked++ >= MOST_LOOKED_AT) {
        continue;
      }
      try (InputStream in = open(file, archive, entry)) {
        Head head = new Head(in.readNBytes(Head.SIZE));
        nested |= head.startsWith("PK\u0003\u0004");
        for (FeatureReader reader : Formats.readers()) {
          if (reader.recognises(head)) {
            add(found, entry, reader, ending);
            break;
          }
        }
      }
    }
    if (found.isEmpty()) {
      throw new UnreadableFileException(
          file,
          nested
              ? "the archive holds another archive: unpack it and name the one inside"
              : "the archive holds no file that can be read: "
                  + "a Shapefile, GeoPackage, GeoJSON, KML or CSV");
    }
    return found;
  }

  private static void add(
      List<Candidate> found, ZipEntry entry, FeatureReader reader, String ending) {
    boolean shapefile = reader instanceof ShapefileFormat;
    boolean table = reader instanceof CsvFormat;
    if (reader instanceof ZipFormat || (table && !ending.matches("csv|tsv|txt"))) {
      return;
    }
    String path = entry.getName();
    String name = ShapefileParts.withoutEnding(path.substring(path.lastIndexOf('/') + 1));
    if (table && name.toLowerCase(Locale.ROOT).matches("readme.*|licen[cs]e.*")) {
      return;
    }
    boolean taken = found.stream().anyMatch(each -> each.name().equals(name));
    found.add(
        new Candidate(
            entry, taken ? path : name, reader, shapefile ? SHAPEFILE : table ? TABLE : MAP));
  }

  /** Files in the archive, without what macOS adds and hidden ones. */
  private static List<ZipEntry> entries(ZipFile archive) {
    List<ZipEntry> entries = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> each = archive.entries(); each.hasMoreElements(); ) {
      ZipEntry entry = each.nextElement();
      String path = "/" + entry.getName();
      if (!entry.isDirectory() && !path.contains("/.") && !path.contains("/__MACOSX/")) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static InputStream open(String file, ZipFile archive, ZipEntry entry) throws IOException {
    return new BoundedInflation(
        file, entry.getName(), entry.getCompressedSize(), archive.getInputStream(entry));
  }
}
