package org.displacementmapper.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;

/**
 * One pass over the rows of a file, which keeps none of them.
 *
 * @param rows how many were read
 * @param rejected how many of them were rejected, each with an issue
 * @param remarks issues of the whole file, to stand after those of single rows
 */
public record SourceRows(long rows, long rejected, List<Issue> remarks) {

  public SourceRows {
    remarks = List.copyOf(remarks);
  }

  /**
   * @param rows read to the end, not closed; a parallel stream is read by several threads, in the
   *     same order, which only sources allow whose reader keeps nothing
   * @param issues told what is wrong with single rows
   * @param sink told each row that was accepted, whether or not its key stood there before
   * @throws org.displacementmapper.feature.UnreadableFileException if columns are missing
   */
  public static <T> SourceRows read(
      Source<T> source,
      ImportFile file,
      Stream<Feature> rows,
      Consumer<Issue> issues,
      RowSink<T> sink) {
    RowReader<T> reader = source.reader(file);
    Pass<T> pass = new Pass<>(issues, sink);
    rows.map(row -> new ReadRow<>(row.line(), reader.read(row))).forEachOrdered(pass::add);
    return pass.end(file.name());
  }

  private record ReadRow<T>(long line, Reading<T> reading) {}

  private static final class Pass<T> {

    private final Consumer<Issue> issues;
    private final RowSink<T> sink;
    private final Map<String, Long> remarks = new LinkedHashMap<>();
    private long rows;
    private long rejected;

    Pass(Consumer<Issue> issues, RowSink<T> sink) {
      this.issues = issues;
      this.sink = sink;
    }

    void add(ReadRow<T> row) {
      Reading<T> reading = row.reading();
      rows++;
      reading.issues().forEach(issues);
      reading.remarks().forEach(remark -> remarks.merge(remark, 1L, Long::sum));
      if (reading.value().isPresent()) {
        sink.accept(row.line(), reading.value().get());
      } else if (!reading.issues().isEmpty()) {
        rejected++;
      }
    }

    SourceRows end(String file) {
      return new SourceRows(
          rows,
          rejected,
          remarks.entrySet().stream()
              .map(
                  remark ->
                      Issue.warned(
                          file,
                          0,
                          "",
                          "",
                          remark.getValue()
                              + (remark.getValue() == 1 ? " row: " : " rows: ")
                              + remark.getKey()))
              .toList());
    }
  }
}
