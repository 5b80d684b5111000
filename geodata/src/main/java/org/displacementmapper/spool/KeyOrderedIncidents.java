package org.displacementmapper.spool;

import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.incident.Incident;

/**
 * Takes incidents one after the other in key order and gives them back as a list: in the memory if
 * they are few, else a {@link SpooledIncidents}. For one thread, used once.
 */
public final class KeyOrderedIncidents {

  private final Spool spool;
  private final RecordWriter record = new RecordWriter();
  private final SpooledIncidents.Index index = new SpooledIncidents.Index();
  private List<Incident> inMemory = new ArrayList<>();
  private long bytes;
  private ScratchFile file;
  private Incident last;

  KeyOrderedIncidents(Spool spool) {
    this.spool = spool;
  }

  /**
   * @throws IllegalArgumentException if its key does not come after that of the one before
   */
  public void add(Incident incident) {
    if (last != null && Incident.KEY_ORDER.compare(last, incident) >= 0) {
      throw new IllegalArgumentException(
          "incidents must come in key order, no key twice: "
              + incident.key()
              + " came after "
              + last.key());
    }
    last = incident;
    if (file != null) {
      write(incident);
      return;
    }
    inMemory.add(incident);
    bytes += Spool.bytes(incident);
    if (bytes > spool.memoryBytes()) {
      file = ScratchFile.in(spool.folder());
      inMemory.forEach(this::write);
      inMemory = List.of();
    }
  }

  private void write(Incident incident) {
    record.clear();
    record.incident(incident);
    index.add(file.length());
    file.append(record.bytes(), 0, record.size());
  }

  /** All that was added; nothing more may be. */
  public List<Incident> list() {
    if (file == null) {
      return List.copyOf(inMemory);
    }
    file.flush();
    return new SpooledIncidents(file, index);
  }
}
