/**
 * Shares each incident among units and says why. Central types: {@link
 * org.displacementmapper.join.SpatialJoin} makes a {@link org.displacementmapper.join.Placement} of
 * an incident by section 3 of the method; {@link org.displacementmapper.join.PointJoin} does the
 * same by geometry alone for any point; {@link org.displacementmapper.join.IncidentSums} sums
 * placements by unit and date. Names are looked up in the release and in {@code aliases.csv},
 * stated codes by {@link org.displacementmapper.join.UnitCodes} in the release and the crosswalk.
 *
 * <p>May import {@code incident} and {@code boundary}.
 */
package org.displacementmapper.join;
