package org.displacementmapper.server.usecase;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.ImportedUnit;
import org.displacementmapper.source.OverlapsAndGaps;

/**
 * Puts the units of one release in the place of all that were loaded. A release with a unit missing
 * is worse than none, so one rejected unit fails the import. Levels above are dissolved.
 */
public final class ReplaceBoundaries {

  /**
   * @param reading layer and coordinate reference system, where the file does not say
   * @param release name of the release; empty: the name of the file
   */
  public record Request(
      String file,
      ReadOptions reading,
      int level,
      BoundaryFile.ColumnNames columns,
      String release,
      String credit,
      String licence,
      boolean dryRun) {}

  private final Store store;

  public ReplaceBoundaries(Store store) {
    this.store = store;
  }

  public ImportReport run(Request request, InputStream standardInput) {
    BoundaryFile file =
        BoundaryFile.read(
            request.file(), request.reading(), request.level(), request.columns(), standardInput);
    Batch<ImportedUnit> batch = file.batch();
    List<Issue> issues = new ArrayList<>(batch.issues());
    issues.addAll(
        OverlapsAndGaps.find(
            request.file(), batch.items().stream().map(ImportedUnit::unit).toList()));
    Dataset before = store.current();
    Optional<Boundaries> boundaries =
        file.boundaries(request.release(), request.credit(), request.licence());
    boolean failed = boundaries.isEmpty();
    Dataset after =
        boundaries.isEmpty() || request.dryRun()
            ? before
            : store.replace("boundaries", contents -> contents.withBoundaries(boundaries.get()));
    return new ImportReport(
        "units",
        failed ? 0 : batch.items().size(),
        failed ? 0 : batch.items().size(),
        0,
        0,
        failed ? 0 : count(before.boundaries()),
        batch.rejected(),
        batch.warned(),
        issues,
        boundaries.map(ReplaceBoundaries::notes).orElse(List.of()),
        before.version().toString(),
        after.version().toString(),
        request.dryRun());
  }

  private static long count(Boundaries boundaries) {
    return boundaries.levels().stream().mapToLong(level -> boundaries.units(level).size()).sum();
  }

  private static List<String> notes(Boundaries boundaries) {
    List<String> notes = new ArrayList<>();
    notes.add(
        boundaries.levels().stream()
            .map(level -> "level " + level + ": " + boundaries.units(level).size() + " units")
            .collect(Collectors.joining(", ", "loaded now: ", "")));
    if (boundaries.release().credit().isEmpty()) {
      notes.add("no credit line; name the publisher with --credit");
    }
    return notes;
  }
}
