/**
 * Conditions on features, written as CQL2 text (OGC 21-065r2). Central type: {@link
 * org.displacementmapper.filter.Cql2}.
 *
 * <p>May import {@code feature}.
 */
package org.displacementmapper.filter;
