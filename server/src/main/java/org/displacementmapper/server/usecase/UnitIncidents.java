package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.join.Basis;
import org.displacementmapper.join.Placement;
import org.displacementmapper.layer.Numbers;
import org.displacementmapper.layer.View;

/**
 * The incidents shown of one unit: by month of their last day, in the parts that they give to the
 * unit, so that the months add up to its counts; and by the reason why they were given to it, each
 * whole.
 */
final class UnitIncidents {

  private static final class Sums {
    double incidents;
    double airDocumented;
    double airMentioned;
    double killedBest;
  }

  private final Map<LocalDate, Sums> months = new TreeMap<>();
  private final Map<Basis, Integer> bases = new EnumMap<>(Basis.class);

  private UnitIncidents() {}

  static UnitIncidents of(View view, AdminUnit unit) {
    UnitIncidents counted = new UnitIncidents();
    LocalDate to = view.selection().to();
    for (LocalDate month = view.selection().from().withDayOfMonth(1);
        !month.isAfter(to);
        month = month.plusMonths(1)) {
      counted.months.put(month, new Sums());
    }
    Set<String> leaves = new HashSet<>(view.dataset().boundaries().leafPcodes(unit.pcode()));
    String source = view.countedSource();
    for (Placement placement : view.placements()) {
      double share = 0;
      for (Map.Entry<String, Double> part : placement.shares().entrySet()) {
        share += leaves.contains(part.getKey()) ? part.getValue() : 0;
      }
      if (share > 0) {
        LocalDate end = placement.incident().period().end();
        LocalDate last = end.isAfter(to) ? to : end;
        counted.add(counted.months.get(last.withDayOfMonth(1)), placement, share, source);
      }
    }
    return counted;
  }

  private void add(Sums sums, Placement placement, double share, String source) {
    bases.merge(placement.basis(), 1, Integer::sum);
    Incident incident = placement.incident();
    if (incident.air() == AirAttack.DOCUMENTED) {
      sums.airDocumented += share;
    }
    if (incident.source().equals(source)) {
      sums.incidents += share;
      sums.airMentioned += incident.air() == AirAttack.MENTIONED ? share : 0;
      sums.killedBest += incident.killed().best() == null ? 0 : incident.killed().best() * share;
    }
  }

  List<Map<String, Object>> months() {
    List<Map<String, Object>> rows = new ArrayList<>();
    months.forEach(
        (month, sums) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("start", month);
          row.put("incidents", Numbers.hundredths(sums.incidents));
          row.put("air_incidents", Numbers.hundredths(sums.airDocumented));
          row.put("air_mentions", Numbers.hundredths(sums.airMentioned));
          row.put("killed_best", Numbers.hundredths(sums.killedBest));
          rows.add(row);
        });
    return rows;
  }

  /** The reasons that occur, in the order in which they are tried. */
  List<Map<String, Object>> bases() {
    List<Map<String, Object>> rows = new ArrayList<>();
    bases.forEach(
        (basis, incidents) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("basis", basis.word());
          row.put("incidents", incidents);
          rows.add(row);
        });
    return rows;
  }
}
