package org.displacementmapper.displacement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.displacementmapper.join.Basis;
import org.displacementmapper.join.Placement;
import org.displacementmapper.testing.Geometries;

/**
 * The evidence of the method's trial, made short: how many incidents the country had seen at each
 * UN figure, how many each unit had seen on 31 January 2022, and the figures around that date.
 */
public final class Trial {

  public static final LocalDate JAN_31 = LocalDate.of(2022, 1, 31);
  public static final LocalDate DEC_31 = LocalDate.of(2021, 12, 31);
  public static final LocalDate MAY_2 = LocalDate.of(2022, 5, 2);
  public static final String SOURCE = "ucdp";

  /** Date, people reported for the country, incidents up to then. */
  public static final Object[][] SNAPSHOTS = {
    {"2021-06-01", 175_000, 257},
    {"2021-06-15", 200_000, 274},
    {"2021-07-01", 211_000, 297},
    {"2021-07-15", 206_000, 321},
    {"2021-07-31", 206_000, 349},
    {"2021-08-16", 189_000, 368},
    {"2021-09-01", 176_000, 399},
    {"2021-09-13", 206_600, 438},
    {"2021-09-15", 208_000, 447},
    {"2021-10-18", 218_900, 525},
    {"2021-11-01", 223_300, 589},
    {"2021-11-08", 223_000, 632},
    {"2021-11-15", 234_600, 675},
    {"2021-12-01", 267_500, 748},
    {"2021-12-06", 284_700, 763},
    {"2021-12-17", 295_700, 817},
    {"2021-12-27", 320_900, 842},
    {"2022-01-17", 405_700, 925},
    {"2022-01-31", 441_500, 962},
    {"2022-02-28", 502_600, 1071},
    {"2022-05-02", 590_100, 1282},
  };

  /** Code, incidents on 31 January 2022, people of the 2014 census. */
  private static final Object[][] UNITS = {
    {"MMR001", 43.0, 1_689_441},
    {"MMR002", 83.0, 286_627},
    {"MMR003", 41.0, 1_574_079},
    {"MMR004", 89.0, 478_801},
    {"MMR005", 292.0, 5_325_347},
    {"MMR006", 26.0, 1_408_401},
    {"MMR007", 13.97, 2_894_140},
    {"MMR008", 9.03, 1_973_233},
    {"MMR009", 98.0, 3_917_055},
    {"MMR010", 95.0, 6_165_723},
    {"MMR011", 19.0, 2_054_393},
    {"MMR012", 1.0, 3_188_807},
    {"MMR013", 79.0, 7_360_703},
    {"MMR014", 23.24, 2_405_983},
    {"MMR015", 33.30, 2_520_258},
    {"MMR016", 0.46, 898_191},
    {"MMR017", 8.0, 6_184_829},
    {"MMR018", 8.0, 1_160_242},
  };

  /** The shipped states that cover several codes. */
  private static final Map<String, List<String>> MERGED =
      Map.of(
          "MMR007-008", List.of("MMR007", "MMR008"),
          "MMR010", List.of("MMR010", "MMR018"),
          "MMR014-016", List.of("MMR014", "MMR015", "MMR016"));

  private Trial() {}

  /** With the 18 P-coded units. */
  public static Evidence with18Units() {
    List<AdminUnit> units = new ArrayList<>();
    for (Object[] row : UNITS) {
      units.add(unit((String) row[0], List.of()));
    }
    return evidence(units, figures());
  }

  /** With the 14 shipped states. */
  public static Evidence with14States() {
    return evidence(states(), figures());
  }

  public static List<AdminUnit> states() {
    List<AdminUnit> units = new ArrayList<>();
    MERGED.forEach((code, members) -> units.add(unit(code, members)));
    for (Object[] row : UNITS) {
      if (MERGED.values().stream().noneMatch(members -> members.contains((String) row[0]))) {
        units.add(unit((String) row[0], List.of()));
      }
    }
    return units;
  }

  public static Evidence evidence(List<AdminUnit> units, UnFigures figures) {
    Boundaries boundaries = Boundaries.of(new Release("trial", "", ""), units);
    return Evidence.of(SOURCE, placements(boundaries), boundaries, population(), figures);
  }

  public static AdminUnit unit(String pcode, List<String> members) {
    return new AdminUnit(pcode, 1, pcode, "", "", members, Geometries.square(96, 20, 1));
  }

  public static Population population() {
    Map<String, Long> people = new TreeMap<>();
    for (Object[] row : UNITS) {
      people.put((String) row[0], (long) (int) row[2]);
    }
    return new Population(LocalDate.of(2014, 3, 29), "census", people);
  }

