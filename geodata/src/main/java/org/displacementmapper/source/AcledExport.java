package org.displacementmapper.source;

import java.util.List;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.incident.Incident;

/**
 * Exports of ACLED, known by {@code event_id_cnty}. They are not read yet, and not taken for plain
 * CSV either: their terms forbid passing rows on, so they need rules of their own.
 */
public final class AcledExport implements Source<Incident> {

  @Override
  public String title() {
    return "ACLED export";
  }

  @Override
  public List<String> signature() {
    return List.of("event_id_cnty");
  }

  @Override
  public RowReader<Incident> reader(ImportFile file) {
    throw new UnreadableFileException(
        file.name(),
        "this is an ACLED export (it has a column event_id_cnty), and ACLED is not read yet; its"
            + " terms forbid passing on its rows. Nothing was imported");
  }

  @Override
  public String key(Incident incident) {
    return incident.key();
  }
}
