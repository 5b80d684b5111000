package org.displacementmapper.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the errors of one predictor. Not thread-safe; used within one call. */
final class Errors {

  private final Predictor predictor;
  private final List<Double> predicted = new ArrayList<>();
  private final List<Double> reported = new ArrayList<>();
  private int inside80;
  private int inside95;
  private boolean withIntervals;

  Errors(Predictor predictor) {
    this.predictor = predictor;
  }

  /** What has no log error, a prediction or figure of 0 or growth from day 0, is left out. */
  void add(double prediction, double figure) {
    if (comparable(prediction, figure)) {
      predicted.add(prediction);
      reported.add(figure);
    }
  }

  /** The same with an interval: the prediction divided and multiplied by a factor. */
  void add(double prediction, double figure, double factor80, double factor95) {
    add(prediction, figure);
    covers(prediction, figure, factor80, factor95);
  }

  /** Counts whether an interval covers the figure, without adding to the errors. */
  void covers(double prediction, double figure, double factor80, double factor95) {
    withIntervals = true;
    if (!comparable(prediction, figure)) {
      return;
    }
    double off = Math.max(prediction / figure, figure / prediction);
    inside80 += off <= factor80 ? 1 : 0;
    inside95 += off <= factor95 ? 1 : 0;
  }

  private static boolean comparable(double prediction, double figure) {
    return prediction > 0 && Double.isFinite(prediction) && figure > 0;
  }

  Accuracy accuracy() {
    return accuracy(null);
  }

  /** As {@link #accuracy()}, for all units of one date: with the share error. */
  Accuracy accuracyOfShares() {
    double predictedSum = sum(predicted);
    double reportedSum = sum(reported);
    double wrong = 0;
    for (int i = 0; i < predicted.size(); i++) {
      wrong += Math.abs(predicted.get(i) / predictedSum - reported.get(i) / reportedSum);
    }
    return accuracy(wrong / 2);
  }

  private Accuracy accuracy(Double shareError) {
    int n = predicted.size();
    List<Double> absolute = new ArrayList<>();
    double squares = 0;
    double percent = 0;
    for (int i = 0; i < n; i++) {
      double error = StrictMath.log(predicted.get(i) / reported.get(i));
      absolute.add(Math.abs(error));
      squares += error * error;
      percent += 100 * Math.abs(predicted.get(i) - reported.get(i)) / reported.get(i);
    }
    return new Accuracy(
        predictor,
        n,
        within(absolute, 1.25),
        within(absolute, 2),
        within(absolute, 5),
        n == 0 ? 1 : StrictMath.exp(median(absolute)),
        n == 0 ? 0 : StrictMath.sqrt(squares / n),
        n == 0 ? 0 : percent / n,
        shareError,
        withIntervals && n > 0 ? (double) inside80 / n : null,
        withIntervals && n > 0 ? (double) inside95 / n : null);
  }

  private static int within(List<Double> absoluteLogs, double factor) {
    double limit = StrictMath.log(factor);
    return (int) absoluteLogs.stream().filter(error -> error <= limit).count();
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double sum(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
