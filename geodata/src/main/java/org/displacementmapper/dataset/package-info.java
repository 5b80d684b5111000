/**
 * The immutable whole with its version, and selections from it. Central type: {@link
 * org.displacementmapper.dataset.Dataset}.
 *
 * <p>May import {@code feature}, {@code boundary}, {@code incident}, {@code join} and {@code
 * displacement}.
 */
package org.displacementmapper.dataset;
