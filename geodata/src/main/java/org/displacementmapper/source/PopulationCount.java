package org.displacementmapper.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * One row of a table of population.
 *
 * @param pcodes of the unit; several if it has been divided since: nobody counted its parts, so
 *     they are given equal shares
 * @param source who counted, as a credit line; may be empty
 */
public record PopulationCount(List<String> pcodes, long people, LocalDate asOf, String source) {

  public PopulationCount {
    pcodes = List.copyOf(pcodes);
  }

  /**
   * The counts of one table as one population.
   *
   * @param file named if they are of different days
   */
  public static Population population(String file, List<PopulationCount> counts) {
    if (counts.isEmpty()) {
      throw new UnreadableFileException(file, "no population in it; nothing was imported");
    }
    PopulationCount first = counts.get(0);
    Map<String, Long> people = new TreeMap<>();
    for (PopulationCount count : counts) {
      if (!count.asOf.equals(first.asOf)) {
        throw new UnreadableFileException(
            file,
            "counts of different days, "
                + first.asOf
                + " and "
                + count.asOf
                + "; import one day at a time");
      }
      count.addTo(people);
    }
    return new Population(first.asOf, first.source, people);
  }

  /** Shares add up to the count; the first ones take the remainder. */
  private void addTo(Map<String, Long> sums) {
    long share = people / pcodes.size();
    long remainder = people % pcodes.size();
    for (int i = 0; i < pcodes.size(); i++) {
      sums.merge(pcodes.get(i), share + (i < remainder ? 1 : 0), Long::sum);
    }
  }
}
