package org.displacementmapper.spool;

import java.nio.file.Path;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;

/**
 * Where incidents go that are too many for the memory.
 *
 * @param folder for files without a name; made when needed
 * @param memoryBytes how much one sorter or one list may take, about, before it goes to the disk
 */
public record Spool(Path folder, long memoryBytes) {

  /** Some 60,000 incidents: far more than most files have, and little beside the program itself. */
  public static final long MEMORY_BYTES = 48L << 20;

  /** Of an incident without its texts, with numbers and dates of its own. */
  private static final long FIXED_BYTES = 550;

  /** In the folder, with the usual share of the memory. */
  public static Spool in(Path folder) {
    return new Spool(folder, MEMORY_BYTES);
  }

  public IncidentSorter sorter() {
    return new IncidentSorter(this);
  }

  public KeyOrderedIncidents keyOrdered() {
    return new KeyOrderedIncidents(this);
  }

  /** Bytes of heap that the incident takes, about. */
  static long bytes(Incident incident) {
    Where where = incident.where();
    int characters =
        incident.id().length()
            + where.place().length()
            + where.area().length()
            + where.state().length()
            + incident.kind().length()
            + incident.citation().title().length()
            + incident.citation().url().length()
            + incident.licence().length();
    return FIXED_BYTES + characters;
  }
}
