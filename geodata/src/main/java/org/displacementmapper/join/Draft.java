package org.displacementmapper.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;

/** A placement being reasoned out: gathers doubts until it is given its units. Used once. */
final class Draft {

  private final Incident incident;
  private final Spot spot;
  private final Recurring recurring;
  private final List<String> doubts = new ArrayList<>();

  Draft(Incident incident, Spot spot, Recurring recurring) {
    this.incident = incident;
    this.spot = spot;
    this.recurring = recurring;
  }

  Where where() {
    return incident.where();
  }

  Spot spot() {
    return spot;
  }

  /** A reason for a reader to doubt the placement; a sentence without its full stop. */
  void doubt(String sentence) {
    doubts.add(sentence);
  }

  Placement to(String leaf, Basis basis, String sentence) {
    return among(recurring.whole(leaf), basis, sentence);
  }

  Placement among(Map<String, Double> shares, Basis basis, String sentence) {
    StringBuilder explanation = new StringBuilder(sentence).append('.');
    doubts.forEach(doubt -> explanation.append(' ').append(doubt).append('.'));
    return new Placement(
        incident, shares, basis, !doubts.isEmpty(), recurring.sentence(explanation.toString()));
  }

  Placement nationalOnly(String sentence) {
    return among(Map.of(), Basis.COUNTRY, sentence + ": it counts nationally only");
  }
}
