package org.displacementmapper.server;

import java.nio.file.Path;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.server.store.Shipped;
import org.displacementmapper.server.store.Store;
import org.displacementmapper.server.usecase.Catalogs;
import org.displacementmapper.server.usecase.ComparisonSeries;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.CountByTime;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.DrawTile;
import org.displacementmapper.server.usecase.ExportLayer;
import org.displacementmapper.server.usecase.ImportFigures;
import org.displacementmapper.server.usecase.ImportIncidents;
import org.displacementmapper.server.usecase.ImportPopulation;
import org.displacementmapper.server.usecase.ReplaceBoundaries;
import org.displacementmapper.server.usecase.UseCases;
import org.displacementmapper.server.usecase.Validate;
import org.displacementmapper.server.usecase.Views;

/** Wires the parts of the program. */
final class Application {

  private Application() {}

  /** All use cases over one data folder, which is made if it is missing. */
  static UseCases open(Path data) {
    Store store = Store.open(data, Shipped.read());
    Views views = new Views(store);
    Catalogs catalogs = new Catalogs();
    return new UseCases(
        new DescribeCatalog(views, catalogs),
        new DrawTile(views, catalogs),
        new ExportLayer(views, catalogs),
        new Comparisons(views),
        new ComparisonSeries(views, Publication.STANDARD),
        new CountByTime(views),
        new Validate(views),
        new ImportIncidents(store),
        new ReplaceBoundaries(store),
        new ImportPopulation(store),
        new ImportFigures(store));
  }
}
