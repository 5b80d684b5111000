/**
 * UN figures, models, estimates with their intervals, and the comparison of the two. Central types:
 * {@link org.displacementmapper.displacement.DisplacementModel} makes {@link
 * org.displacementmapper.displacement.Estimates} of {@link
 * org.displacementmapper.displacement.Evidence}; {@link
 * org.displacementmapper.displacement.Comparison} sets one beside a UN figure that it does not
 * know; {@link org.displacementmapper.displacement.Publication} rounds what leaves the house. The
 * method, with its assumptions and a worked example, is in {@code geodata/docs/method.md}.
 *
 * <p>May import {@code join}, {@code incident} and {@code boundary}.
 */
package org.displacementmapper.displacement;
