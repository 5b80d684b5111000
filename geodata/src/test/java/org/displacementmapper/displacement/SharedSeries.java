package org.displacementmapper.displacement;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.displacementmapper.join.Placement;
import org.displacementmapper.testing.Shared;

/** The whole UN series and all UCDP events, these without units, where ../shared is there. */
final class SharedSeries {

  private SharedSeries() {}

  static UnFigures figures() {
    List<UnFigure> rows = new ArrayList<>();
    read("reference/un_displacement.csv", row -> rows.add(figure(row)));
    return UnFigures.of(rows);
  }

  static List<Placement> placements() {
    List<Placement> placements = new ArrayList<>();
    read(
        "incidents/ucdp_ged_myanmar.csv",
        row ->
            placements.add(
                Trial.placement(
                    row.getField("id"),
                    LocalDate.parse(row.getField("date_end").substring(0, 10)),
                    Integer.valueOf(row.getField("best")),
                    Map.of())));
    return placements;
  }

  private static UnFigure figure(NamedCsvRecord row) {
    String published = row.getField("published");
    return new UnFigure(
        LocalDate.parse(row.getField("as_of")),
        published.isEmpty() ? null : LocalDate.parse(published),
        row.getField("adm1_pcode"),
        row.getField("adm1_name"),
        Long.parseLong(row.getField("people_displaced")),
        Measure.of(row.getField("measure")),
        row.getField("publisher"),
        row.getField("title"),
        row.getField("url"),
        row.getField("exclude_reason"),
        row.getField("note"));
  }

  private static void read(String file, Consumer<NamedCsvRecord> row) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Shared.file(file))) {
      rows.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
