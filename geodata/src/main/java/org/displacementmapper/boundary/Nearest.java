package org.displacementmapper.boundary;

/**
 * The unit nearest to a point.
 *
 * @param distanceMetres along the ellipsoid to the nearest point of its border; 0 inside
 */
public record Nearest(AdminUnit unit, double distanceMetres) {}
