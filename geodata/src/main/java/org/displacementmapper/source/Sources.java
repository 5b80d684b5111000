package org.displacementmapper.source;

import java.util.List;
import java.util.stream.Collectors;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.incident.Incident;

/** All publishers that can be read. A new one is one class and one line here. */
public final class Sources {

  /** Asked in this order: the plain layout takes almost anything. */
  public static final List<Source<Incident>> INCIDENTS =
      List.of(new AcledExport(), new UcdpGed(), new CuratedStrikes(), new PlainIncidents());

  public static final Source<UnFigure> FIGURES = new UnFigureTable();

  public static final Source<PopulationCount> POPULATION = new PopulationTable();

  private Sources() {}

  /**
   * The source whose columns these are.
   *
   * @throws UnreadableFileException if it is nobody's, naming the columns found and those needed
   */
  public static Source<Incident> incidents(ImportFile file) {
    return INCIDENTS.stream()
        .filter(source -> source.recognises(file.schema()))
        .findFirst()
        .orElseThrow(() -> new UnreadableFileException(file.name(), unknown(file)));
  }

  private static String unknown(ImportFile file) {
    return "no columns of incidents in the header; found: "
        + Columns.of(file.schema()).list()
        + ". Needed are those of one of "
        + INCIDENTS.stream()
            .map(source -> source.title() + ": " + String.join(", ", source.signature()))
            .collect(Collectors.joining("; "));
  }
}
