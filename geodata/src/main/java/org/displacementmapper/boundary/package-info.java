/**
 * Administrative units of one release, their population, the unit of a point. Central type: {@code
 * Boundaries}, which finds units by P-code or place; {@link
 * org.displacementmapper.boundary.AdminUnit} is one of them.
 *
 * <p>Imports no other package of ours.
 */
package org.displacementmapper.boundary;
