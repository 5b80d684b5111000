package org.displacementmapper.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;

/**
 * Comma-separated values by RFC 4180, in UTF-8.
 *
 * <p>Reads commas, semicolons or tabs (whichever the header line has most of), a byte-order mark or
 * none, any line ends, and line breaks in quotes. Every value is text as it stands, by column name.
 * The geometry comes from a column of well-known text or, if a projected system was named, from two
 * columns of coordinates, see {@link CsvPlaces}; otherwise it is null, because which columns are
 * longitude and latitude is not known here. Column names are stripped of surrounding blanks; blank
 * lines are skipped.
 *
 * <p>Writes commas and CRLF line ends: RFC 4180 says so, and a line break inside a cell, which is
 * LF, then cannot be taken for the end of a row by tools that read line by line. Points are written
 * as columns {@code lon} and {@code lat}, other geometries as {@code wkt}, after the fields; an id
 * that no field holds comes first, as {@code id} or, if that is a field, {@code key}. Geometry can
 * be left out, since outlines are longer than the cells of a spreadsheet. There is no place for
 * what is to be said about the file as a whole: that goes beside it.
 */
public final class CsvFormat implements FeatureReader, FeatureWriter {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CsvCells cells;

  /** Writes cells that a spreadsheet would run as formulas with an apostrophe before them. */
  public CsvFormat() {
    this(CsvCells.GUARDED);
  }

  private CsvFormat(CsvCells cells) {
    this.cells = cells;
  }

  /**
   * Writes every cell exactly as it is and no geometry, for handing a user's own table back: their
   * spreadsheet may have formulas.
   */
  public static CsvFormat verbatim() {
    return new CsvFormat(CsvCells.VERBATIM);
  }

  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public List<String> extensions() {
    return List.of("csv");
  }

  @Override
  public boolean recognises(Head head) {
    return head.isText() && !head.textBeginsWith("{[<");
  }

  @Override
  public FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    options.requireNoLayer(input.name(), "CSV");
    CsvRows rows = new CsvRows(input, options, issues);
    Iterator<Feature> placed =
        rows.places().any()
            ? new PlacedFeatures(
                input.name(), rows, Crs.find(input.name(), options, Optional.empty()), issues)
            : rows;
    return new FeatureStream(input.name(), rows.schema(), placed, rows, rows.places().any());
  }

  @Override
  public void write(Schema schema, Stream<Feature> features, Map<String, ?> about, OutputStream out)
      throws IOException {
    write(schema, features, about, WriteOptions.PLAIN, out);
  }

  @Override
  public void write(
      Schema schema,
      Stream<Feature> features,
      Map<String, ?> about,
      WriteOptions options,
      OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (options.csv().byteOrderMark()) {
      writer.write(BYTE_ORDER_MARK);
    }
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    FeatureSample rows = new FeatureSample(features.iterator());
    CsvTable table = new CsvTable(schema, rows, cells, options.csv().geometry());
    csv.writeRecord(table.header());
    if (options.csv().hashtags()) {
      csv.writeRecord(table.hashtags());
    }
    while (rows.hasNext()) {
      csv.writeRecord(table.row(rows.next()));
    }
    csv.flush();
    writer.flush();
  }
}
