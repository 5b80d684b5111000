package org.displacementmapper.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;

/** How all predictors did on the units of one breakdown. */
public record UnitsRow(LocalDate asOf, int units, List<Accuracy> accuracies) {

  public UnitsRow {
    accuracies = List.copyOf(accuracies);
  }

  public Accuracy of(Predictor predictor) {
    return accuracies.stream()
        .filter(each -> each.predictor() == predictor)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no " + predictor + " on " + asOf));
  }
}
