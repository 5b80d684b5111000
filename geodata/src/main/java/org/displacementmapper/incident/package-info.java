/**
 * Recorded violence: when, where, how precisely, toll, sources. Central type: {@link
 * org.displacementmapper.incident.Incident}.
 *
 * <p>May import {@code boundary} (P-codes). A place where displaced people sheltered never gets
 * this far: sources withhold it before they make an incident.
 */
package org.displacementmapper.incident;
