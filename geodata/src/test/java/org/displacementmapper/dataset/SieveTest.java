package org.displacementmapper.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Where;
import org.displacementmapper.join.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class SieveTest {

  private static final List<String> TEXTS =
      List.of("", "", "karenni", "KARENNI", "Karen", "loikaw", "kol", "cafe", "ဟားခါး", "alpha");

  private static final List<List<String>> NAMES =
      List.of(
          List.of("Kayah", "Karenni"), List.of("Kayin", "Karen"), List.of("Loikaw", "လွိုင်ကော်"));

  @Test
  void agreesWithAPlainTwinOnRandomFilters() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Dataset dataset = SomeIncidents.dataset(400, random);
    for (int i = 0; i < 300; i++) {
      Selection selection = selection(random);
      Sieve sieve = Sieve.of(selection, dataset);
      BitSet accepted = sieve.accepted();
      int place = 0;
      for (Placement placement : dataset.placements()) {
        Set<FilterPart> refused = plainly(selection, placement, dataset.boundaries());
        boolean inWindow =
            !placement.incident().period().end().isBefore(selection.from())
                && !placement.incident().period().start().isAfter(selection.to());
        String what = "seed " + seed + ": " + selection + " of " + placement + ": " + refused;
        assertEquals(inWindow && refused.isEmpty(), sieve.accepts(placement), what);
        assertEquals(inWindow && refused.isEmpty(), accepted.get(place++), what);
        int refusals = sieve.refusals(placement);
        assertEquals(Math.min(2, refused.size()), Integer.bitCount(refusals), what);
        for (FilterPart part : FilterPart.values()) {
          assertTrue(!part.isIn(refusals) || refused.contains(part), what);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Karenni, MMR002001",
    "karenni, MMR002001",
    "Kayah, MMR002001",
    "LOIKAW, MMR002001",
    "လွိုင်ကော်, MMR002001",
    "Karen, MMR003001",
    "kayin, MMR003001",
    "hpa-an, MMR003001",
  })
  void findsAUnitByAnyOfItsNames(String text, String leaf) {
    double lon = leaf.startsWith("MMR002") ? 97.5 : 99.5;
    Placement placement = placed(lon, Precision.VILLAGE, "");
    assertEquals(Set.of(leaf), placement.shares().keySet());
    assertTrue(accepts(text, placement));
    assertFalse(accepts("demoso", placement));
  }

  @Test
  void aNameIsNotFoundWithinALongerOne() {
    Placement karenni = placed(97.5, Precision.VILLAGE, "Karenni hills");
    assertFalse(accepts("Karen", karenni));
    assertTrue(accepts("Kayah", karenni));
    assertTrue(accepts("Kare", karenni), "no name, so part of one");
    assertTrue(accepts("Kayin", placed(97.5, Precision.VILLAGE, "the Karen quarter")));
  }

  @Test
  void doesNotSayOfAnIncidentKnownToAStateThatItIsInATownship() {
    Placement placement = placed(97.5, Precision.STATE, "");
    assertEquals(2, placement.shares().size());
    assertTrue(accepts("kayah", placement));
    assertFalse(accepts("loikaw", placement));
  }

  @ParameterizedTest
  @CsvSource({
    "kol, KÓL ward, true",
    "KÓL, kol, true",
    "ko\u0301l, K\u00d3L, true",
    "kól, kal, false",
    "ဟားခါး, မြို့ ဟားခါး, true",
    "ဟားခ, ဟားခါး, true",
    "ဥ\u102e, ဦ, true",
    "'two   words', 'Two words here', true",
  })
  void comparesWithoutCaseAndAccents(String text, String place, boolean found) {
    assertEquals(found, accepts(text, placed(97.5, Precision.VILLAGE, place)));
  }

  @Test
  void refusesALongTextAndFewerThanNone() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new IncidentFilter(AirFilter.ALL, Set.of(), Set.of(), Set.of(), 0, "x".repeat(101)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new IncidentFilter(AirFilter.ALL, Set.of(), Set.of(), Set.of(), -1, ""));
  }

  private static Placement placed(double lon, Precision precision, String place) {
    Incident any = SomeIncidents.incident("one", new Random(1));
    Where where =
        new Where(
            lon,
            19.5,
            precision,
            null,
            place,
            precision == Precision.STATE ? "Kayah" : "",
            "",
            "",
            false);
    Incident incident =
        new Incident(
            "alpha", "one", any.period(), where, "", any.air(), any.killed(), Citation.NONE, "CC0");
    return SomeIncidents.dataset(List.of(incident)).placements().get(0);
  }

  private static boolean accepts(String text, Placement placement) {
    Selection selection =
        new Selection(
            LocalDate.of(2021, 1, 1),
            LocalDate.of(2023, 1, 1),
            new IncidentFilter(AirFilter.ALL, Set.of(), Set.of(), Set.of(), 0, text),
            Set.of(),
            Optional.empty());
    Dataset dataset = SomeIncidents.dataset(List.of(placement.incident()));
    return Sieve.of(selection, dataset).accepts(placement);
  }

  private static Selection selection(Random random) {
    LocalDate from = SomeIncidents.FIRST.plusDays(random.nextInt(200));
    IncidentFilter filter =
        new IncidentFilter(
            SomeIncidents.one(List.of(AirFilter.values()), random),
            some(SomeIncidents.SOURCES, random),
            some(List.of("airstrike", "Violence, remote", IncidentFilter.NO_KIND), random),
            some(List.of(Precision.values()), random),
            Math.max(0, random.nextInt(6) - 2),
            SomeIncidents.one(TEXTS, random));
    double west = 96 + 4 * random.nextDouble();
    double south = 18.5 + random.nextDouble();
    return new Selection(
        from,
        from.plusDays(random.nextInt(200)),
        filter,
        some(List.of("MMR002", "MMR002001", "MMR003002"), random),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new Envelope(west, west + 2, south, south + 0.7)));
  }

  private static <T> Set<T> some(List<T> all, Random random) {
    return random.nextBoolean()
        ? Set.of()
        : all.stream().filter(one -> random.nextBoolean()).collect(Collectors.toSet());
  }

  /** What refuses the incident, said one by one without a thought of speed. */
  private static Set<FilterPart> plainly(
      Selection selection, Placement placement, Boundaries boundaries) {
    IncidentFilter filter = selection.incidentFilter();
    Incident incident = placement.incident();
    Set<FilterPart> refused = EnumSet.noneOf(FilterPart.class);
    if (!filter.air().accepts(incident.air())) {
      refused.add(FilterPart.AIR);
    }
    if (!filter.sources().isEmpty() && !filter.sources().contains(incident.source())) {
      refused.add(FilterPart.INCIDENT_SOURCE);
    }
    String kind = incident.kind().isEmpty() ? "unstated" : incident.kind();
    if (!filter.kinds().isEmpty() && !filter.kinds().contains(kind)) {
      refused.add(FilterPart.KIND);
    }
    if (!filter.precisions().isEmpty()
        && !filter.precisions().contains(incident.where().precision())) {
      refused.add(FilterPart.PRECISION);
    }
    Integer best = incident.killed().best();
    if ((best == null ? 0 : best) < filter.minKilled()) {
      refused.add(FilterPart.MIN_KILLED);
    }
    Set<String> shares = placement.shares().keySet();
    if (!selection.pcodes().isEmpty()
        && shares.stream()
            .noneMatch(
                leaf ->
                    selection.pcodes().contains(leaf)
                        || selection.pcodes().contains(leaf.substring(0, 6)))) {
      refused.add(FilterPart.UNIT);
    }
    if (selection.bbox().isPresent() && !isIn(selection.bbox().get(), placement, boundaries)) {
      refused.add(FilterPart.BBOX);
    }
    if (!says(placement, filter.text())) {
      refused.add(FilterPart.TEXT);
    }
    return refused;
  }

  private static boolean isIn(Envelope box, Placement placement, Boundaries boundaries) {
    Where where = placement.incident().where();
    if (where.precision().isPoint()) {
      return where.findPoint().map(box::contains).orElse(false);
    }
    return placement.shares().keySet().stream()
        .anyMatch(leaf -> box.intersects(boundaries.unit(leaf).geometry().getEnvelopeInternal()));
  }

  private static boolean says(Placement placement, String text) {
    Incident incident = placement.incident();
    Set<String> words = new HashSet<>();
    words.add(incident.where().place());
    words.add(incident.where().area());
    words.add(incident.where().state());
    words.add(incident.citation().title());
    words.add(incident.kind());
    words.add(incident.source());
    Set<String> leaves = placement.shares().keySet();
    if (leaves.size() == 1) {
      words.addAll(
          switch (leaves.iterator().next()) {
            case "MMR002001" -> List.of("Loikaw", "လွိုင်ကော်");
            case "MMR002002" -> List.of("Demoso");
            case "MMR003001" -> List.of("Hpa-An");
            default -> List.of("Hlaingbwe");
          });
    }
    Set<String> states =
        leaves.stream().map(leaf -> leaf.substring(0, 6)).collect(Collectors.toSet());
    if (states.equals(Set.of("MMR002"))) {
      words.addAll(List.of("Kayah", "Karenni"));
    } else if (states.equals(Set.of("MMR003"))) {
      words.addAll(List.of("Kayin", "Karen"));
    }
    for (List<String> names : NAMES) {
      if (names.stream().anyMatch(name -> plain(name).equals(plain(text)))) {
        return words.stream()
            .anyMatch(word -> names.stream().anyMatch(name -> isWord(plain(name), plain(word))));
      }
    }
    return words.stream().anyMatch(word -> plain(word).contains(plain(text)));
  }

  private static boolean isWord(String name, String words) {
    return Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})")
        .matcher(words)
        .find();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\u0300-\\u036f]", "")
        .toLowerCase(Locale.ROOT);
  }
}
