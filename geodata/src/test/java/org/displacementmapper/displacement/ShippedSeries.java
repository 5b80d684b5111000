package org.displacementmapper.displacement;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.displacementmapper.join.Placement;

/** The whole UN series and all UCDP events as shipped, the events without units. */
public final class ShippedSeries {

  private ShippedSeries() {}

  public static UnFigures figures() {
    List<UnFigure> rows = new ArrayList<>();
    read("un_displacement.csv", row -> rows.add(figure(row)));
    return UnFigures.of(rows);
  }

  public static List<Placement> placements() {
    List<Placement> placements = new ArrayList<>();
    read(
        "ucdp_ged_myanmar.csv",
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
    InputStream bytes =
        Evidence.class.getResourceAsStream("/org/displacementmapper/shipped/" + file);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      rows.forEach(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
