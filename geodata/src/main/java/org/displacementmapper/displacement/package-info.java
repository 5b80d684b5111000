/**
 * UN figures, models, estimates with their intervals, and the comparison of the two. Central types:
 * {@code DisplacementModel} makes {@code Estimates} of recorded incidents and UN figures; {@link
 * org.displacementmapper.displacement.UnFigure} is what a UN body published. The method is in
 * {@code geodata/docs/method.md}.
 *
 * <p>May import {@code join}, {@code incident} and {@code boundary}.
 */
package org.displacementmapper.displacement;
