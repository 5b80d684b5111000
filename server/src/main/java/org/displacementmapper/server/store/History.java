package org.displacementmapper.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The versions that once were current, newest first: each manifest names the version before it. So
 * what a crash left behind, whole but never current, is none. Where a manifest does not say it, or
 * cannot be read, the last written one of the next lower number is taken. Safe for use by many
 * threads.
 */
final class History {

  private static final String ENDING = ".json";

  /**
   * @param manifest empty if it is missing or damaged
   */
  record Entry(String name, Optional<Manifest> manifest) {

    int number() {
      return History.number(name);
    }
  }

  private final Path folder;
  private final AtomicReference<List<Entry>> seen = new AtomicReference<>(List.of());

  /**
   * @param folder of the manifests
   */
  History(Path folder) {
    this.folder = folder;
  }

  /** The current version and all before it. */
  List<Entry> upTo(String current) {
    List<Entry> known = seen.get();
    // The manifest of the shipped data is written only with the first import.
    if (!known.isEmpty() && known.get(0).manifest().isEmpty()) {
      known = List.of();
    }
    if (!known.isEmpty() && known.get(0).name().equals(current)) {
      return known;
    }
    List<Entry> entries = new ArrayList<>();
    Optional<String> name = Optional.of(current);
    while (name.isPresent()) {
      if (!known.isEmpty() && known.get(0).name().equals(name.get())) {
        entries.addAll(known);
        break;
      }
      Entry entry = new Entry(name.get(), read(name.get()));
      entries.add(entry);
      name = before(entry);
    }
    List<Entry> all = List.copyOf(entries);
    seen.set(all);
    return all;
  }

  static int number(String name) {
    String digits = name.replaceFirst("-.*", "");
    return digits.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(digits) : 0;
  }

  private Optional<Manifest> read(String name) {
    try {
      return Optional.of(Manifest.read(folder.resolve(name + ENDING)));
    } catch (IOException damagedOrNotWrittenYet) {
      return Optional.empty();
    }
  }

  private Optional<String> before(Entry entry) {
    Optional<String> named =
        entry.manifest().map(Manifest::before).filter(name -> number(name) > 0);
    return entry.number() <= 1
        ? Optional.empty()
        : named.filter(name -> number(name) < entry.number()).or(() -> nextLower(entry.number()));
  }

  private Optional<String> nextLower(int number) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(name -> number(name) > 0 && number(name) < number)
          .max(
              Comparator.comparingInt(History::number)
                  .thenComparingLong(
                      name -> folder.resolve(name + ENDING).toFile().lastModified()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
