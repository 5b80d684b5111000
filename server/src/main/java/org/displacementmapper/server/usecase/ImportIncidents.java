package org.displacementmapper.server.usecase;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.UnitCodes;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.Sources;

/**
 * Adds incidents, or updates those whose key is known. All files make one new version, or none: a
 * file that cannot be read, or files without a single good row, leave the dataset as it was.
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

  public ImportReport run(Request request, InputStream standardInput, LongConsumer progress) {
    Map<String, Incident> imported = new LinkedHashMap<>();
    List<Issue> issues = new ArrayList<>();
    long rejected = 0;
    long warned = 0;
    ImportOptions options =
        new ImportOptions(
            request.source(),
            request.licence(),
            pcode -> UnitCodes.match(pcode, store.current().boundaries()));
    for (String file : request.files()) {
      Batch<Incident> batch =
          FileRows.read(
              file, standardInput, request.reading(), options, Sources::incidents, progress);
      batch.items().forEach(incident -> imported.put(incident.key(), incident));
      issues.addAll(batch.issues());
      rejected += batch.rejected();
      warned += batch.warned();
    }
    Dataset before = store.current();
    Set<String> sources =
        imported.values().stream().map(Incident::source).collect(Collectors.toSet());
    Changes<Incident> changes = changes(before.contents(), imported, sources, request);
    Dataset after =
        request.dryRun() || imported.isEmpty()
            ? before
            : store.replace(
                "incidents",
                contents ->
                    contents.withIncidents(changes(contents, imported, sources, request).rows()));
    return new ImportReport(
        "incidents",
        imported.size(),
        changes.added(),
        changes.changed(),
        changes.unchanged(),
        changes.removed(),
        rejected,
        warned,
        issues,
        notes(imported, sources, after),
        before.version().toString(),
        after.version().toString(),
        request.dryRun());
  }

  private static Changes<Incident> changes(
      Contents contents, Map<String, Incident> imported, Set<String> sources, Request request) {
    return Changes.of(
        contents.incidents(),
        imported.values(),
        Incident::key,
        incident -> request.replace() && sources.contains(incident.source()));
  }

  private static List<String> notes(
      Map<String, Incident> imported, Set<String> sources, Dataset after) {
    List<String> notes = new ArrayList<>();
    if (!sources.isEmpty()) {
      notes.add("source: " + String.join(", ", sources.stream().sorted().toList()));
    }
    long withheld = imported.values().stream().filter(one -> !one.isPublic()).count();
    if (withheld > 0) {
      notes.add(
          withheld
              + " are kept but not public: their licence forbids passing them on, or they state none (then"
              + " --licence states one)");
    }
    long recent =
        imported.values().stream()
            .filter(one -> one.isPublic())
            .filter(one -> after.policy().isRecent(one, after.version().created()))
            .count();
    if (recent > 0) {
      notes.add(
          "%d are of the last %d days: only their township is told, in this version"
              .formatted(recent, after.policy().recentDays()));
    }
    return notes;
  }
}
