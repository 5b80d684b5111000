package org.displacementmapper.source;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.displacementmapper.displacement.Measure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.displacement.UnGroup;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * What UN bodies reported about displacement, one figure a row, as printed. Keyed by day, area,
 * measure, publisher and title.
 */
public final class UnFigureTable implements Source<UnFigure> {

  private static final List<String> COLUMNS =
      List.of("as_of", "adm1_pcode", "people_displaced", "measure", "publisher");

  @Override
  public String title() {
    return "UN displacement figures";
  }

  @Override
  public List<String> signature() {
    return COLUMNS;
  }

  @Override
  public RowReader<UnFigure> reader(ImportFile file) {
    Columns columns = Columns.of(file.schema());
    if (!columns.hasAll(COLUMNS)) {
      throw new UnreadableFileException(
          file.name(),
          "not a table of UN figures; found: "
              + columns.list()
              + ". Needed: "
              + String.join(", ", COLUMNS));
    }
    return feature -> read(new Row(file.name(), columns, feature), file.options());
  }

  @Override
  public String key(UnFigure figure) {
    return String.join(
        "|",
        figure.asOf().toString(),
        figure.area(),
        figure.measure().word(),
        figure.publisher(),
        figure.title());
  }

  private static Reading<UnFigure> read(Row row, ImportOptions options) {
    LocalDate asOf = row.day("as_of");
    LocalDate published = row.optionalDay("published");
    String area = row.required("adm1_pcode", "write the P-code of a state, MMR, SE or NW");
    if (!area.isEmpty() && !area.matches("MMR(\\d{3})?|[A-Z]{2}")) {
      row.reject(
          "adm1_pcode",
          area,
          "must be the P-code of a state (MMR002), MMR for the country, or a group (%s)"
              .formatted(groups()));
    } else if (!area.isEmpty() && isUnknown(area, options)) {
      row.warn(
          "adm1_pcode",
          area,
          ("no unit of the loaded release: the figure is kept and listed as published, but stands"
                  + " beside no unit; known are the P-codes of states, MMR for the country, and the"
                  + " groups %s")
              .formatted(groups()));
    }
    row.required("people_displaced", "write the number of people");
    Long people = row.count("people_displaced", "a number of people", UnFigure.MAX_PEOPLE);
    Optional<Measure> measure = measure(row);
    String publisher = row.required("publisher", "every figure is shown with its publisher");
    String url = WebAddress.read(row, Optional.of("url"));
    return row.reading(
        () ->
            new UnFigure(
                asOf,
                published,
                area,
                row.text("adm1_name"),
                people,
                measure.orElseThrow(),
                publisher,
                row.text("title"),
                url,
                row.text("exclude_reason"),
                row.text("note")));
  }

  private static boolean isUnknown(String area, ImportOptions options) {
    return !area.equals(UnFigure.COUNTRY)
        && UnGroup.find(area).isEmpty()
        && options.codes().apply(area).units().isEmpty();
  }

  private static String groups() {
    return Arrays.stream(UnGroup.values()).map(UnGroup::code).collect(Collectors.joining(", "));
  }

  private static Optional<Measure> measure(Row row) {
    String word = row.required("measure", "write " + measures());
    Optional<Measure> measure = Measure.find(word);
    if (measure.isEmpty() && !word.isEmpty()) {
      row.reject("measure", word, "must be " + measures());
    }
    return measure;
  }

  private static String measures() {
    return Arrays.stream(Measure.values()).map(Measure::word).collect(Collectors.joining(", "));
  }
}
