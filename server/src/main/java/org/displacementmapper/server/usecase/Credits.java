package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.displacementmapper.dataset.Dataset;

/** Whom every map, file and page names. */
public final class Credits {

  private static final String NATURAL_EARTH =
      "Made with Natural Earth. Free vector and raster map data @ naturalearthdata.com.";

  private Credits() {}

  private static final Set<String> SHIPPED = Set.of("ucdp", "curated");

  /** One line for each publisher whose data are in the dataset. */
  public static List<String> of(Dataset dataset) {
    List<String> lines = new ArrayList<>();
    if (dataset.sources().contains("ucdp")) {
      lines.add(
          "Incidents: Uppsala Conflict Data Program, UCDP Georeferenced Event Dataset (GED), version"
              + " 24.1, ucdp.uu.se, CC BY 4.0; Myanmar rows, columns reduced.");
    }
    if (dataset.sources().contains("curated")) {
      lines.add(
          "Air attacks: displacement-mapper's list of documented air attacks, each with its source;"
              + " a sample, not a census.");
    }
    dataset.licences().forEach((source, licences) -> addOwn(source, licences, lines));
    lines.add("Displacement figures: UNHCR and OCHA, as of the date shown.");
    String boundaries = dataset.boundaries().release().credit();
    lines.add(boundaries.isEmpty() ? NATURAL_EARTH : boundaries);
    if (!lines.contains(NATURAL_EARTH)) {
      lines.add(NATURAL_EARTH);
    }
    lines.add(
        "Place names and populations: GeoNames (www.geonames.org), CC BY 4.0,"
            + " https://creativecommons.org/licenses/by/4.0/ – selection of columns and country.");
    lines.add(
        "Population: " + dataset.population().source() + ", " + dataset.population().asOf() + ".");
    dataset
        .populationGrid()
        .ifPresent(
            grid -> lines.add("People by cell: " + grid.source() + ", " + grid.licence() + "."));
    lines.add("Boundaries and names imply no opinion on status.");
    return lines;
  }

  private static void addOwn(String source, Set<String> licences, List<String> lines) {
    if (!SHIPPED.contains(source)) {
      String stated = String.join("; ", licences);
      lines.add(
          "Incidents imported as "
              + source
              + ": "
              + (stated.isBlank() ? "no licence" : stated)
              + ".");
    }
  }

  /** Source and licence of the incidents in one phrase, for where there is little room. */
  static String brief(Dataset dataset, String source) {
    if (source.equals("ucdp")) {
      return "UCDP GED 24.1, CC BY 4.0";
    }
    if (source.equals("curated")) {
      return "displacement-mapper's list of documented air attacks";
    }
    Set<String> licences = dataset.licences().getOrDefault(source, new TreeSet<>());
    String stated = String.join("; ", licences);
    return stated.isBlank() ? source : source + ", " + stated;
  }

  /** Whose boundaries and countries a map shows, in one phrase. */
  static String briefMap(Dataset dataset) {
    String boundaries = dataset.boundaries().release().credit();
    return boundaries.isEmpty() || boundaries.equals(NATURAL_EARTH)
        ? "Natural Earth"
        : boundaries + " Natural Earth";
  }
}
