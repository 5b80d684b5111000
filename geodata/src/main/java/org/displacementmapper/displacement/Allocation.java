package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.AdminUnit;

/**
 * Product C: the UN's own figure of a date, shared out over units (section 7 of the method). A
 * listed unit keeps its figure; what a group's total has beyond its listed members goes to its
 * unlisted members by incidents; what the national figure has beyond all that stays unattributed,
 * or is spread over unlisted units if asked for. It equals the UN total by construction and is
 * never a test of it.
 *
 * <p>A merged unit gets the sum of its listed members. Units that get nothing have no estimate.
 */
public record Allocation(boolean spreadsRemainder) implements DisplacementModel {

  /** Printed figures are rounded, and contradict each other by 1 to 4 %: 5 % at 80 %. */
  static final double ROUNDING80 = 0.05;

  /** The same normal spread at 95 %: 0.05 times 1.960 / 1.282. */
  static final double ROUNDING95 = ROUNDING80 * Quantiles.normal(0.95) / Quantiles.normal(0.8);

  /** No more than this part of a population is given to a unit by sharing. */
  static final double MOST_OF_POPULATION = 0.95;

  /** The national remainder stays unattributed: the default. */
  public static Allocation keepingRemainder() {
    return new Allocation(false);
  }

  /** The national remainder goes to unlisted units by incidents, flagged. */
  public static Allocation spreadingRemainder() {
    return new Allocation(true);
  }

  @Override
  public Product product() {
    return Product.ALLOCATION;
  }

  @Override
  public Estimates estimate(Evidence evidence, EstimateRequest request) {
    evidence.requireSource(request);
    NavigableSet<LocalDate> dates = evidence.figures().allocationDates();
    if (!dates.contains(request.asOf())) {
      throw UnanswerableException.noBreakdown(request.asOf(), dates);
    }
    Breakdown breakdown = evidence.figures().findBreakdown(request.asOf()).orElseThrow();
    Work work = new Work(evidence, breakdown, request.asOf());
    work.keepListedUnits();
    work.shareGroups();
    work.shareNationalRemainder(spreadsRemainder);
    return new Estimates(
        request,
        evidence.provenance(),
        work.reported(
            UnFigure.COUNTRY,
            breakdown.national().people(),
            Arrays.stream(evidence.ceilings()).sum(),
            Set.of()),
        work.estimates,
        work.unattributed,
        work.madeFrom,
        null,
        evidence.incidentSums().national(request.asOf()),
        work.flags);
  }

  @Override
  public Optional<AnswerableDates> answerable(Evidence evidence) {
    NavigableSet<LocalDate> dates = evidence.figures().allocationDates();
    return dates.isEmpty()
        ? Optional.empty()
        : Optional.of(new AnswerableDates(dates.first(), dates.last(), List.copyOf(dates)));
  }

  /** The steps of one allocation and what they have given out so far. */
  private static final class Work {
    private final Evidence evidence;
    private final Breakdown breakdown;
    private final LocalDate asOf;
    private final SortedMap<String, Estimate> estimates = new TreeMap<>();
    private final SortedMap<String, ReportedFigure> madeFrom = new TreeMap<>();
    private final List<Unattributed> unattributed = new ArrayList<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

    /** First-level codes whose people a printed row or group accounts for. */
    private final Set<String> accounted = new TreeSet<>();

    private long left;

    Work(Evidence evidence, Breakdown breakdown, LocalDate asOf) {
      this.evidence = evidence;
      this.breakdown = breakdown;
      this.asOf = asOf;
      this.left = breakdown.national().people();
      madeFrom.put(UnFigure.COUNTRY, ReportedFigure.of(breakdown.national()));
    }

    void keepListedUnits() {
      for (AdminUnit unit : evidence.units()) {
        evidence
            .figures()
            .find(unit, asOf)
            .ifPresent(
                figure -> {
                  madeFrom.put(unit.pcode(), figure);
                  estimates.put(
                      unit.pcode(),
                      reported(
                          unit.pcode(),
                          figure.people(),
                          evidence.ceiling(unit),
                          figure.complete() ? Set.of() : EnumSet.of(Flag.PARTLY_LISTED)));
                });
      }
      Set<String> loaded =
          evidence.units().stream()
              .flatMap(unit -> unit.members().stream())
              .collect(Collectors.toSet());
      breakdown
          .listed()
          .forEach(
              (area, row) -> {
                left -= row.people();
                accounted.add(area);
                if (!loaded.contains(area)) {
                  leaveUnattributed(area, row.people());
                }
              });
    }

