/**
 * Public views of a dataset as features, and the catalogue of them. Central types: {@link
 * org.displacementmapper.layer.Layer} and {@link org.displacementmapper.layer.Catalog}, the only
 * list of layers.
 *
 * <p>May import {@code dataset}, {@code tile}, {@code feature} and what is below them.
 */
package org.displacementmapper.layer;
