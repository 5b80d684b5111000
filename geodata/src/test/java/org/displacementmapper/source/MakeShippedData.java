package org.displacementmapper.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.GeoJsonFormat;
import org.displacementmapper.incident.Shelter;
import org.locationtech.jts.geom.Coordinate;

/**
 * Makes the files under {@code src/main/resources/org/displacementmapper/shipped} from the folder
 * {@code shared} beside the checkout; {@code SOURCES.md} says how to run it and what it changes.
 * {@code state_names_my.csv} is kept by hand. So are the rows of {@code withheld.csv} that were
 * found by hand: they are read from the one on the class path.
 */
public final class MakeShippedData {

  private static final List<String> UCDP_COLUMNS =
      List.of(
          "id",
          "type_of_violence",
          "date_start",
          "date_end",
          "date_prec",
          "where_prec",
          "where_coordinates",
          "adm_1",
          "adm_2",
          "latitude",
          "longitude",
          "best",
          "low",
          "high",
          "source_headline",
          "source_article",
          "air_terms");

  private static final List<String> CURATED_COLUMNS =
      List.of(
          "id",
          "date",
          "date_precision",
          "place",
          "township",
          "township_pcode",
          "state",
          "adm1_pcode",
          "lat",
          "lon",
          "location_precision",
          "weapon",
          "target",
          "killed_min",
          "killed_max",
          "injured_min",
          "source_publisher",
          "source_title",
          "source_url",
          "note");

  private static final String CENSUS =
      "2014 Myanmar Population and Housing Census, Department of Population";

  private final Path shared;
  private final Path target;
  private final List<Map<String, String>> withheld = new ArrayList<>();
  private final Set<String> byHand =
      ShippedData.rows(Rows.PARSER, "withheld.csv").stream()
          .filter(row -> row.text("found").equals("hand"))
          .map(row -> row.text("key"))
          .collect(Collectors.toSet());

  private MakeShippedData(Path shared, Path target) {
    this.shared = shared;
    this.target = target;
  }

  /** Arguments: the folder {@code shared}, the folder to write to. */
  public static void main(String[] arguments) throws IOException {
    new MakeShippedData(Path.of(arguments[0]), Path.of(arguments[1])).make();
  }

  private void make() throws IOException {
    writeCsv("ucdp_ged_myanmar.csv", UCDP_COLUMNS, ucdp());
    writeCsv("airstrikes_curated.csv", CURATED_COLUMNS, curated());
    writeCsv("withheld.csv", List.of("key", "found", "township_pcode"), withheld);
    population("population_adm1_18units.csv", "pcode", "name");
    population("population_state.csv", "pcode", "name");
    population("population_district_v93.csv", "dt_pcode", "district");
    population("population_district_2014frame.csv", "dt_pcode", "district");
    population("population_township.csv", "ts_pcode", "township", "ts_pcode_v93");
    copy("reference/un_displacement.csv", "un_displacement.csv");
    copy("packaged/places_geonames.csv", "places_geonames.csv");
    outlines();
  }

  private List<Map<String, String>> ucdp() {
    TownshipCodes townships = new TownshipCodes(rows("boundaries/mmr_adm3_mimu_v93.geojson"));
    return rows("incidents/ucdp_ged_myanmar.csv").stream()
        .map(row -> ucdp(row, townships))
        .toList();
  }

  private Map<String, String> ucdp(Feature row, TownshipCodes townships) {
    Map<String, String> made = new LinkedHashMap<>();
    UCDP_COLUMNS.forEach(column -> made.put(column, row.text(column)));
    String headlines = row.text("source_headline");
    made.put("source_headline", headlines.split(";")[0].strip());
    made.put("source_article", headlines.isEmpty() ? row.text("source_article") : "");
    made.put("air_terms", String.join("|", AirWords.find(headlines, row.text("source_original"))));
    String found = found(UcdpGed.ID, row, UcdpGed.TEXTS);
    if (!found.isEmpty()) {
      withhold(made, found, townships);
    }
    return made;
  }

  /** How it was found that the place must be withheld; empty if it need not be. */
  private String found(String source, Feature row, List<String> columns) {
    if (Shelter.isIn(columns.stream().map(row::text).toList())) {
      return "rule";
    }
    return byHand.contains(source + ":" + row.text("id")) ? "hand" : "";
  }