    void shareGroups() {
      Set<String> inGroups = new TreeSet<>();
      breakdown
          .groups()
          .forEach(
              (group, row) -> {
                if (group.members().stream().anyMatch(inGroups::contains)) {
                  flags.add(Flag.OVERLAPPING_GROUPS);
                  return;
                }
                inGroups.addAll(group.members());
                long remainder = row.people() - breakdown.listedPeople(group);
                if (remainder < 0) {
                  flags.add(Flag.PARTS_EXCEED_TOTAL);
                } else if (remainder > 0) {
                  left -= remainder;
                  share(remainder, group.code(), unlistedMembers(group));
                }
              });
      accounted.addAll(inGroups);
    }

    void shareNationalRemainder(boolean spread) {
      if (left < 0) {
        flags.add(Flag.PARTS_EXCEED_TOTAL);
      } else if (left > 0) {
        List<AdminUnit> unlisted =
            evidence.units().stream()
                .filter(unit -> unit.members().stream().noneMatch(accounted::contains))
                .toList();
        share(left, UnFigure.COUNTRY, spread ? unlisted : List.of());
      }
    }

    /**
     * Units of the group's unlisted members. None if one of them is part of a merged unit, whose
     * incidents cannot be told from those of its other members.
     */
    private List<AdminUnit> unlistedMembers(UnGroup group) {
      List<AdminUnit> units = new ArrayList<>();
      for (String member : group.members()) {
        if (breakdown.listed().containsKey(member)) {
          continue;
        }
        Optional<AdminUnit> unit = evidence.boundaries().findUnit(member);
        if (unit.isEmpty()) {
          return List.of();
        }
        units.add(unit.get());
      }
      return units;
    }

    private void share(long people, String area, List<AdminUnit> units) {
      double[] events =
          units.stream()
              .mapToDouble(unit -> evidence.incidentSums().at(unit.pcode(), asOf))
              .toArray();
      double[] populations = units.stream().mapToDouble(evidence::ceiling).toArray();
      double[] ceilings =
          Arrays.stream(populations).map(population -> MOST_OF_POPULATION * population).toArray();
      Sharing sharing = Sharing.of(people, events, ceilings);
      if (sharing.left() < people) {
        flags.add(Flag.SHARED_REMAINDER);
        ShareDraws draws = ShareDraws.of(people, events, ceilings, 0);
        for (int i = 0; i < events.length; i++) {
          estimates.put(
              units.get(i).pcode(),
              new Estimate(
                  units.get(i).pcode(),
                  asOf,
                  Product.ALLOCATION,
                  asOf,
                  sharing.people()[i],
                  draws.interval(new int[] {i}, sharing.people()[i], populations[i]),
                  false,
                  flagsOfShare(events[i], sharing.parts()[i] >= ceilings[i])));
        }
      }
      if (sharing.left() > 0) {
        leaveUnattributed(area, sharing.left());
      }
    }

    private static Set<Flag> flagsOfShare(double events, boolean atCeiling) {
      Set<Flag> flags = EnumSet.of(Flag.NO_UN_FIGURE, Flag.SHARED_REMAINDER);
      if (events == 0) {
        flags.add(Flag.NO_INCIDENTS);
      }
      if (atCeiling) {
        flags.add(Flag.AT_CEILING);
      }
      return flags;
    }

    private void leaveUnattributed(String area, long people) {
      unattributed.add(new Unattributed(area, people));
    }

    /** A printed figure is kept even where it exceeds the population. */
    private Estimate reported(String pcode, long people, double population, Set<Flag> flags) {
      return new Estimate(
          pcode,
          asOf,
          Product.ALLOCATION,
          asOf,
          people,
          Interval.clipped(
              people * (1 - ROUNDING80),
              people * (1 + ROUNDING80),
              people * (1 - ROUNDING95),
              people * (1 + ROUNDING95),
              Math.max(people, population)),
          true,
          flags);
    }
  }
}
