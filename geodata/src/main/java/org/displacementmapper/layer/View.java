package org.displacementmapper.layer;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.dataset.Sieve;
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
  private volatile BitSet shown;
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

  /**
   * Which of the dataset's incidents are shown, by their place in its list. Kept, since a list of a
   * million would be a hundred times as large. Not to be changed.
   */
  BitSet shown() {
    if (shown == null) {
      // The tiles of one map are asked for at once: the first finds what is shown, the others wait.
      synchronized (this) {
        if (shown == null) {
          shown = Sieve.of(selection, dataset).accepted();
        }
      }
    }
    return shown;
  }

  /** The incidents that are shown, of every public source, in key order. */
  public Iterable<Placement> placements() {
    List<Placement> all = dataset.placements();
    return () -> shown().stream().mapToObj(all::get).iterator();
  }

  /**
   * The one source whose incidents and deaths are counted, since two sources record the same
   * attack: that of the estimate, unless only others are shown, and then the first of those.
   */
  public String countedSource() {
    Set<String> shownSources = selection.incidentFilter().sources();
    return shownSources.isEmpty() || shownSources.contains(request().source())
        ? request().source()
        : Collections.min(shownSources);
  }
}
