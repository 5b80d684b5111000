package org.displacementmapper.dataset;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.displacement.Publication;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Where;
import org.displacementmapper.join.Placement;

/**
 * What may leave the house, and how coarsely (section 12 of the method). A {@link Dataset} applies
 * it to every placement once, before any output sees one, so that no tile, file, answer or page can
 * be finer than another. Immutable.
 *
 * @param estimates how our own estimates are rounded
 * @param recentDays an incident whose last day is fewer days before the creation of the version is
 *     told only by township; 0: none is recent
 */
public record PublicationPolicy(Publication estimates, int recentDays) {

  /** The method's own rules. */
  public static final PublicationPolicy STANDARD = new PublicationPolicy(Publication.STANDARD, 14);

  public PublicationPolicy {
    if (recentDays < 0) {
      throw new IllegalArgumentException("recent days must be 0 or more, were " + recentDays);
    }
  }

  /** Whether the incident is too new for more than its township; one in the future always is. */
  public boolean isRecent(Incident incident, LocalDate created) {
    return recentDays > 0 && incident.period().end().isAfter(created.minusDays(recentDays));
  }

  /**
   * The placement as anybody may see it: of a recent incident without point, place name, report and
   * the reasons of the join, which tell how near a border it was. The shares stay, since they name
   * nothing finer than a township.
   */
  Placement published(Placement placement, LocalDate created) {
    return isRecent(placement.incident(), created) ? coarsened(placement) : placement;
  }

  private Placement coarsened(Placement placement) {
    Incident incident = placement.incident();
    Where where = incident.where();
    Where told =
        new Where(
            null,
            null,
            where.precision().isPoint() ? Precision.TOWNSHIP : where.precision(),
            null,
            "",
            where.area(),
            where.pcode(),
            where.state(),
            false);
    return new Placement(
        new Incident(
            incident.source(),
            incident.id(),
            incident.period(),
            told,
            incident.kind(),
            incident.air(),
            incident.killed(),
            Citation.NONE,
            incident.licence()),
        placement.shares(),
        placement.basis(),
        placement.flagged(),
        "It is less than " + recentDays + " days old: only the township is told.");
  }

  /** The rules in force, as answers and files name them. */
  public Map<String, Object> describe() {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("least_people", estimates.least());
    policy.put("round_to", estimates.fineStep());
    policy.put("round_to_from_100000", estimates.coarseStep());
    policy.put("recent_days", recentDays);
    return policy;
  }
}
