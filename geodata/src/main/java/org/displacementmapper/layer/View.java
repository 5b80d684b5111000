package org.displacementmapper.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.displacement.Estimate;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Estimates;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.FinerEstimates;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.join.Placement;

/**
 * What a layer is asked to show: a dataset, what is estimated from it, and what is shown and
 * counted. The estimates never depend on the selection.
 *
 * <p>Immutable; keeps what it has computed once. Safe for use by many threads.
 */
public final class View {

  private final Dataset dataset;
  private final Estimates estimates;
  private final Selection selection;
  private final Publication publication;
  private final Map<Integer, List<Feature>> units = new ConcurrentHashMap<>();
  private volatile List<Placement> placements;
  private volatile FinerEstimates finer;

  public View(Dataset dataset, Estimates estimates, Selection selection, Publication publication) {
    this.dataset = dataset;
    this.estimates = estimates;
    this.selection = selection;
    this.publication = publication;
  }

  public Dataset dataset() {
    return dataset;
  }

  public Estimates estimates() {
    return estimates;
  }

  /** The estimates of the levels below the first, made when first asked for. */
  public FinerEstimates finer() {
    if (finer == null) {
      finer = FinerEstimates.of(dataset.evidence(request().source()), estimates);
    }
    return finer;
  }

  /** The estimate of a unit of any level; empty if the product says nothing of it. */
  public Optional<Estimate> estimate(AdminUnit unit) {
    return unit.level() == Evidence.FIRST_LEVEL
        ? estimates.find(unit.pcode())
        : finer().find(unit.pcode());
  }

  public Selection selection() {
    return selection;
  }

  /** How our own estimates are rounded. */
  public Publication publication() {
    return publication;
  }

  public EstimateRequest request() {
    return estimates.request();
  }

  /** The units of a level that are shown, with their values, in P-code order. */
  public List<Feature> units(int level) {
    return units.computeIfAbsent(level, wanted -> UnitFeatures.of(this, wanted));
  }

  /** The incidents that are shown, of every public source, in key order. */
  public List<Placement> placements() {
    if (placements == null) {
      placements =
          dataset.placements().stream()
              .filter(placement -> selection.accepts(placement, dataset))
              .toList();
    }
    return placements;
  }
}
