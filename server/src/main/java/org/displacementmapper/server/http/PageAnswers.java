package org.displacementmapper.server.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.displacement.HeadlineFigure;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.ListIncidents;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnknownException;

/** Answers any state of the page: what of it has no answer is left out, and the rest shown. */
final class PageAnswers {

  /** What is given up first, when a state as a whole has no answer. */
  private static final List<List<String>> GIVEN_UP =
      List.of(
          List.of(),
          List.of("from", "to"),
          List.of("cutoff"),
          List.of("cutoff", "product"),
          List.of("cutoff", "product", "from", "to"));

  private final Comparisons comparisons;
  private final ListIncidents listIncidents;

  PageAnswers(Comparisons comparisons, ListIncidents listIncidents) {
    this.comparisons = comparisons;
    this.listIncidents = listIncidents;
  }

  /**
   * An answer, as {@code /api/comparison} has it.
   *
   * @param givenUp the words of the state that it does without, as they were written
   */
  record Answered(Map<String, Object> comparison, List<String> givenUp) {

    /** Says of which day it is if that is not the usual one, and the state names none. */
    Optional<String> moved(PageState state, PageWords words) {
      LocalDate day = (LocalDate) comparison.get("as_of");
      return state.find("as_of").isPresent() || day.equals(HeadlineFigure.AS_OF)
          ? Optional.empty()
          : Optional.of(
              words.text(
                  "load.moved",
                  Map.of(
                      "product", words.text("map.product." + comparison.get("product")),
                      "date", words.day(HeadlineFigure.AS_OF),
                      "nearest", words.day(day))));
    }
  }

  /** The comparison that the state asks for. */
  Map<String, Object> comparison(PageState state, Optional<String> version) {
    return answer(state, version).comparison();
  }

  /**
   * The same, with what it does without.
   *
   * @param version of the dataset, one that is kept; empty: the newest
   */
  Answered answer(PageState state, Optional<String> version) {
    for (List<String> without : GIVEN_UP) {
      Optional<Map<String, Object>> found = tried(state.without(without), version);
      if (found.isPresent()) {
        return new Answered(found.get(), written(state, without(found.get(), without, state)));
      }
    }
    return new Answered(
        comparisons.compare(Question.DEFAULT.ofVersion(version)),
        written(state, PageState.FIGURES.stream().map(Param::name).toList()));
  }

  /** A day without an answer was replaced by another. */
  private static List<String> without(
      Map<String, Object> found, List<String> without, PageState state) {
    List<String> all = new ArrayList<>(without);
    if (state.find("as_of").filter(day -> !day.equals(found.get("as_of").toString())).isPresent()) {
      all.add("as_of");
    }
    return all;
  }

  private static List<String> written(PageState state, List<String> names) {
    return names.stream()
        .flatMap(name -> state.find(name).map(value -> name + "=" + value).stream())
        .toList();
  }

  /** As asked, or of the nearest day that has an answer. */
  private Optional<Map<String, Object>> tried(PageState state, Optional<String> version) {
    try {
      return Optional.of(compared(state, version));
    } catch (BadQuestionException e) {
      return e.nearest()
          .filter(day -> e.parameter().equals("as_of"))
          .map(day -> state.with("as_of", day))
          .filter(moved -> !moved.equals(state))
          .flatMap(moved -> tried(moved, version));
    } catch (Problem | UnanswerableException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the data have what a part of the address names, one that can be read.
   *
   * @param comparison that the page shows
   */
  boolean has(String name, String value, Map<String, Object> comparison, Optional<String> version) {
    return switch (name) {
      case "level" -> ((List<?>) comparison.get("levels")).contains(Integer.valueOf(value));
      case "unit", "incident_source", "kind" -> isThere(() -> require(name, value, version));
      case "selected" ->
          isThere(
              () -> {
                if (value.contains(":")) {
                  listIncidents.describe(value, version);
                } else {
                  require("unit", value, version);
                }
              });
      default -> true;
    };
  }

  private void require(String name, String value, Optional<String> version) {
    comparisons.require(Parameters.of(Map.of(name, value)).question().ofVersion(version));
  }

  private static boolean isThere(Runnable asking) {
    try {
      asking.run();
      return true;
    } catch (Problem | BadQuestionException | UnknownException e) {
      return false;
    }
  }

  private Map<String, Object> compared(PageState state, Optional<String> version) {
    return comparisons.compare(state.parameters(PageState.FIGURES).question().ofVersion(version));
  }
}
