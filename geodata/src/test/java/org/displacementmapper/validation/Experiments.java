package org.displacementmapper.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.displacementmapper.displacement.Ceiling;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Fit;
import org.displacementmapper.displacement.OwnRate;
import org.displacementmapper.displacement.Pooling;
import org.displacementmapper.displacement.ReportedFigure;
import org.displacementmapper.displacement.ShippedEvidence;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.join.Placement;
import org.junit.jupiter.api.Test;

/**
 * What was tried to beat the method: prints the tables of "What was tried" in docs/method.md. Not
 * part of the build; run it by name, {@code mvn -pl geodata test -Dtest=Experiments}. A choice may
 * look only at errors in predicting figures up to {@link #LAST_OF_CHOICE}; the column of later ones
 * was looked at once.
 */
class Experiments {

  private static final LocalDate LAST_OF_CHOICE = LocalDate.of(2022, 1, 17);
  private static final long SOON_DAYS = 90;
  private static final int LEAST_SNAPSHOTS = 7;
  private static final Pattern BOMB =
      Pattern.compile("\\b(bomb|bombs|bombing|blast|explosion|explosive|ied|grenade|mine)\\b");

  /** A figure known and a later one to be predicted, of one unit. */
  private record Pair(
      ReportedFigure from,
      ReportedFigure before,
      ReportedFigure to,
      long days,
      double eventsFrom,
      double eventsBefore,
      double eventsTo,
      double population,
      double mu,
      double meanOwn) {

    double own() {
      return OwnRate.of(from.people(), eventsFrom, population).log();
    }

    double moved(Pooling pooling, double own) {
      return new OwnRate(own).people(eventsTo, population, mu, pooling.weight(days));
    }

    double nowcast() {
      return moved(Pooling.STANDARD, own());
    }

    double calendar() {
      return from.people() * NationalForward.calendarGrowth(from.asOf(), to.asOf());
    }
  }

  @Test
  void printsTheTables() {
    Evidence evidence = ShippedEvidence.with18Units();
    unitsWithHistory(evidence);
    national(evidence);
    List<Placement> placements = ShippedEvidence.placementsOfAllSources();
    unitsWithoutHistory(evidence, placements);
    nationalRate(evidence, placements);
  }

  /** Whether the national rate is as steady when one-sided violence counts for less. */
  private static void nationalRate(Evidence evidence, List<Placement> placements) {
    System.out.println("country, A: RMS chosen on / later, 1-90 days and 91-800");
    for (double weight : new double[] {1, 0.5, 0.25, 0}) {
      ToDoubleFunction<LocalDate> events = date -> weighted(placements, weight, date);
      System.out.printf(
          Locale.ROOT,
          "| one-sided violence %s | %s | %s | %s | %s |%n",
          weight,
          independent(evidence, events, true, 1, 90),
          independent(evidence, events, false, 1, 90),
          independent(evidence, events, true, 91, 800),
          independent(evidence, events, false, 91, 800));
    }
  }

  private static double weighted(List<Placement> placements, double weight, LocalDate date) {
    double sum = 0;
    for (Placement placement : placements) {
      Incident incident = placement.incident();
      LocalDate day = incident.period().end();
      if (incident.source().equals("ucdp")
          && !day.isBefore(IncidentSums.START)
          && !day.isAfter(date)) {
        sum += incident.kind().equals("one-sided") ? weight : 1;
      }
    }
    return sum;
  }

  private static String independent(
      Evidence evidence,
      ToDoubleFunction<LocalDate> events,
      boolean choice,
      long least,
      long most) {
    List<UnFigure> figures =
        Fit.usable(evidence.figures().snapshotsUpTo(evidence.incidentSums().lastDate()), events);
    List<double[]> errors = new ArrayList<>();
    for (int i = LEAST_SNAPSHOTS - 1; i < figures.size(); i++) {
      double theta = StrictMath.exp(Fit.meanLogRatio(figures.subList(0, i + 1), events));
      for (UnFigure to : figures.subList(i + 1, figures.size())) {
        long days = ChronoUnit.DAYS.between(figures.get(i).asOf(), to.asOf());
        boolean early = !to.asOf().isAfter(LAST_OF_CHOICE);
        if (early == choice && least <= days && days <= most) {
          errors.add(new double[] {theta * events.applyAsDouble(to.asOf()), to.people()});
        }
      }
    }
    return rms(errors);
  }

