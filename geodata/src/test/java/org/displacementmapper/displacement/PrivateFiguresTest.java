package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrivateFiguresTest {

  private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

  @Test
  void aSmallPrivateFigureTakesTheNextSmallestWithIt() {
    assertEquals(
        Set.of("MMR002", "MMR003"),
        withheld(own("MMR", 50_000), own("MMR002", 40), own("MMR003", 800), own("MMR004", 49_000)));
  }

  @Test
  void withoutATotalThereIsNothingToSubtractFrom() {
    assertEquals(Set.of("MMR002"), withheld(own("MMR002", 40), own("MMR003", 800)));
  }

  @Test
  void theSecondComesFromTheGroupWhoseTotalIsTold() {
    assertEquals(
        Set.of("MMR004", "MMR005"),
        withheld(
            own("MMR", 50_000),
            own("NW", 9_040),
            own("MMR004", 40),
            own("MMR005", 9_000),
            own("MMR001", 300)));
  }

  @Test
  void twoSmallOnesInOneTotalProtectEachOther() {
    assertEquals(
        Set.of("MMR002", "MMR003"),
        withheld(own("MMR", 5_070), own("MMR002", 40), own("MMR003", 30), own("MMR004", 5_000)));
  }

  @Test
  void twoSmallOnesInTwoGroupsDoNot() {
    Set<String> withheld =
        withheld(
            own("NW", 5_040),
            own("SE", 700_030),
            own("MMR004", 40),
            own("MMR005", 5_000),
            own("MMR002", 30),
            own("MMR003", 700_000));
    assertEquals(Set.of("MMR002", "MMR003", "MMR004", "MMR005"), withheld);
  }

  @Test
  void theOnlyUnitOfATotalTakesTheTotalWithIt() {
    assertEquals(Set.of("MMR", "MMR002"), withheld(own("MMR", 40), own("MMR002", 40)));
    assertEquals(Set.of("MMR002", "SE"), withheld(own("SE", 140), own("MMR002", 40)));
  }

  @Test
  void aTotalOfAnotherPublisherCanBeSubtractedFromToo() {
    assertEquals(
        Set.of("MMR002", "MMR003"),
        withheld(published("MMR", 50_000), own("MMR002", 40), own("MMR003", 800)));
  }

  @Test
  void otherDaysAndPublishersAreLeftAlone() {
    UnFigure later = figure("MMR002", 40, "Friends", "", DAY.plusDays(1));
    UnFigure other = figure("MMR003", 800, "Others", "", DAY);
    assertEquals(
        Set.of(later), PrivateFigures.withheld(List.of(own("MMR", 900), other, later), 100));
  }

  @Test
  void whatHasAPageIsNeverWithheld() {
    assertEquals(Set.of(), withheld(published("MMR", 900), published("MMR002", 40)));
    assertFalse(PrivateFigures.isPrivate(published("MMR002", 40)));
  }

  /** A plain twin: two different worlds that agree in all that is told. */
  @Test
  void whateverIsWithheldCouldHaveBeenAnotherNumber() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < 300; run++) {
      List<UnFigure> figures = new ArrayList<>();
      List<String> areas = new ArrayList<>(List.of("MMR", "SE", "NW", "MMR222", "MMR111"));
      for (int unit = 1; unit <= 16; unit++) {
        areas.add("MMR%03d".formatted(unit));
      }
      for (String area : areas) {
        if (random.nextInt(3) > 0) {
          figures.add(own(area, random.nextInt(400)));
        }
      }
      Set<String> withheld = areas(PrivateFigures.withheld(figures, 100));
      Set<String> listed = figures.stream().map(UnFigure::area).collect(Collectors.toSet());
      for (String area : withheld) {
        assertTrue(canDiffer(area, withheld, listed), area + " of " + figures + ", seed " + seed);
      }
      assertTrue(
          figures.stream()
              .filter(figure -> figure.people() < 100)
              .allMatch(figure -> withheld.contains(figure.area())));
    }
  }

  /** Whether changes of withheld areas, one of them of this, leave every equation true. */
  private static boolean canDiffer(String area, Set<String> withheld, Set<String> listed) {
    List<String> unknowns = new ArrayList<>(withheld);
    unknowns.remove(area);
    List<List<String>> equations = new ArrayList<>();
    for (String total : listed) {
      List<String> parts =
          listed.stream()
              .filter(unit -> unit.matches("MMR0\\d\\d"))
              .filter(
                  unit ->
                      total.equals("MMR")
                          || UnGroup.find(total)
                              .map(UnGroup::members)
                              .orElse(List.of())
                              .contains(unit))
              .toList();
      if ((total.equals("MMR") || UnGroup.find(total).isPresent()) && !parts.isEmpty()) {
        List<String> equation = new ArrayList<>(List.of(total));
        equation.addAll(parts);
        equations.add(equation);
      }
    }
    return solve(area, unknowns, equations, new HashMap<>(Map.of(area, 1)), 0);
  }

  /** Depth first over changes of -1, 0 and 1, equation by equation. */
  private static boolean solve(
      String area,
      List<String> unknowns,
      List<List<String>> equations,
      Map<String, Integer> changes,
      int next) {
    if (next == equations.size()) {
      return true;
    }
    List<String> equation = equations.get(next);
    String open =
        equation.stream()
            .filter(unknowns::contains)
            .filter(one -> !changes.containsKey(one))
            .findFirst()
            .orElse(null);
    if (open == null) {
      int sum = 0;
      for (int i = 0; i < equation.size(); i++) {
        sum += (i == 0 ? -1 : 1) * changes.getOrDefault(equation.get(i), 0);
      }
      return sum == 0 && solve(area, unknowns, equations, changes, next + 1);
    }
    for (int change : new int[] {0, 1, -1}) {
      changes.put(open, change);
      if (solve(area, unknowns, equations, changes, next)) {
        return true;
      }
    }
    changes.remove(open);
    return false;
  }

  private static Set<String> withheld(UnFigure... figures) {
    return areas(PrivateFigures.withheld(List.of(figures), 100));
  }

  private static Set<String> areas(Set<UnFigure> figures) {
    return figures.stream().map(UnFigure::area).collect(Collectors.toSet());
  }

  private static UnFigure own(String area, long people) {
    return figure(area, people, "Friends", "", DAY);
  }

  private static UnFigure published(String area, long people) {
    return figure(area, people, "OCHA", "https://example.org/page", DAY);
  }

  private static UnFigure figure(
      String area, long people, String publisher, String url, LocalDate day) {
    return new UnFigure(
        day, null, area, area, people, Measure.SINCE_COUP, publisher, "a table", url, "", "");
  }
}
