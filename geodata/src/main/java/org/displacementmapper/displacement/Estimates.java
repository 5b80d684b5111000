package org.displacementmapper.displacement;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer to one request: the country and its first-level units, which together with the
 * unattributed people add up to the national value exactly, unless {@link Flag#PARTS_EXCEED_TOTAL}
 * says that the UN's own parts do not.
 *
 * @param units by P-code; a unit that the product says nothing of is missing
 * @param madeFrom the UN figures that values were kept from or moved on from, by P-code or {@code
 *     MMR}; empty for an independent estimate
 * @param fit the rate and how well it is known; null for an allocation, which has none
 * @param events weighted incidents in the country up to the day
 * @param flags about the whole
 */
public record Estimates(
    EstimateRequest request,
    Provenance provenance,
    Estimate national,
    SortedMap<String, Estimate> units,
    List<Unattributed> unattributed,
    SortedMap<String, ReportedFigure> madeFrom,
    Fit fit,
    double events,
    Set<Flag> flags) {

  public Estimates {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    unattributed = List.copyOf(unattributed);
    madeFrom = Collections.unmodifiableSortedMap(new TreeMap<>(madeFrom));
    EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
  }

  /** The estimate of a unit, or of the country for {@code MMR}. */
  public Optional<Estimate> find(String pcode) {
    return pcode.equals(UnFigure.COUNTRY)
        ? Optional.of(national)
        : Optional.ofNullable(units.get(pcode));
  }

  public Optional<Fit> findFit() {
    return Optional.ofNullable(fit);
  }

  public long unattributedPeople() {
    return unattributed.stream().mapToLong(Unattributed::people).sum();
  }

  /** Units and unattributed people together. */
  public long sumOfParts() {
    return sum(units.values()) + unattributedPeople();
  }

  private static long sum(Collection<Estimate> estimates) {
    return estimates.stream().mapToLong(Estimate::best).sum();
  }
}
