package org.displacementmapper.validation;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * How all predictors did at one horizon, on the same pairs of an earlier and a later figure.
 *
 * @param span the days of these pairs; null if there are none
 */
public record ForwardRow(Horizon horizon, Span span, List<Accuracy> accuracies) {

  public ForwardRow {
    accuracies = List.copyOf(accuracies);
  }

  public Optional<Span> findSpan() {
    return Optional.ofNullable(span);
  }

  public Optional<Accuracy> find(Predictor predictor) {
    return accuracies.stream().filter(each -> each.predictor() == predictor).findFirst();
  }

  public Accuracy of(Predictor predictor) {
    return find(predictor)
        .orElseThrow(() -> new NoSuchElementException("no " + predictor + " at " + horizon));
  }
}
