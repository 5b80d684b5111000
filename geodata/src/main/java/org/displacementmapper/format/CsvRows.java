package org.displacementmapper.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;

/** The rows of one CSV file; the header has been read once this exists. */
final class CsvRows implements Iterator<Feature>, Closeable {

  private final Input input;
  private final Consumer<Issue> issues;
  private final CsvRecordBuilder builder;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private final CsvHeader header;
  private final CsvPlaces places;

  /** Read before the others, for what its cells show; null once it has been given. */
  private CsvRecord first;

  private boolean anyRow;
  private boolean ended;
  private Feature next;

  CsvRows(Input input, ReadOptions options, Consumer<Issue> issues) {
    this.input = input;
    this.issues = issues;
    this.builder = new CsvRecordBuilder(CsvPlaces.mayHaveShapes(input.head().text()));
    this.csv =
        CsvReader.builder()
            .fieldSeparator(CsvHeader.separator(input.head().text()))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(builder.longestCell())
            .build(builder, new InputStreamReader(input.text(), StandardCharsets.UTF_8));
    this.records = csv.iterator();
    CsvRecord named = nextRecord();
    if (named != null && CsvHeader.isSeparatorLine(named)) {
      named = nextRecord();
    }
    if (named == null) {
      throw new UnreadableFileException(
          input.name(), "the file has no header line: the first line must name the columns");
    }
    this.header = CsvHeader.of(input.name(), named);
    builder.allowShapes(CsvPlaces.shapes(header));
    this.first = nextRecord();
    this.places = CsvPlaces.of(input.name(), header, Optional.ofNullable(first), options);
    builder.allowShapes(places.shapes());
  }

  /** Where the rows have their geometry. */
  CsvPlaces places() {
    return places;
  }

  /** The columns, without that of the geometry. */
  Schema schema() {
    return new Schema(
        IntStream.range(0, header.names().size())
            .filter(column -> column != places.shapes())
            .mapToObj(column -> new Field(header.names().get(column), Field.Type.TEXT, ""))
            .toList());
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      CsvRecord row = first == null ? nextRecord() : first;
      first = null;
      if (row == null) {
        ended = true;
        warnIfEmpty();
      } else {
        anyRow = true;
        next = feature(row);
      }
    }
    return next != null;
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Feature feature = next;
    next = null;
    return feature;
  }

  /** The row as a feature; null, and an issue, if its cells do not fit or its place is wrong. */
  private Feature feature(CsvRecord row) {
    List<String> names = header.names();
    List<String> found = row.cells();
    if (found.size() != names.size()) {
      issues.accept(header.misfit(input.name(), row));
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>(names.size() * 2);
    for (int i = 0; i < names.size(); i++) {
      if (i != places.shapes()) {
        values.put(names.get(i), found.get(i));
      }
    }
    try {
      return new Feature(null, places.read(found), values, row.line());
    } catch (CsvPlaces.Misread misread) {
      issues.accept(misread.issue(input.name(), row.line()));
      return null;
    }
  }

  private void warnIfEmpty() {
    if (!anyRow) {
      String message = "the file has a header line but no rows: nothing to read";
      issues.accept(Issue.warned(input.name(), 0, "", "", message));
    }
  }

  /** The next record, null at the end. */
  private CsvRecord nextRecord() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw builder.explain(input.name(), header == null ? List.of() : header.names(), e);
    } catch (UncheckedIOException e) {
      throw input.unreadable(e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
    input.close();
  }
}
