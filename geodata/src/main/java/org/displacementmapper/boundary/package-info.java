/**
 * Administrative units of one release, their population, the unit of a point. Central type: {@link
 * org.displacementmapper.boundary.Boundaries}, which finds units by P-code or place; {@link
 * org.displacementmapper.boundary.AdminUnit} is one of them. {@link
 * org.displacementmapper.boundary.PointLocator} is the fast way from a point to its unit.
 *
 * <p>Imports no other package of ours.
 */
package org.displacementmapper.boundary;
