package org.displacementmapper.validation;

/**
 * How well one predictor did on a set of UN figures. Pairs overlap, so that the effective number is
 * far smaller than {@code pairs}.
 *
 * @param pairs predictions that have a logarithm and a figure to meet
 * @param withinQuarter how many are at most a quarter over the figure, or it over them (factor
 *     1.25)
 * @param withinTwofold how many are within a factor of 2
 * @param withinFivefold how many are within a factor of 5
 * @param medianFactor exp of the median of |ln(predicted / UN)|: half of the predictions are within
 *     this factor
 * @param rms root mean square of ln(predicted / UN)
 * @param meanPercent mean absolute error in per cent of the figure; reported only, since the
 *     smallest unit dominates it
 * @param shareError part of people put in the wrong unit, 0 to 1; null across dates
 * @param coverage80 part of figures inside the 80 % interval; null without one
 * @param coverage95 part of figures inside the 95 % interval; null without one
 */
public record Accuracy(
    Predictor predictor,
    int pairs,
    int withinQuarter,
    int withinTwofold,
    int withinFivefold,
    double medianFactor,
    double rms,
    double meanPercent,
    Double shareError,
    Double coverage80,
    Double coverage95) {}
