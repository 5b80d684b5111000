/**
 * Recorded violence: when, where, how precisely, toll, sources. Central type: {@link
 * org.displacementmapper.incident.Incident}.
 *
 * <p>May import {@code boundary} (P-codes). A place where displaced people sheltered never gets
 * this far: sources withhold it by {@link org.displacementmapper.incident.Shelter} before they make
 * an incident, and a dataset looks once more.
 */
package org.displacementmapper.incident;
