package org.displacementmapper.server.usecase;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.source.AdminBoundaries;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.BoundaryNames;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.ImportedUnit;
import org.displacementmapper.source.Source;

/**
 * Puts the units of one release in the place of all that were loaded. A release with a unit missing
 * is worse than none, so one rejected unit fails the import. Levels above are dissolved.
 */
public final class ReplaceBoundaries {

  /**
   * @param code column of the P-code; empty: recognised, as are the other columns
   * @param release name of the release; empty: the name of the file
   */
  public record Request(
      String file,
      int level,
      String code,
      String name,
      String nameMy,
      String parent,
      String release,
      String credit,
      String licence,
      boolean dryRun) {}

  private final Store store;

  public ReplaceBoundaries(Store store) {
    this.store = store;
  }

  public ImportReport run(Request request, InputStream standardInput) {
    Source<ImportedUnit> source = new AdminBoundaries(request.level(), names(request));
    Batch<ImportedUnit> batch =
        FileRows.read(
            request.file(), standardInput, ImportOptions.NONE, file -> source, rows -> {});
    Dataset before = store.current();
    boolean failed = batch.rejected() > 0 || batch.items().isEmpty();
    Optional<Boundaries> boundaries =
        failed ? Optional.empty() : Optional.of(boundaries(request, batch));
    Dataset after =
        boundaries.isEmpty() || request.dryRun()
            ? before
            : store.replace(contents -> contents.withBoundaries(boundaries.get()));
    return new ImportReport(
        "units",
        failed ? 0 : batch.items().size(),
        failed ? 0 : batch.items().size(),
        0,
        0,
        failed ? 0 : count(before.boundaries()),
        batch.rejected(),
        batch.issues(),
        boundaries.map(ReplaceBoundaries::notes).orElse(List.of()),
        before.version().toString(),
        after.version().toString(),
        request.dryRun());
  }

  private static Boundaries boundaries(Request request, Batch<ImportedUnit> batch) {
    List<AdminUnit> units = batch.items().stream().map(ImportedUnit::unit).toList();
    List<Ancestor> ancestors =
        batch.items().stream().flatMap(unit -> unit.above().stream()).toList();
    String name = request.release().isEmpty() ? fileName(request.file()) : request.release();
    try {
      return Boundaries.of(
          new Release(name, request.credit(), request.licence()), units, ancestors);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(request.file(), e.getMessage());
    }
  }

  private static BoundaryNames names(Request request) {
    return new BoundaryNames(
        named(request.code()),
        named(request.name()),
        named(request.nameMy()),
        named(request.parent()));
  }

  private static Optional<String> named(String column) {
    return column.isEmpty() ? Optional.empty() : Optional.of(column);
  }

  private static String fileName(String file) {
    return file.equals("-") ? "standard input" : Path.of(file).getFileName().toString();
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
