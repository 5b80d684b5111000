package org.displacementmapper.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.Question;

/** Answers any state of the page: what of it has no answer is left out, and the rest shown. */
final class PageAnswers {

  /** What is given up first, when a state as a whole has no answer. */
  private static final List<List<String>> GIVEN_UP =
      List.of(
          List.of(),
          List.of("cutoff"),
          List.of("cutoff", "product"),
          List.of("cutoff", "product", "from", "to"));

  private final Comparisons comparisons;

  PageAnswers(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  /**
   * The comparison that the state asks for, as {@code /api/comparison} has it.
   *
   * @param version of the dataset, one that is kept; empty: the newest
   */
  Map<String, Object> comparison(PageState state, Optional<String> version) {
    return GIVEN_UP.stream()
        .map(state::without)
        .map(less -> tried(less, version))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> comparisons.compare(Question.DEFAULT.ofVersion(version)));
  }

  /** As asked, or of the nearest day that has an answer. */
  private Optional<Map<String, Object>> tried(PageState state, Optional<String> version) {
    try {
      return Optional.of(answer(state, version));
    } catch (BadQuestionException e) {
      return e.nearest()
          .filter(day -> e.parameter().equals("as_of"))
          .map(day -> state.with("as_of", day))
          .filter(moved -> !moved.equals(state))
          .flatMap(moved -> tried(moved, version));
    } catch (Problem | UnanswerableException e) {
      return Optional.empty(); // the script says what it ignored
    }
  }

  private Map<String, Object> answer(PageState state, Optional<String> version) {
    return comparisons.compare(state.parameters(PageState.FIGURES).question().ofVersion(version));
  }
}
