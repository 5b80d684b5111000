package org.displacementmapper.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.boundary.Crosswalk;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * People by P-code on the day of a count: states, districts or townships. Of a table that has
 * township codes of two releases, the later ({@code ts_pcode_v93}) goes first.
 */
public final class PopulationTable implements Source<PopulationCount> {

  private static final List<String> CODES =
      List.of("ts_pcode_v93", "ts_pcode", "dt_pcode", "pcode");

  private static final long MOST_PEOPLE = 2_000_000_000;

  private static final String NEEDED = "population, as_of and one of " + String.join(", ", CODES);

  @Override
  public String title() {
    return "population by P-code";
  }

  @Override
  public List<String> signature() {
    return List.of("pcode", "population", "as_of");
  }

  @Override
  public boolean recognises(Schema schema) {
    Columns columns = Columns.of(schema);
    return columns.hasAll(List.of("population", "as_of")) && columns.findFirst(CODES).isPresent();
  }

  @Override
  public RowReader<PopulationCount> reader(ImportFile file) {
    Columns columns = Columns.of(file.schema());
    if (!recognises(file.schema())) {
      throw new UnreadableFileException(
          file.name(),
          "not a table of population; found: " + columns.list() + ". Needed: " + NEEDED);
    }
    List<String> codes = CODES.stream().filter(columns::has).toList();
    return feature -> read(new Row(file.name(), columns, feature), codes);
  }

  @Override
  public String key(PopulationCount count) {
    return String.join(";", count.pcodes());
  }

  private static Reading<PopulationCount> read(Row row, List<String> codes) {
    Optional<String> column = codes.stream().filter(code -> !row.text(code).isEmpty()).findFirst();
    if (column.isEmpty()) {
      row.reject(codes.get(0), "", "the P-code is missing");
    }
    List<String> pcodes = pcodes(row, column);
    row.required("population", "write the number of people");
    Long people = row.count("population", "a population", MOST_PEOPLE);
    LocalDate asOf = row.day("as_of");
    return row.reading(() -> new PopulationCount(pcodes, people, asOf, row.text("source")));
  }

  /** One, or several with semicolons between them where later units share one earlier count. */
  private static List<String> pcodes(Row row, Optional<String> column) {
    String text = row.text(column);
    List<String> pcodes = new ArrayList<>();
    for (String pcode : text.split(";")) {
      Pcodes.check(row, column, pcode);
      pcodes.addAll(today(row, column, pcode));
    }
    return pcodes;
  }

  /** Of a unit that was divided since, or went into others, the codes that came after its own. */
  private static List<String> today(Row row, Optional<String> column, String pcode) {
    Optional<Crosswalk.Change> change =
        Crosswalk.shipped()
            .find(pcode)
            .filter(
                found ->
                    found.kind() == Crosswalk.Kind.SPLIT || found.kind() == Crosswalk.Kind.MERGED);
    change.ifPresent(
        found ->
            row.warn(
                column.orElse(""),
                pcode,
                found.told() + "; nobody counted the parts, so each is given an equal share"));
    return change.map(Crosswalk.Change::successors).orElse(List.of(pcode));
  }
}
