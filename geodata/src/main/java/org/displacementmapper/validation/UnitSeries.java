package org.displacementmapper.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.OwnRate;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.displacement.UnFigure;

/**
 * What the UN reported of one unit over time, within the dates of the incidents. Of a merged unit
 * only figures that list the same members as its first.
 */
record UnitSeries(AdminUnit unit, double population, List<ReportedFigure> figures) {

  /** The units that have figures and people, in P-code order. */
  static List<UnitSeries> of(Evidence evidence) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    evidence.figures().all().stream().map(UnFigure::asOf).forEach(dates::add);
    List<UnitSeries> series = new ArrayList<>();
    for (AdminUnit unit : evidence.units()) {
      List<ReportedFigure> figures = new ArrayList<>();
      for (LocalDate date : dates.headSet(evidence.incidentSums().lastDate(), true)) {
        evidence
            .figures()
            .find(unit, date)
            .filter(
                figure -> figures.isEmpty() || figures.get(0).unlisted().equals(figure.unlisted()))
            .ifPresent(figures::add);
      }
      double population = evidence.ceiling(unit);
      if (!figures.isEmpty() && population > 0) {
        series.add(new UnitSeries(unit, population, figures));
      }
    }
    return series;
  }

  double events(Evidence evidence, LocalDate date) {
    return evidence.incidentSums().at(unit.pcode(), date);
  }

  OwnRate rate(Evidence evidence, ReportedFigure figure) {
    return OwnRate.of(figure.people(), events(evidence, figure.asOf()), population);
  }
}
