package org.displacementmapper.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;
import org.displacementmapper.testing.Geometries;

/** Random incidents over two states of two townships each, drawn as squares of one degree. */
public final class SomeIncidents {

  public static final LocalDate FIRST = LocalDate.of(2021, 2, 1);
  public static final List<String> SOURCES = List.of("alpha", "beta", "gamma");
  public static final List<String> KINDS = List.of("airstrike", "Violence, remote", "");
  public static final List<String> PLACES = List.of("Hpruso", "KÓL", "ဟားခါး", "between", "");

  private static final Boundaries BOUNDARIES =
      Boundaries.of(
          new Release("squares", "", "CC0"),
          List.of(
              state("MMR002", "Kayah", 97),
              state("MMR003", "Kayin", 99),
              township("MMR002001", "Loikaw", "လွိုင်ကော်", "MMR002", 97),
              township("MMR002002", "Demoso", "", "MMR002", 98),
              township("MMR003001", "Hpa-An", "", "MMR003", 99),
              township("MMR003002", "Hlaingbwe", "", "MMR003", 100)));

  private SomeIncidents() {}

  private static AdminUnit state(String pcode, String name, double west) {
    return new AdminUnit(pcode, 1, name, "", "", List.of(), Geometries.wkt(box(west, west + 2)));
  }

  private static AdminUnit township(
      String pcode, String name, String nameMy, String parent, double west) {
    return new AdminUnit(
        pcode, 3, name, nameMy, parent, List.of(), Geometries.wkt(box(west, west + 1)));
  }

  private static String box(double west, double east) {
    return "POLYGON((%s 19, %s 19, %s 20, %s 20, %s 19))".formatted(west, east, east, west, west);
  }

  public static Dataset dataset(int count, Random random) {
    List<Incident> incidents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      incidents.add(incident("i" + i, random));
    }
    return dataset(incidents);
  }

  public static Dataset dataset(List<Incident> incidents) {
    return Dataset.of(
        new Version(1, "0", LocalDate.of(2026, 1, 1)),
        contents(incidents, List.of()),
        new Basemap(List.of(), List.of()));
  }

  public static Contents contents(List<Incident> incidents, List<UnFigure> figures) {
    Population population =
        new Population(
            FIRST,
            "nobody",
            Map.of("MMR002001", 100L, "MMR002002", 200L, "MMR003001", 50L, "MMR003002", 50L));
    return new Contents(incidents, BOUNDARIES, population, figures);
  }

  public static Incident incident(String id, Random random) {
    Precision precision = one(List.of(Precision.values()), random);
    boolean point = precision.isPoint() || random.nextBoolean();
    LocalDate start = FIRST.plusDays(random.nextInt(300));
    Where where =
        new Where(
            point ? 97 + 4 * random.nextDouble() : null,
            point ? 19 + random.nextDouble() : null,
            precision,
            null,
            one(PLACES, random),
            precision == Precision.STATE ? "Kayah" : "",
            "",
            precision == Precision.STATE ? "Kayah" : "",
            false);
    Toll toll = random.nextInt(4) == 0 ? Toll.NOT_REPORTED : toll(random.nextInt(6));
    String title = one(List.of("", "Jets bomb a Karenni village", "Café in Hpa-An hit"), random);
    return new Incident(
        one(SOURCES, random),
        id,
        new Period(start, start.plusDays(random.nextInt(3) * random.nextInt(20))),
        where,
        one(KINDS, random),
        one(List.of(AirAttack.values()), random),
        toll,
        new Citation(title, ""),
        "CC0");
  }

  private static Toll toll(int best) {
    return new Toll(best / 2, best, 2 * best);
  }

  public static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
