package org.displacementmapper.displacement;

import java.io.InputStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.Input;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.join.Placement;
import org.displacementmapper.join.SpatialJoin;
import org.displacementmapper.join.Weighting;
import org.displacementmapper.source.ShippedData;
import org.displacementmapper.source.UcdpGed;
import org.displacementmapper.testing.SharedBoundaries;

/** The shipped UCDP events and UN figures as evidence, with the shipped states or P-coded units. */
public final class ShippedEvidence {

  /** A class of its own: the data are read by two threads, and both need this one initialised. */
  private static final class Holder {
    static final ShippedData DATA = ShippedData.read(ShippedEvidence::parse);
  }

  private ShippedEvidence() {}

  public static UnFigures figures() {
    return UnFigures.of(Holder.DATA.figures());
  }

  /** With the 14 shipped states. */
  public static Evidence withStates() {
    return evidence(states());
  }

  /** With the 18 P-coded units, where ../shared is there. */
  public static Evidence with18Units() {
    return evidence(SharedBoundaries.states());
  }

  /** With the 330 townships, their districts and states, where ../shared is there. */
  public static Evidence withTownships() {
    return evidence(SharedBoundaries.townships());
  }

  /** Every shipped incident, of any source, in the 18 P-coded units. */
  public static List<Placement> placementsOfAllSources() {
    return new SpatialJoin(SharedBoundaries.states(), Holder.DATA.population())
        .placeAll(Holder.DATA.incidents());
  }

  /** In the 14 shipped states, by weighting. */
  static Map<Weighting, IncidentSums> incidentSums() {
    Collection<Placement> placements = placements(states());
    Map<Weighting, IncidentSums> incidentSums = new EnumMap<>(Weighting.class);
    for (Weighting weighting : Weighting.values()) {
      incidentSums.put(weighting, IncidentSums.of(placements, states(), 1, weighting));
    }
    return incidentSums;
  }

  public static Boundaries states() {
    return Boundaries.of(new Release("Natural Earth", "", ""), Holder.DATA.units());
  }

  private static Evidence evidence(Boundaries boundaries) {
    return Evidence.of(
        UcdpGed.ID, placements(boundaries), boundaries, Holder.DATA.population(), figures());
  }

  private static List<Placement> placements(Boundaries boundaries) {
    List<Incident> incidents =
        Holder.DATA.incidents().stream()
            .filter(incident -> incident.source().equals(UcdpGed.ID))
            .toList();
    return new SpatialJoin(boundaries, Holder.DATA.population()).placeAll(incidents);
  }

  private static Stream<Feature> parse(String name, InputStream bytes) {
    return Formats.read(
        Input.of(name, bytes),
        issue -> {
          throw new AssertionError(issue.toString());
        })
        .stream();
  }
}
