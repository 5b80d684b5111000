package org.displacementmapper.server.usecase;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.Version;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.UnitCodes;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.spool.KeyOrderedIncidents;

/**
 * Adds incidents, or updates those whose key is known. All files make one new version, or none: a
 * file that cannot be read, or files without a single good row, leave the dataset as it was. Rows
 * are on the disk when they are many, so that memory does not grow with their number.
 */
public final class ImportIncidents {

  /**
   * @param files paths, or "-" for standard input
   * @param reading layer and coordinate reference system, where the files do not say
   * @param source short name of the publisher for plain files; empty: from the file
   * @param licence of rows that state none; empty: they are not public
   * @param replace whether rows of the same source that the files do not bring again are removed
   */
  public record Request(
      List<String> files,
      ReadOptions reading,
      String source,
      String licence,
      boolean replace,
      boolean dryRun) {}

  private final Store store;

  public ImportIncidents(Store store) {
    this.store = store;
  }

  public ImportReport run(Request request, InputStream standardInput, ImportProgress progress) {
    ImportOptions options =
        new ImportOptions(
            request.source(),
            request.licence(),
            pcode -> UnitCodes.match(pcode, store.current().boundaries()));
    try (ImportedIncidents imported =
        ImportedIncidents.read(
            request.files(), standardInput, request.reading(), options, store.spool(), progress)) {
      Applied applied = apply(request, imported);
      MergedIncidents changes = applied.changes();
      List<ReadFile<Incident>> files = imported.files();
      return new ImportReport(
          "incidents",
          imported.incidents().size(),
          changes.added(),
          changes.changed(),
          changes.unchanged(),
          changes.removed(),
          files.stream().mapToLong(ReadFile::rejected).sum(),
          files.stream().mapToLong(ReadFile::warned).sum(),
          files.stream().flatMap(file -> file.issues().stream()).toList(),
          notes(imported, applied.after()),
          applied.before().toString(),
          applied.after().version().toString(),
          request.dryRun());
    }
  }

  /** What became of the dataset. */
  private record Applied(Version before, MergedIncidents changes, Dataset after) {}

  private Applied apply(Request request, ImportedIncidents imported) {
    if (request.dryRun() || imported.incidents().isEmpty()) {
      Dataset present = store.current();
      return new Applied(
          present.version(), merge(present.contents(), imported, request, any -> {}), present);
    }
    Version[] before = new Version[1];
    MergedIncidents[] changes = new MergedIncidents[1];
    Dataset after =
        store.replace(
            "incidents",
            contents -> {
              // Nobody else writes meanwhile.
              before[0] = store.current().version();
              KeyOrderedIncidents all = store.spool().keyOrdered();
              changes[0] = merge(contents, imported, request, all::add);
              return contents.withIncidents(all.list());
            });
    return new Applied(before[0], changes[0], after);
  }

  private static MergedIncidents merge(
      Contents contents, ImportedIncidents imported, Request request, Consumer<Incident> after) {
    return MergedIncidents.of(
        contents.incidents(),
        imported.incidents(),
        incident -> request.replace() && imported.sources().contains(incident.source()),
        after);
  }

  private static List<String> notes(ImportedIncidents imported, Dataset after) {
    List<String> notes = new ArrayList<>();
    if (!imported.sources().isEmpty()) {
      notes.add("source: " + String.join(", ", imported.sources()));
    }
    long withheld = 0;
    long recent = 0;
    for (Incident incident : imported.incidents()) {
      if (!incident.isPublic()) {
        withheld++;
      } else if (after.policy().isRecent(incident, after.version().created())) {
        recent++;
      }
    }
    if (withheld > 0) {
      notes.add(
          withheld
              + " are kept but not public: their licence forbids passing them on, or they state none (then"
              + " --licence states one)");
    }
    if (recent > 0) {
      notes.add(
          "%d are of the last %d days: only their township is told, in this version"
              .formatted(recent, after.policy().recentDays()));
    }
    return notes;
  }
}