  private void list(String source, String id, String found, String pcode) {
    withheld.add(Map.of("key", source + ":" + id, "found", found, "township_pcode", pcode));
  }

  /** Leaves the name of a unit; of a smaller place nothing. */
  private void withhold(Map<String, String> row, String found, TownshipCodes townships) {
    UcdpPlace place =
        UcdpPlace.of(row.get("where_coordinates"), Integer.parseInt(row.get("where_prec")));
    String pcode = "";
    if (place.precision().level() == AdminUnit.MAX_LEVEL) {
      Coordinate point =
          new Coordinate(
              Double.parseDouble(row.get("longitude")), Double.parseDouble(row.get("latitude")));
      pcode = townships.find(place.area(), point).orElse("");
      if (place.area().isEmpty()) {
        row.put("where_coordinates", "");
        row.put("where_prec", "5");
      }
    }
    for (String column : List.of("latitude", "longitude", "source_headline", "source_article")) {
      row.put(column, "");
    }
    list(UcdpGed.ID, row.get("id"), found, pcode);
  }

  private List<Map<String, String>> curated() {
    return rows("incidents/airstrikes_curated.csv").stream().map(this::curated).toList();
  }

  private Map<String, String> curated(Feature row) {
    Map<String, String> made = new LinkedHashMap<>();
    CURATED_COLUMNS.forEach(column -> made.put(column, row.text(column)));
    String found = found(CuratedStrikes.ID, row, CuratedStrikes.TEXTS);
    if (!found.isEmpty()) {
      list(CuratedStrikes.ID, row.text("id"), found, row.text("township_pcode"));
      made.put("place", "(withheld)");
      made.put("location_precision", "township");
      for (String column : List.of("lat", "lon", "source_title", "source_url", "note")) {
        made.put(column, "");
      }
    }
    return made;
  }

  private void population(String file, String... codesAndName) throws IOException {
    List<String> columns =
        Stream.concat(
                Stream.of(codesAndName),
                Stream.of(
                    "population", "enumerated", "estimated_not_enumerated", "as_of", "source"))
            .toList();
    List<Map<String, String>> made =
        rows("reference/" + file).stream()
            .map(
                row -> {
                  Map<String, String> values = new LinkedHashMap<>();
                  columns.forEach(column -> values.put(column, row.text(column)));
                  values.put("source", CENSUS);
                  return values;
                })
            .toList();
    writeCsv(file, columns, made);
  }

  /** The states as they are; their neighbours fitted to them. */
  private void outlines() throws IOException {
    List<Feature> states = rows("packaged/mmr_adm1_naturalearth_10m.geojson");
    writeGeoJson(
        "states.geojson", List.of("name", "pcode", "pcode_members", "iso_3166_2", "type"), states);
    writeGeoJson(
        "neighbours.geojson",
        List.of("name", "iso_a2"),
        FittedNeighbours.fit(states, rows("packaged/neighbours.geojson")));
  }

  private List<Feature> rows(String file) {
    try (Stream<Feature> rows =
        Formats.read(
            shared.resolve(file),
            issue -> {
              throw new IllegalStateException(issue.toString());
            })
            .stream()) {
      return rows.toList();
    }
  }

  private void copy(String from, String to) throws IOException {
    Files.write(target.resolve(to), Files.readAllBytes(shared.resolve(from)));
  }

  private void writeCsv(String file, List<String> columns, List<Map<String, String>> rows)
      throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target.resolve(file))) {
      csv.writeRecord(columns);
      rows.forEach(row -> csv.writeRecord(columns.stream().map(row::get).toList()));
    }
  }

  private void writeGeoJson(String file, List<String> fields, List<Feature> features)
      throws IOException {
    Schema schema =
        new Schema(fields.stream().map(field -> new Field(field, Field.Type.TEXT, "")).toList());
    Stream<Feature> trimmed =
        features.stream()
            .map(
                feature -> {
                  Map<String, Object> values = new LinkedHashMap<>();
                  fields.forEach(field -> values.put(field, feature.text(field)));
                  values.replace("name", "Mandalay", "Mandalay incl. Nay Pyi Taw");
                  return Feature.of(null, feature.geometry(), values);
                });
    try (OutputStream out = Files.newOutputStream(target.resolve(file))) {
      new GeoJsonFormat().write(schema, trimmed, Map.of(), out);
    }
  }
}