  public static UnFigures figures() {
    return UnFigures.of(rows());
  }

  /** National rows and the breakdowns of 17 and 31 January and 2 May 2022. */
  public static List<UnFigure> rows() {
    List<UnFigure> rows = new ArrayList<>();
    for (Object[] row : SNAPSHOTS) {
      rows.add(figure((String) row[0], UnFigure.COUNTRY, (int) row[1]));
    }
    addBreakdown(
        rows,
        "2022-01-17",
        217_900,
        91_400,
        74_600,
        33_800,
        113_900,
        1_600,
        600,
        20_100,
        7_100,
        42_600,
        7_500);
    addBreakdown(
        rows,
        "2022-01-31",
        232_500,
        91_900,
        81_400,
        33_800,
        136_300,
        2_600,
        800,
        21_400,
        7_100,
        48_700,
        7_100);
    addBreakdown(
        rows,
        "2022-05-02",
        249_500,
        89_700,
        82_000,
        36_300,
        240_600,
        9_100,
        900,
        50_500,
        18_000,
        49_800);
    return rows;
  }

  public static UnFigure figure(String asOf, String area, long people) {
    return new UnFigure(
        LocalDate.parse(asOf),
        null,
        area,
        area,
        people,
        Measure.SINCE_COUP,
        "UNHCR",
        "Update",
        "https://example.org/" + asOf,
        "",
        "");
  }

  public static Placement placement(
      String id, LocalDate day, Integer killed, Map<String, Double> shares) {
    Incident incident =
        new Incident(
            SOURCE,
            id,
            Period.day(day),
            new Where(96.5, 20.5, Precision.VILLAGE, null, "", "", "", "", false),
            "state-based",
            AirAttack.NONE,
            new Toll(killed, killed, killed),
            Citation.NONE,
            "CC BY 4.0");
    Basis basis = shares.isEmpty() ? Basis.COUNTRY : Basis.INSIDE;
    return new Placement(incident, shares, basis, false, "");
  }

  private static void addBreakdown(
      List<UnFigure> rows, String asOf, long southEast, long... people) {
    String[] codes = {
      "MMR002", "MMR003", "MMR004", "MMR005", "MMR006", "MMR007", "MMR009", "MMR011", "MMR014",
      "MMR015"
    };
    rows.add(figure(asOf, "SE", southEast));
    for (int i = 0; i < people.length; i++) {
      rows.add(figure(asOf, codes[i], people[i]));
    }
  }

  /** Incidents dated so that the country's sums come out, given to units in a shuffled order. */
  private static List<Placement> placements(Boundaries boundaries) {
    List<Map<String, Double>> shares = new ArrayList<>();
    for (Object[] row : UNITS) {
      String code = (String) row[0];
      if (code.equals("MMR007") || code.equals("MMR014")) {
        List<String> members = MERGED.get(code.equals("MMR007") ? "MMR007-008" : "MMR014-016");
        addSpread(shares, members);
      } else if (!List.of("MMR008", "MMR015", "MMR016").contains(code)) {
        for (int i = 0; i < (int) (double) row[1]; i++) {
          shares.add(Map.of(code, 1.0));
        }
      }
    }
    Collections.shuffle(shares, new Random(1));
    List<Placement> placements = new ArrayList<>();
    for (Object[] row : SNAPSHOTS) {
      while (placements.size() < (int) row[2]) {
        int id = placements.size();
        Map<String, Double> codes = id < shares.size() ? shares.get(id) : Map.of();
        placements.add(
            placement("" + id, LocalDate.parse((String) row[0]), 1, loaded(boundaries, codes)));
      }
    }
    return placements;
  }

  private static void addSpread(List<Map<String, Double>> shares, List<String> members) {
    Map<String, Double> events = new LinkedHashMap<>();
    for (Object[] row : UNITS) {
      if (members.contains((String) row[0])) {
        events.put((String) row[0], (double) row[1]);
      }
    }
    double sum = events.values().stream().mapToDouble(Double::doubleValue).sum();
    events.replaceAll((code, count) -> count / sum);
    for (int i = 0; i < Math.round(sum); i++) {
      shares.add(events);
    }
  }

  /** The shares of the loaded units that the codes belong to. */
  private static Map<String, Double> loaded(Boundaries boundaries, Map<String, Double> codes) {
    return codes.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> boundaries.findByMember(entry.getKey()).orElseThrow().pcode(),
                TreeMap::new,
                Collectors.summingDouble(Map.Entry::getValue)));
  }
}
