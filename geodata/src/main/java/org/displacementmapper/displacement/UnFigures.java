package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;

/**
 * The series of UN figures, and the rules by which one is chosen (section 3 of the method).
 *
 * <p>Everything but {@link #all()} is of {@link Measure#SINCE_COUP} and leaves out rows with an
 * exclude reason. Of several rows for one area and date the first counts, in the order of the file;
 * of rows that print the same number the one whose page also lists units is named, and a group's
 * total is taken from that page if it has one, so that parts and total come from one author. An
 * area that is not listed is unknown, not zero. Immutable.
 */
public final class UnFigures {

  private static final Pattern FIRST_LEVEL_CODE = Pattern.compile("[A-Z]{3}[0-9]{3}");

  private final List<UnFigure> all;
  private final Map<String, NavigableMap<LocalDate, UnFigure>> byArea = new TreeMap<>();
  private final NavigableMap<LocalDate, Breakdown> breakdowns = new TreeMap<>();

  private UnFigures(List<UnFigure> all) {
    this.all = List.copyOf(all);
    Set<String> pagesWithUnits = pagesWithUnits();
    for (UnFigure figure : this.all) {
      if (figure.isUsable() && figure.measure() == Measure.SINCE_COUP) {
        byArea
            .computeIfAbsent(figure.area(), area -> new TreeMap<>())
            .merge(figure.asOf(), figure, (first, next) -> preferred(first, next, pagesWithUnits));
      }
    }
    for (UnFigure national : of(UnFigure.COUNTRY).values()) {
      breakdown(national).ifPresent(found -> breakdowns.put(national.asOf(), found));
    }
  }

  /**
   * @param figures in the order of their file
   */
  public static UnFigures of(List<UnFigure> figures) {
    return new UnFigures(figures);
  }

  /** Every row, in the order of the file, also those that are only shown. */
  public List<UnFigure> all() {
    return all;
  }

  /** The national figures in date order, one for each date: what a rate is fitted on. */
  public List<UnFigure> snapshots() {
    return List.copyOf(of(UnFigure.COUNTRY).values());
  }

  /** The national figures up to and including the date. */
  public List<UnFigure> snapshotsUpTo(LocalDate cutoff) {
    return List.copyOf(of(UnFigure.COUNTRY).headMap(cutoff, true).values());
  }

  public Optional<ReportedFigure> findNational(LocalDate date) {
    return Optional.ofNullable(of(UnFigure.COUNTRY).get(date)).map(ReportedFigure::of);
  }

  /** The last national figure up to and including the date. */
  public Optional<ReportedFigure> latestNational(LocalDate date) {
    return Optional.ofNullable(of(UnFigure.COUNTRY).floorEntry(date))
        .map(entry -> ReportedFigure.of(entry.getValue()));
  }

  /** What was reported for the unit on that day; empty if neither it nor a member is listed. */
  public Optional<ReportedFigure> find(AdminUnit unit, LocalDate date) {
    List<UnFigure> parts = new ArrayList<>();
    List<String> unlisted = new ArrayList<>();
    for (String member : unit.members()) {
      UnFigure row = of(member).get(date);
      if (row == null) {
        unlisted.add(member);
      } else {
        parts.add(row);
      }
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportedFigure(unit.pcode(), date, parts, unlisted));
  }

  /** What was reported for the unit on every day that lists it or a member, in date order. */
  public List<ReportedFigure> series(AdminUnit unit) {
    NavigableSet<LocalDate> dates = new TreeSet<>();
    unit.members().forEach(member -> dates.addAll(of(member).keySet()));
    return dates.stream().flatMap(date -> find(unit, date).stream()).toList();
  }

  /** The last figure of the unit up to and including the date. */
  public Optional<ReportedFigure> latest(AdminUnit unit, LocalDate date) {
    return unit.members().stream()
        .map(member -> of(member).floorKey(date))
        .filter(found -> found != null)
        .max(LocalDate::compareTo)
        .flatMap(found -> find(unit, found));
  }

  /**
   * The last total of the group up to and including the date, however old, as of a unit or the
   * country: totals come weeks or months apart, so whoever shows one tells its date.
   */
  public Optional<UnFigure> latest(UnGroup group, LocalDate date) {
    return Optional.ofNullable(of(group.code()).floorEntry(date)).map(Map.Entry::getValue);
  }

  /** Rows for an area that is neither the country, nor a group, nor part of a loaded unit. */
  public List<UnFigure> unknownAreas(Boundaries boundaries) {
    return all.stream()
        .filter(figure -> !figure.isNational() && UnGroup.find(figure.area()).isEmpty())
        .filter(figure -> boundaries.findByMember(figure.area()).isEmpty())
        .toList();
  }

  /** The units and groups listed on that day; empty without a national figure or any unit. */
  public Optional<Breakdown> findBreakdown(LocalDate date) {
    return Optional.ofNullable(breakdowns.get(date));
  }

  /** Breakdowns of any coverage by date. */
  public NavigableMap<LocalDate, Breakdown> breakdowns() {
    return Collections.unmodifiableNavigableMap(breakdowns);
  }

  /** The days whose breakdown covers enough to be shared out over units (product C). */
  public NavigableSet<LocalDate> allocationDates() {
    NavigableSet<LocalDate> dates = new TreeSet<>();
    breakdowns.forEach(
        (date, breakdown) -> {
          if (breakdown.canBeShared()) {
            dates.add(date);
          }
        });
    return dates;
  }

  private NavigableMap<LocalDate, UnFigure> of(String area) {
    return byArea.getOrDefault(area, Collections.emptyNavigableMap());
  }

  private Optional<Breakdown> breakdown(UnFigure national) {
    SortedMap<String, UnFigure> listed = new TreeMap<>();
    Map<UnGroup, UnFigure> groups = new EnumMap<>(UnGroup.class);
    byArea.forEach(
        (area, series) -> {
          UnFigure row = series.get(national.asOf());
          if (row == null) {
            return;
          }
          if (isUnit(area)) {
            listed.put(area, row);
          }
          UnGroup.find(area).ifPresent(group -> groups.put(group, row));
        });
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Breakdown(national, listed, groups));
  }

  private static UnFigure preferred(UnFigure first, UnFigure next, Set<String> pagesWithUnits) {
    boolean onlyCredit = first.isNational() && first.people() == next.people();
    boolean groupTotal = UnGroup.find(first.area()).isPresent();
    boolean betterPage =
        pagesWithUnits.contains(page(next)) && !pagesWithUnits.contains(page(first));
    return betterPage && (onlyCredit || groupTotal) ? next : first;
  }

  /** Whether the area is one first-level unit, by the form of its code. */
  private static boolean isUnit(String area) {
    return FIRST_LEVEL_CODE.matcher(area).matches() && UnGroup.find(area).isEmpty();
  }

  private Set<String> pagesWithUnits() {
    Set<String> pages = new HashSet<>();
    for (UnFigure figure : all) {
      if (isUnit(figure.area())) {
        pages.add(page(figure));
      }
    }
    return pages;
  }

  private static String page(UnFigure figure) {
    return figure.asOf() + " " + figure.url();
  }
}
