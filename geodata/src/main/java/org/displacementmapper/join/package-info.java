/**
 * Shares each incident among units and says why. Central types: {@code SpatialJoin} makes a {@link
 * org.displacementmapper.join.Placement} of an incident by section 3 of the method; {@code
 * PointJoin} does the same by geometry alone for any point.
 *
 * <p>May import {@code incident} and {@code boundary}.
 */
package org.displacementmapper.join;
