/**
 * Incidents on the disk while an import has more of them than the memory should hold: sorted by key
 * in runs, merged, and read back one after the other. Central types: {@link
 * org.displacementmapper.spool.IncidentSorter} puts rows in key order, {@link
 * org.displacementmapper.spool.KeyOrderedIncidents} collects what is kept of them.
 *
 * <p>What is small never reaches the disk, and both ways give equal lists. Files have no name once
 * they are open, so that nothing is left of them however the program ends.
 *
 * <p>May import {@code incident}.
 */
package org.displacementmapper.spool;
