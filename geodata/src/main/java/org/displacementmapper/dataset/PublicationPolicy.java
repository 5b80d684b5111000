package org.displacementmapper.dataset;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.displacement.PrivateFigures;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Licence;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Shelter;
import org.displacementmapper.incident.Where;
import org.displacementmapper.join.Placement;

/**
 * What may leave the house, and how coarsely (section 12 of the method). A {@link Dataset} applies
 * it to every placement and figure once, before any output sees one, so that no tile, file, answer
 * or page can be finer than another. Immutable.
 *
 * @param estimates how our own estimates are rounded; private figures under its least are withheld
 * @param recentDays an incident whose last day is fewer days before the creation of the version is
 *     told only by township; 0: none is recent
 * @param restrictedRows whether rows take part whose licence forbids passing them on: for a private
 *     server only
 */
public record PublicationPolicy(Publication estimates, int recentDays, boolean restrictedRows) {

  /** The method's own rules. */
  public static final PublicationPolicy STANDARD =
      new PublicationPolicy(Publication.STANDARD, 14, false);

  /** The lowest class of the maps ends here: with a greater least it would say too much. */
  public static final int MOST_LEAST_PEOPLE = 1_000;

  /** A hundred years. */
  public static final int MOST_RECENT_DAYS = 36_500;

  public PublicationPolicy {
    if (recentDays < 0 || recentDays > MOST_RECENT_DAYS) {
      throw new IllegalArgumentException(
          "recent days must be 0 to %d, were %d".formatted(MOST_RECENT_DAYS, recentDays));
    }
    if (estimates.least() > MOST_LEAST_PEOPLE) {
      throw new IllegalArgumentException(
          "the least number of people must be 1 to %d, which is the lowest class of the maps, was %d"
              .formatted(MOST_LEAST_PEOPLE, estimates.least()));
    }
  }

  /** The method's rules but for these two. */
  public static PublicationPolicy of(int leastPeople, int recentDays) {
    Publication standard = Publication.STANDARD;
    return new PublicationPolicy(
        new Publication(leastPeople, standard.fineStep(), standard.coarseStep()),
        recentDays,
        false);
  }

  /** The same rules on a private server, which shows restricted rows too. */
  public PublicationPolicy withRestrictedRows() {
    return new PublicationPolicy(estimates, recentDays, true);
  }

  /** Whether the incident may take part in what is shown. */
  boolean admits(Incident incident) {
    return admits(incident.licence());
  }

  /** Whether incidents of that licence may take part in what is shown. */
  public boolean admits(String licence) {
    return restrictedRows || Licence.isPublic(licence);
  }

  /** Whether anything is told more finely than the method allows. */
  public boolean loosened() {
    Publication standard = STANDARD.estimates;
    return estimates.least() < standard.least()
        || estimates.fineStep() < standard.fineStep()
        || estimates.coarseStep() < standard.coarseStep()
        || recentDays < STANDARD.recentDays;
  }

  /** Whether the incident is too new for more than its township; one in the future always is. */
  public boolean isRecent(Incident incident, LocalDate created) {
    return recentDays > 0 && incident.period().end().isAfter(created.minusDays(recentDays));
  }

  /**
   * The placement as anybody may see it, the same object if nothing is withheld. Of a recent
   * incident, and of one whose words tell of a shelter, it is without point, place name, report and
   * the reasons of the join, which tell how near a border it was. The shares stay, since they name
   * nothing finer than a township.
   */
  Placement published(Placement placement, LocalDate created, Restraint restraint) {
    Incident incident = placement.incident();
    if (tellsOfShelter(incident)) {
      return coarsened(placement, "Its words tell of displaced people: only the township is told.");
    }
    if (isRecent(incident, created)) {
      return coarsened(
          placement, "It is less than " + recentDays + " days old: only the township is told.");
    }
    return !restraint.coarsened().isEmpty() && restraint.coarsened().contains(incident.key())
        ? coarsened(placement, "Newer data tell only its township.")
        : placement;
  }

  /** The figures that may be told, in their order. */
  List<UnFigure> published(List<UnFigure> figures, Restraint restraint) {
    Set<UnFigure> withheld =
        PrivateFigures.withheld(figures, estimates.least(), restraint::withholds);
    return withheld.isEmpty()
        ? figures
        : figures.stream().filter(figure -> !withheld.contains(figure)).toList();
  }

  /** The private figures that are not told, see {@link PrivateFigures}. */
  public Set<UnFigure> withheld(List<UnFigure> figures) {
    return PrivateFigures.withheld(figures, estimates.least());
  }

  /** Sources withhold shelters already; this is for contents that came another way. */
  private static boolean tellsOfShelter(Incident incident) {
    Citation citation = incident.citation();
    return Shelter.isIn(
        List.of(
            incident.where().place(),
            incident.where().area(),
            incident.kind(),
            citation.title(),
            citation.url()));
  }

  private static Placement coarsened(Placement placement, String explanation) {
    Incident incident = placement.incident();
    Where where = incident.where();
    Where told =
        new Where(
            null,
            null,
            where.precision().isPoint() ? Precision.TOWNSHIP : where.precision(),
            null,
            "",
            Shelter.isIn(where.area()) ? "" : where.area(),
            where.pcode(),
            where.state(),
            false);
    return new Placement(
        new Incident(
            incident.source(),
            incident.id(),
            incident.period(),
            told,
            Shelter.isIn(incident.kind()) ? "" : incident.kind(),
            incident.air(),
            incident.killed(),
            Citation.NONE,
            incident.licence()),
        placement.shares(),
        placement.basis(),
        placement.flagged(),
        explanation);
  }

  /** The rules in force, as answers and files name them. */
  public Map<String, Object> describe() {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("least_people", estimates.least());
    policy.put("round_to", estimates.fineStep());
    policy.put("round_to_from_100000", estimates.coarseStep());
    policy.put("recent_days", recentDays);
    policy.put("restricted_rows", restrictedRows);
    policy.put("loosened", loosened());
    policy.put("text", text());
    return policy;
  }

  /** The rules in words, English; if they are loosened that comes first. */
  public String text() {
    return (loosened() ? "Loosened by the operator: finer than the method allows. " : "")
        + (restrictedRows
            ? "Private: rows are shown whose licence forbids passing them on, so pass nothing on. "
            : "")
        + ("Estimates: no number under %,d, to the nearest %,d, from 100,000 to the nearest %,d."
                + " %sPlaces of shelter are never told.")
            .formatted(
                estimates.least(),
                estimates.fineStep(),
                estimates.coarseStep(),
                recentDays == 0
                    ? "Incidents of any age are told as precisely as they are known. "
                    : "Incidents of the last "
                        + recentDays
                        + " days before the version was made are told only by township. ");
  }
}
