package org.displacementmapper.dataset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;
import org.displacementmapper.join.Placement;
import org.locationtech.jts.geom.Envelope;

/**
 * A selection made ready for one dataset, to be asked of every incident: units, box and names are
 * looked up once, as sets of leaves. Immutable; safe for use by many threads.
 */
public final class Sieve {

  /** One part of the selection that leaves something out. */
  private record Check(FilterPart part, Predicate<Placement> accepts) {}

  private final Selection selection;
  private final Dataset dataset;
  private final List<Check> checks;

  private Sieve(Selection selection, Dataset dataset, List<Check> checks) {
    this.selection = selection;
    this.dataset = dataset;
    this.checks = List.copyOf(checks);
  }

  public static Sieve of(Selection selection, Dataset dataset) {
    // The quick ones come first.
    List<Check> checks = new ArrayList<>(ofWords(selection.incidentFilter()));
    Boundaries boundaries = dataset.boundaries();
    if (!selection.pcodes().isEmpty()) {
      Set<String> leaves =
          boundaries.pcodes(boundaries.finestLevel()).stream()
              .filter(leaf -> selection.isIn(leaf, boundaries))
              .collect(Collectors.toSet());
      checks.add(new Check(FilterPart.UNIT, one -> touches(one, leaves)));
    }
    selection
        .bbox()
        .ifPresent(
            box -> {
              Set<String> leaves =
                  boundaries.leaves().stream()
                      .filter(leaf -> box.intersects(leaf.geometry().getEnvelopeInternal()))
                      .map(AdminUnit::pcode)
                      .collect(Collectors.toSet());
              checks.add(new Check(FilterPart.BBOX, one -> touches(one, box, leaves)));
            });
    String text = selection.incidentFilter().text();
    if (!text.isEmpty()) {
      UnitText units = new UnitText(text, boundaries);
      checks.add(
          new Check(FilterPart.TEXT, one -> says(one.incident(), units) || units.accepts(one)));
    }
    return new Sieve(selection, dataset, checks);
  }

  private static List<Check> ofWords(IncidentFilter filter) {
    List<Check> checks = new ArrayList<>();
    if (filter.air() != AirFilter.ALL) {
      checks.add(new Check(FilterPart.AIR, one -> filter.air().accepts(one.incident().air())));
    }
    if (!filter.sources().isEmpty()) {
      checks.add(
          new Check(
              FilterPart.INCIDENT_SOURCE,
              one -> filter.sources().contains(one.incident().source())));
    }
    if (!filter.kinds().isEmpty()) {
      checks.add(
          new Check(
              FilterPart.KIND,
              one -> filter.kinds().contains(IncidentFilter.kind(one.incident()))));
    }
    if (!filter.precisions().isEmpty()) {
      checks.add(
          new Check(
              FilterPart.PRECISION,
              one -> filter.precisions().contains(one.incident().where().precision())));
    }
    if (filter.minKilled() > 0) {
      checks.add(
          new Check(
              FilterPart.MIN_KILLED,
              one -> IncidentFilter.killed(one.incident()) >= filter.minKilled()));
    }
    return checks;
  }

  /** Whether the incident has a day in common with the window. */
  public boolean isInWindow(Incident incident) {
    return incident.period().overlaps(selection.from(), selection.to());
  }

  /** Whether the incident is shown: it is in the window and nothing refuses it. */
  public boolean accepts(Placement placement) {
    return isInWindow(placement.incident()) && passes(placement);
  }

  /** Those of the dataset's incidents that are shown, by their place in its list. */
  public BitSet accepted() {
    BitSet found = dataset.dayColumns().overlapping(selection.from(), selection.to());
    if (!checks.isEmpty()) {
      List<Placement> all = dataset.placements();
      for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
        if (!passes(all.get(i))) {
          found.clear(i);
        }
      }
    }
    return found;
  }

  private boolean passes(Placement placement) {
    for (Check check : checks) {
      if (!check.accepts().test(placement)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The parts of the selection that refuse an incident, days left aside, as bits that {@link
   * FilterPart#isIn} reads; only two of them if there are more, since whoever asks wants to know
   * what a single one hides.
   */
  public int refusals(Placement placement) {
    int refusals = 0;
    for (Check check : checks) {
      if (!check.accepts().test(placement)) {
        if (refusals != 0) {
          return refusals | check.part().bit();
        }
        refusals = check.part().bit();
      }
    }
    return refusals;
  }

  private static boolean says(Incident incident, UnitText text) {
    Where where = incident.where();
    return text.isIn(where.place())
        || text.isIn(incident.citation().title())
        || text.isIn(where.area())
        || text.isIn(where.state())
        || text.isIn(incident.kind())
        || text.isIn(incident.source());
  }

  private static boolean touches(Placement placement, Set<String> leaves) {
    for (String leaf : placement.shares().keySet()) {
      if (leaves.contains(leaf)) {
        return true;
      }
    }
    return false;
  }

  private static boolean touches(Placement placement, Envelope box, Set<String> leaves) {
    Where where = placement.incident().where();
    return where.precision().isPoint()
        ? where.hasPoint() && box.contains(where.lon(), where.lat())
        : touches(placement, leaves);
  }
}
