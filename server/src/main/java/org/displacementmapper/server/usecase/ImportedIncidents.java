package org.displacementmapper.server.usecase;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.SameKey;
import org.displacementmapper.source.Sources;
import org.displacementmapper.spool.IncidentSorter;
import org.displacementmapper.spool.KeyOrderedIncidents;
import org.displacementmapper.spool.Spool;

/**
 * The incidents of some files: each key once, in key order, as the last file that has it says. Of
 * many only the spool knows; close gives its room back.
 *
 * @param incidents in key order, not to be used once this is closed
 * @param sources of the incidents
 * @param files with what is wrong with each
 */
record ImportedIncidents(
    List<Incident> incidents, SortedSet<String> sources, List<ReadFile<Incident>> files)
    implements Closeable {

  /**
   * @param arguments paths, or "-" for standard input
   */
  static ImportedIncidents read(
      List<String> arguments,
      InputStream standardInput,
      ReadOptions reading,
      ImportOptions options,
      Spool spool,
      ImportProgress progress) {
    List<ReadFile<Incident>> files = new ArrayList<>();
    try (IncidentSorter sorter = spool.sorter()) {
      for (String argument : arguments) {
        int number = files.size();
        files.add(
            FileRows.readTo(
                argument,
                standardInput,
                reading,
                options,
                Sources::incidents,
                progress,
                (line, incident) -> sorter.add(new IncidentSorter.Row(number, line, incident))));
      }
      progress.storing(files.stream().mapToLong(ReadFile::rows).sum());
      KeyOrderedIncidents taken = spool.keyOrdered();
      SortedSet<String> sources = new TreeSet<>();
      new Keys(sorter.sorted(), files)
          .forEachTaken(
              incident -> {
                taken.add(incident);
                sources.add(incident.source());
              });
      return new ImportedIncidents(taken.list(), sources, files);
    }
  }

  @Override
  public void close() {
    if (incidents instanceof Closeable spooled) {
      try {
        spooled.close();
      } catch (IOException e) {
        // It was temporary: nothing is lost.
        return;
      }
    }
  }

  /** Goes through rows in key order, those of one key in the order of files and lines. */
  private static final class Keys {

    private final Iterator<IncidentSorter.Row> rows;
    private final List<ReadFile<Incident>> files;
    private IncidentSorter.Row next;

    Keys(Iterator<IncidentSorter.Row> rows, List<ReadFile<Incident>> files) {
      this.rows = rows;
      this.files = files;
      advance();
    }

    void forEachTaken(Consumer<Incident> consumer) {
      while (next != null) {
        takeKey().ifPresent(consumer);
      }
    }

    /** What the last file that can be believed says. */
    private Optional<Incident> takeKey() {
      Incident key = next.incident();
      Optional<Incident> taken = Optional.empty();
      while (next != null && Incident.KEY_ORDER.compare(key, next.incident()) == 0) {
        Optional<Incident> here = takeFile(key);
        taken = here.isPresent() ? here : taken;
      }
      return taken;
    }

    private Optional<Incident> takeFile(Incident key) {
      int number = next.file();
      ReadFile<Incident> file = files.get(number);
      SameKey<Incident> same = file.key(next.line(), next.incident());
      advance();
      while (next != null
          && next.file() == number
          && Incident.KEY_ORDER.compare(key, next.incident()) == 0) {
        file.again(same, next.line(), next.incident());
        advance();
      }
      file.end(same);
      return same.findTaken();
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }
  }
}