  private static void unitsWithHistory(Evidence evidence) {
    List<Pair> pairs = pairs(evidence);
    Map<String, ToDoubleFunction<Pair>> tried = new LinkedHashMap<>();
    tried.put("persistence", pair -> pair.from().people());
    tried.put("calendar", Pair::calendar);
    tried.put("B", Pair::nowcast);
    for (double tau : new double[] {0.8, 1.29, 2}) {
      for (double drift : new double[] {0, 0.03, 0.055, 0.1}) {
        Pooling pooling = new Pooling(tau, drift);
        tried.put("B, tau %s, c %s".formatted(tau, drift), pair -> pair.moved(pooling, pair.own()));
      }
    }
    for (double part : new double[] {0.25, 0.5, 1}) {
      tried.put(
          "B, own rate %s of its mean so far".formatted(part),
          pair -> pair.moved(Pooling.STANDARD, (1 - part) * pair.own() + part * pair.meanOwn()));
    }
    for (double part : new double[] {0.25, 0.5, 0.75}) {
      tried.put(
          "B with %s of persistence".formatted(part),
          pair -> mixed(pair.nowcast(), pair.from().people(), part));
      tried.put(
          "B with %s of persistence if stable".formatted(part),
          pair ->
              isStable(pair) ? mixed(pair.nowcast(), pair.from().people(), part) : pair.nowcast());
      tried.put(
          "B with %s of calendar under 90 days".formatted(part),
          pair ->
              pair.days() <= SOON_DAYS
                  ? mixed(pair.nowcast(), pair.calendar(), part)
                  : pair.nowcast());
    }
    System.out.println("units with a history: RMS chosen on (n) / later (n), 7-90 days, 91-240");
    tried.forEach(
        (name, predict) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |%n",
                name,
                rms(pairs, predict, true, 7, 90),
                rms(pairs, predict, false, 7, 90),
                rms(pairs, predict, true, 91, 240),
                rms(pairs, predict, false, 91, 240)));
  }

  /** A tenth or less between the last two figures, though incidents grew by more. */
  private static boolean isStable(Pair pair) {
    return pair.before() != null
        && Math.abs(Math.log((double) pair.from().people() / pair.before().people())) < 0.1
        && pair.eventsFrom() > 1.1 * pair.eventsBefore();
  }

  private static double mixed(double one, double other, double part) {
    return StrictMath.exp((1 - part) * StrictMath.log(one) + part * StrictMath.log(other));
  }

  private static String rms(
      List<Pair> pairs, ToDoubleFunction<Pair> predict, boolean choice, long least, long most) {
    List<double[]> errors = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean early = !pair.to().asOf().isAfter(LAST_OF_CHOICE);
      if (early == choice && least <= pair.days() && pair.days() <= most) {
        errors.add(new double[] {predict.applyAsDouble(pair), pair.to().people()});
      }
    }
    return rms(errors);
  }

  private static String rms(List<double[]> predictedAndReported) {
    double squares = 0;
    for (double[] each : predictedAndReported) {
      double error = StrictMath.log(each[0] / each[1]);
      squares += error * error;
    }
    int n = predictedAndReported.size();
    return String.format(Locale.ROOT, "%.3f (%d)", Math.sqrt(squares / n), n);
  }

  private static List<Pair> pairs(Evidence evidence) {
    List<Pair> pairs = new ArrayList<>();
    for (UnitSeries series : UnitSeries.of(evidence)) {
      List<ReportedFigure> figures = series.figures();
      double sumOfRates = 0;
      for (int i = 0; i < figures.size(); i++) {
        ReportedFigure from = figures.get(i);
        sumOfRates += series.rate(evidence, from).log();
        List<UnFigure> known =
            Fit.usable(
                evidence.figures().snapshotsUpTo(from.asOf()), evidence.incidentSums()::national);
        if (known.isEmpty()) {
          continue;
        }
        ReportedFigure before = i == 0 ? null : figures.get(i - 1);
        for (ReportedFigure to : figures.subList(i + 1, figures.size())) {
          pairs.add(
              new Pair(
                  from,
                  before,
                  to,
                  ChronoUnit.DAYS.between(from.asOf(), to.asOf()),
                  series.events(evidence, from.asOf()),
                  before == null ? 0 : series.events(evidence, before.asOf()),
                  series.events(evidence, to.asOf()),
                  series.population(),
                  Fit.meanLogRatio(known, evidence.incidentSums()::national),
                  sumOfRates / (i + 1)));
        }
      }
    }
    return pairs;
  }

  private static void national(Evidence evidence) {
    System.out.println("country, B with calendar growth: RMS chosen on / later, 1-30 and 31-90");
    for (double part : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      System.out.printf(
          Locale.ROOT,
          "| %s of calendar | %s | %s | %s | %s |%n",
          part,
          national(evidence, part, true, 1, 30),
          national(evidence, part, false, 1, 30),
          national(evidence, part, true, 31, 90),
          national(evidence, part, false, 31, 90));
    }
  }

  private static String national(
      Evidence evidence, double part, boolean choice, long least, long most) {
    IncidentSums incidentSums = evidence.incidentSums();
    List<UnFigure> figures =
        Fit.usable(
            evidence.figures().snapshotsUpTo(incidentSums.lastDate()), incidentSums::national);
    List<double[]> errors = new ArrayList<>();
    for (int i = LEAST_SNAPSHOTS - 1; i < figures.size(); i++) {
      UnFigure from = figures.get(i);
      for (UnFigure to : figures.subList(i + 1, figures.size())) {
        long days = ChronoUnit.DAYS.between(from.asOf(), to.asOf());
        boolean early = !to.asOf().isAfter(LAST_OF_CHOICE);
        if (early == choice && least <= days && days <= most) {
          double byEvents =
              from.people() * incidentSums.national(to.asOf()) / incidentSums.national(from.asOf());
          double byDays = from.people() * NationalForward.calendarGrowth(from.asOf(), to.asOf());
          errors.add(new double[] {mixed(byEvents, byDays, part), to.people()});
        }
      }
    }
    return rms(errors);
  }

  private static void unitsWithoutHistory(Evidence evidence, List<Placement> placements) {
    Map<String, ToDoubleFunction<Incident>> tried = new LinkedHashMap<>();
    tried.put("every event 1", incident -> 1);
    for (double weight : new double[] {5, 10, 20}) {
      tried.put(
          "aircraft in the headline %s".formatted(weight),
          incident -> incident.air() == AirAttack.MENTIONED ? weight : 1);
      tried.put(
          "the same and the curated list %s".formatted(weight),
          incident -> incident.air() == AirAttack.NONE ? 1 : weight);
    }
    for (double weight : new double[] {0, 0.25, 0.5}) {
      tried.put(
          "in a named town or city %s".formatted(weight),
          incident -> incident.where().precision() == Precision.TOWN ? weight : 1);
      tried.put(
          "bomb, mine or grenade in the headline %s".formatted(weight),
          incident -> isBomb(incident) ? weight : 1);
      tried.put(
          "either of the two %s".formatted(weight),
          incident ->
              isBomb(incident) || incident.where().precision() == Precision.TOWN ? weight : 1);
      tried.put(
          "one-sided violence %s".formatted(weight),
          incident -> incident.kind().equals("one-sided") ? weight : 1);
    }
    List<LocalDate> choice =
        List.of(LocalDate.of(2021, 8, 16), LocalDate.of(2021, 9, 13), LAST_OF_CHOICE);
    List<LocalDate> later = List.of(LocalDate.of(2022, 1, 31), LocalDate.of(2022, 5, 2));
    System.out.println("units without a history, leave-one-out: RMS by date, then share errors");
    tried.forEach(
        (name, weight) -> {
          boolean curated = name.contains("curated");
          StringBuilder row = new StringBuilder("| " + name);
          for (List<LocalDate> dates : List.of(choice, later)) {
            for (LocalDate date : dates) {
              row.append(" | ").append(leaveOneOut(evidence, placements, weight, curated, 1, date));
            }
          }
          System.out.println(row + " |");
        });
    for (double power : new double[] {0.5, 0.75, 1.25}) {
      StringBuilder row = new StringBuilder("| incidents to the power of " + power);
      for (List<LocalDate> dates : List.of(choice, later)) {
        for (LocalDate date : dates) {
          row.append(" | ")
              .append(leaveOneOut(evidence, placements, incident -> 1, false, power, date));
        }
      }
      System.out.println(row + " |");
    }
  }

  private static boolean isBomb(Incident incident) {
    return BOMB.matcher(incident.citation().title().toLowerCase(Locale.ROOT)).find();
  }

  /** RMS of the log error and the part of people put in the wrong unit. */
  private static String leaveOneOut(
      Evidence evidence,
      List<Placement> placements,
      ToDoubleFunction<Incident> weight,
      boolean curated,
      double power,
      LocalDate date) {
    Map<String, Double> sums = new LinkedHashMap<>();
    for (Placement placement : placements) {
      Incident incident = placement.incident();
      boolean counted =
          incident.source().equals(evidence.source()) || curated && isCurated(incident);
      LocalDate day = incident.period().end();
      if (counted && !day.isBefore(IncidentSums.START) && !day.isAfter(date)) {
        placement
            .shares()
            .forEach(
                (unit, share) ->
                    sums.merge(unit, share * weight.applyAsDouble(incident), Double::sum));
      }
    }
    List<double[]> units = new ArrayList<>();
    evidence
        .units()
        .forEach(
            unit ->
                evidence
                    .figures()
                    .find(unit, date)
                    .ifPresent(
                        figure ->
                            units.add(
                                new double[] {
                                  figure.people(),
                                  Math.pow(sums.getOrDefault(unit.pcode(), 0.0) + 1, power),
                                  evidence.ceiling(unit)
                                })));
    List<double[]> errors = new ArrayList<>();
    for (double[] unit : units) {
      List<Double> others = new ArrayList<>();
      for (double[] other : units) {
        if (other != unit) {
          others.add(Ceiling.uncap(Math.min(other[0], 0.99 * other[2]), other[2]) / other[1]);
        }
      }
      errors.add(new double[] {Ceiling.cap(unit[1] * Errors.median(others), unit[2]), unit[0]});
    }
    double predicted = errors.stream().mapToDouble(each -> each[0]).sum();
    double reported = errors.stream().mapToDouble(each -> each[1]).sum();
    double wrong =
        errors.stream()
            .mapToDouble(each -> Math.abs(each[0] / predicted - each[1] / reported))
            .sum();
    return rms(errors) + String.format(Locale.ROOT, ", %.2f", wrong / 2);
  }

  private static boolean isCurated(Incident incident) {
    return incident.source().equals("curated");
  }
}
