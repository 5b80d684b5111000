package org.displacementmapper.server;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.store.Shipped;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.server.usecase.Catalogs;
import org.displacementmapper.server.usecase.ClassesByDay;
import org.displacementmapper.server.usecase.CompareVersions;
import org.displacementmapper.server.usecase.ComparisonSeries;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.Corrections;
import org.displacementmapper.server.usecase.CountByFilter;
import org.displacementmapper.server.usecase.CountByTime;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.DrawPicture;
import org.displacementmapper.server.usecase.DrawTile;
import org.displacementmapper.server.usecase.ExportLayer;
import org.displacementmapper.server.usecase.ExportTiles;
import org.displacementmapper.server.usecase.Exposures;
import org.displacementmapper.server.usecase.FeatureCollections;
import org.displacementmapper.server.usecase.ImportFigures;
import org.displacementmapper.server.usecase.ImportIncidents;
import org.displacementmapper.server.usecase.ImportPopulation;
import org.displacementmapper.server.usecase.ImportPopulationRaster;
import org.displacementmapper.server.usecase.KeptVersions;
import org.displacementmapper.server.usecase.ListIncidents;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.ReplaceBoundaries;
import org.displacementmapper.server.usecase.UnitDetails;
import org.displacementmapper.server.usecase.UseCases;
import org.displacementmapper.server.usecase.Validate;
import org.displacementmapper.server.usecase.Views;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileEncoders;

/** Wires the parts of the program. */
final class Application {

  private static final double FIRST_LON = 96.5;
  private static final double FIRST_LAT = 19.5;
  private static final int FIRST_ZOOM = 5;

  private Application() {}

  /** All use cases over one data folder, which is made if it is missing. */
  static UseCases open(Path data, PublicationPolicy policy, Corrections corrections) {
    return wire(Store.open(data, Shipped.read(), policy), policy, corrections);
  }

  /** The same where files name our own tracker for corrections. */
  static UseCases open(Path data, PublicationPolicy policy) {
    return open(data, policy, Corrections.TRACKER);
  }

  /**
   * The same for a server: reads the data and draws a first tile in a thread of its own, while the
   * caller starts to listen. What is wrong with the data is thrown when they are first asked for.
   */
  static UseCases openForServing(Path data, PublicationPolicy policy, Corrections corrections) {
    Supplier<Shipped> shipped = Shipped::read;
    UseCases useCases = wire(Store.openUnread(data, shipped, policy), policy, corrections);
    Thread reading = new Thread(() -> draw(useCases), "reading");
    reading.setDaemon(true);
    reading.start();
    return useCases;
  }

  /** Draws the tile that every first visitor asks for. */
  private static void draw(UseCases useCases) {
    try {
      useCases
          .drawTile()
          .draw(
              new DrawTile.Request(
                  "adm1",
                  TileCoord.containing(FIRST_LON, FIRST_LAT, FIRST_ZOOM),
                  TileEncoders.ALL.get(0),
                  Question.DEFAULT,
                  Set.of()));
    } catch (RuntimeException | OutOfMemoryError e) {
      // Said by the command, which asks for the version before it says that it listens.
      return;
    }
  }

  private static UseCases wire(Store store, PublicationPolicy policy, Corrections corrections) {
    Views views = new Views(store);
    Catalogs catalogs = new Catalogs(views);
    Exposures exposures = new Exposures(views);
    return new UseCases(
        policy,
        corrections,
        new DescribeCatalog(views, catalogs),
        new DrawTile(views, catalogs),
        new DrawPicture(views, catalogs, exposures),
        new FeatureCollections(views, catalogs),
        new ExportLayer(views, catalogs, corrections),
        new ExportTiles(views, catalogs, corrections),
        new Comparisons(views),
        new ComparisonSeries(views),
        new ClassesByDay(views),
        new CountByTime(views),
        new CountByFilter(views),
        new ListIncidents(views),
        new UnitDetails(views),
        exposures,
        new KeptVersions(views, store),
        new CompareVersions(views, store),
        new Validate(views, store),
        new ImportIncidents(store),
        new ReplaceBoundaries(store),
        new ImportPopulation(store),
        new ImportPopulationRaster(store),
        new ImportFigures(store));
  }
}
