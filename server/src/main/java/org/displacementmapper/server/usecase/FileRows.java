package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.IssueLog;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.Input;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.ImportFile;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.RowSink;
import org.displacementmapper.source.Source;
import org.displacementmapper.source.SourceRows;

/** Reads the rows of one file of any format through the source that knows its columns. */
final class FileRows {

  private static final int PROGRESS_STEP = 100_000;

  /** Rows between looks at the memory, where rows are kept in it. */
  private static final int MEMORY_STEP = 10_000;

  /** The same where they are not, and only what is beside them can fill it. */
  private static final int SPOOLED_MEMORY_STEP = 200_000;

  /** So many corners of outlines count as one row more. */
  private static final int CORNERS_OF_A_ROW = 100;

  /** What is done with an open file. */
  private interface Pass<R> {

    /**
     * @param issues what the format has to say, complete once all rows are read
     */
    R over(ImportFile file, FeatureStream rows, IssueLog issues);
  }

  private FileRows() {}

  /**
   * @param argument a path, or "-" for standard input
   * @param reading layer and coordinate reference system, where the file does not say
   * @param source chosen by the columns of the file
   * @param progress told the number of rows read, now and then
   * @throws org.displacementmapper.feature.UnreadableFileException if it cannot be used at all
   */
  static <T> Batch<T> read(
      String argument,
      InputStream standardInput,
      ReadOptions reading,
      ImportOptions options,
      Function<ImportFile, Source<T>> source,
      LongConsumer progress) {
    return open(
        argument,
        standardInput,
        reading,
        options,
        (file, rows, issues) -> {
          Batch<T> batch =
              Batch.read(source.apply(file), file, counted(rows, MEMORY_STEP, progress));
          List<Issue> all = new ArrayList<>(issues.list());
          all.addAll(batch.issues());
          return new Batch<>(
              batch.items(),
              batch.rows() + issues.rejected(),
              batch.rejected() + issues.rejected(),
              batch.warned() + issues.warned(),
              all);
        });
  }

  /**
   * As {@link #read}, but no row is kept.
   *
   * @param sink told each row that was accepted, whether or not its key stood there before
   */
  static <T> ReadFile<T> readTo(
      String argument,
      InputStream standardInput,
      ReadOptions reading,
      ImportOptions options,
      Function<ImportFile, Source<T>> source,
      LongConsumer progress,
      RowSink<T> sink) {
    return open(
        argument,
        standardInput,
        reading,
        options,
        (file, rows, issues) -> {
          Source<T> of = source.apply(file);
          IssueLog ofRows = new IssueLog();
          SourceRows read =
              SourceRows.read(of, file, counted(rows, SPOOLED_MEMORY_STEP, progress), ofRows, sink);
          return new ReadFile<>(file.name(), of, issues, ofRows, read);
        });
  }

  private static <R> R open(
      String argument,
      InputStream standardInput,
      ReadOptions reading,
      ImportOptions options,
      Pass<R> pass) {
    IssueLog issues = new IssueLog();
    try (Input input = Input.ofArgument(argument, standardInput)) {
      try (FeatureStream rows = Formats.read(input, reading, issues)) {
        ImportFile file = new ImportFile(input.name(), rows.schema(), rows.hasGeometry(), options);
        return pass.over(file, rows, issues);
      }
    } catch (UnreadableFileException e) {
      List<Issue> before = issues.list();
      throw before.isEmpty() ? e : becauseOf(before.get(0), e);
    } catch (IOException e) {
      throw new UncheckedIOException(argument + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** A file without one readable row has no columns either: the row's own fault says more. */
  private static UnreadableFileException becauseOf(Issue first, UnreadableFileException e) {
    Issue last = e.issue();
    return new UnreadableFileException(
        new Issue(
            first.severity(),
            first.file(),
            first.line(),
            first.column(),
            first.value(),
            first.message() + "; then: " + last.message()));
  }

  private static Stream<Feature> counted(
      FeatureStream features, int memoryStep, LongConsumer progress) {
    long[] count = new long[1];
    long[] corners = new long[1];
    long[] sinceLook = new long[1];
    HeapRoom room = new HeapRoom(HeapRoom.JAVA);
    return StreamSupport.stream(features.spliterator(), false)
        .peek(
            row -> {
              count[0]++;
              int more = corners(row);
              corners[0] += more;
              sinceLook[0] += 1 + more / CORNERS_OF_A_ROW;
              if (sinceLook[0] >= memoryStep) {
                sinceLook[0] = 0;
                room.findRefusal(count[0], corners[0] > CORNERS_OF_A_ROW * count[0])
                    .ifPresent(
                        message -> {
                          throw new UnreadableFileException(features.file(), message);
                        });
              }
              if (count[0] % PROGRESS_STEP == 0) {
                progress.accept(count[0]);
              }
            });
  }

  private static int corners(Feature row) {
    return row.geometry() == null ? 0 : row.geometry().getNumPoints();
  }
}
