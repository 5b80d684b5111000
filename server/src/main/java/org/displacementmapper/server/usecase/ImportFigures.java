package org.displacementmapper.server.usecase;

import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.join.UnitCodes;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.Sources;

/** Adds figures of displaced people, or updates those whose key is known. */
public final class ImportFigures {

  private static final int SHOWN = 10;

  private final Store store;

  public ImportFigures(Store store) {
    this.store = store;
  }

  public ImportReport run(
      String file,
      ReadOptions reading,
      boolean dryRun,
      InputStream standardInput,
      LongConsumer progress) {
    ImportOptions options =
        new ImportOptions("", "", area -> UnitCodes.match(area, store.current().boundaries()));
    Batch<UnFigure> batch =
        FileRows.read(file, standardInput, reading, options, any -> Sources.FIGURES, progress);
    Dataset before = store.current();
    Changes<UnFigure> changes = changes(before.contents().figures(), batch.items());
    Dataset after =
        dryRun || batch.items().isEmpty()
            ? before
            : store.replace(
                "figures",
                contents ->
                    contents.withFigures(changes(contents.figures(), batch.items()).rows()));
    return new ImportReport(
        "figures",
        batch.items().size(),
        changes.added(),
        changes.changed(),
        changes.unchanged(),
        changes.removed(),
        batch.rejected(),
        batch.warned(),
        batch.issues(),
        notes(before.policy(), changes.rows()),
        before.version().toString(),
        after.version().toString(),
        dryRun);
  }

  private static List<String> notes(PublicationPolicy policy, List<UnFigure> figures) {
    Set<UnFigure> withheld = policy.withheld(figures);
    return withheld.isEmpty()
        ? List.of()
        : List.of(
            "%d private figures are kept but not told: %s; they are under %d, or one under it could"
                    .formatted(
                        withheld.size(),
                        withheld.stream()
                            .map(figure -> figure.area() + " of " + figure.asOf())
                            .distinct()
                            .limit(SHOWN)
                            .collect(Collectors.joining(", ")),
                        policy.estimates().least())
                + " be worked out from them; a figure that is published needs the url of its page");
  }

  private static Changes<UnFigure> changes(List<UnFigure> present, List<UnFigure> imported) {
    return Changes.of(present, imported, Sources.FIGURES::key, figure -> false);
  }
}
