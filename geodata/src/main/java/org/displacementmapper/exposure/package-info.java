/**
 * Exposure: people who live within 1, 2 and 5 km of recorded incidents, overlaps counted once. It
 * says who lived near violence, never who fled; no estimate of displacement is made from it.
 * Central type: {@link org.displacementmapper.exposure.ExposureModel}.
 *
 * <p>May import {@code boundary} and {@code incident}.
 */
package org.displacementmapper.exposure;
