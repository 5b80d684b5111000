package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.raster.PeopleRaster;
import org.displacementmapper.server.store.Store;
import org.locationtech.jts.geom.Envelope;

/**
 * Takes the people of a GeoTIFF, such as WorldPop's, for exposure; the extent of the loaded units
 * is kept. It takes the place of a raster imported before. Counts of units stay as they are.
 */
public final class ImportPopulationRaster {

  private static final double MARGIN_DEGREES = 0.1;
  private static final double FAR_OFF = 2;

  private final Store store;

  public ImportPopulationRaster(Store store) {
    this.store = store;
  }

  /**
   * @param source who made it, as a credit line
   */
  public record Request(Path file, String source, String licence, boolean dryRun) {

    public Request {
      if (source.isBlank() || licence.isBlank()) {
        throw new IllegalArgumentException(
            "A raster needs --source and --licence: both are named wherever its people are counted.");
      }
    }
  }

  public ImportReport run(Request request) {
    Dataset before = store.current();
    PeopleRaster raster = read(request, before);
    Optional<PopulationGrid> present = before.contents().grid();
    boolean same = present.isPresent() && present.get().equals(raster.grid());
    Dataset after =
        request.dryRun() || same
            ? before
            : store.replace(
                "population raster", (Contents contents) -> contents.withGrid(raster.grid()));
    long cells = (long) raster.grid().columns() * raster.grid().rows();
    return new ImportReport(
        "cells of people",
        cells,
        present.isEmpty() ? cells : 0,
        present.isPresent() && !same ? cells : 0,
        same ? cells : 0,
        0,
        0,
        0,
        List.of(),
        notes(raster, before),
        before.version().toString(),
        after.version().toString(),
        request.dryRun());
  }

  private static PeopleRaster read(Request request, Dataset dataset) {
    Envelope units = new Envelope();
    for (AdminUnit leaf : dataset.boundaries().leaves()) {
      units.expandToInclude(leaf.geometry().getEnvelopeInternal());
    }
    units.expandBy(MARGIN_DEGREES);
    try {
      return PeopleRaster.read(request.file(), units, request.source(), request.licence());
    } catch (IOException e) {
      throw new UncheckedIOException(
          request.file() + " cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private static List<String> notes(PeopleRaster raster, Dataset dataset) {
    List<String> notes = new ArrayList<>();
    double kept = raster.grid().totalPeople();
    notes.add(
        "%,.0f people in the raster, %,.0f of them outside the extent of the units and left out"
            .formatted(raster.people(), raster.peopleOutside()));
    double counted =
        dataset.boundaries().leaves().stream()
            .mapToLong(leaf -> dataset.population().find(leaf).orElse(0))
            .sum();
    if (counted > 0 && (kept > FAR_OFF * counted || kept * FAR_OFF < counted)) {
      notes.add(
          "the units have %,.0f people by the counts of %s: is the raster of people, not of people"
                  .formatted(counted, dataset.population().asOf())
              + " per square kilometre, and of the whole country?");
    }
    return notes;
  }
}
