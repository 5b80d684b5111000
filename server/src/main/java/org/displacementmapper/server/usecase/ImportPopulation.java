package org.displacementmapper.server.usecase;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.PopulationCount;
import org.displacementmapper.source.Sources;

/**
 * Sets the population of units. Counts of the same day are added to those that are there; counts of
 * another day take their place, so that days are never mixed.
 */
public final class ImportPopulation {

  private final Store store;

  public ImportPopulation(Store store) {
    this.store = store;
  }

  public ImportReport run(
      String file,
      ReadOptions reading,
      boolean dryRun,
      InputStream standardInput,
      LongConsumer progress) {
    Batch<PopulationCount> batch =
        FileRows.read(
            file, standardInput, reading, ImportOptions.NONE, any -> Sources.POPULATION, progress);
    Dataset before = store.current();
    Population imported = PopulationCount.population(file, batch.items());
    Changes<Map.Entry<String, Long>> changes = changes(before.population(), imported);
    Dataset after =
        dryRun
            ? before
            : store.replace(
                "population",
                contents -> contents.withPopulation(merged(contents.population(), imported)));
    List<String> notes = new ArrayList<>();
    if (changes.removed() > 0) {
      notes.add(
          "the counts of %s take the place of those of %s"
              .formatted(imported.asOf(), before.population().asOf()));
    }
    return new ImportReport(
        "population counts",
        batch.items().size(),
        changes.added(),
        changes.changed(),
        changes.unchanged(),
        changes.removed(),
        batch.rejected(),
        batch.warned(),
        batch.issues(),
        notes,
        before.version().toString(),
        after.version().toString(),
        dryRun);
  }

  private static Changes<Map.Entry<String, Long>> changes(Population present, Population imported) {
    boolean sameDay = present.asOf().equals(imported.asOf());
    return Changes.of(
        present.people().entrySet(),
        imported.people().entrySet(),
        Map.Entry::getKey,
        count -> !sameDay);
  }

  private static Population merged(Population present, Population imported) {
    if (!present.asOf().equals(imported.asOf())) {
      return imported;
    }
    Map<String, Long> people = new TreeMap<>(present.people());
    people.putAll(imported.people());
    return new Population(imported.asOf(), imported.source(), people);
  }
}
