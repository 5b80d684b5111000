package org.displacementmapper.server.cli;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.join.PointJoin;
import org.displacementmapper.server.usecase.BoundaryFile;
import org.displacementmapper.server.usecase.JoinPoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "join",
    description =
        "Give every row of a CSV of points the unit it lies in. Rows and columns stay as they are;"
            + " adm1_pcode, adm2_pcode, adm3_pcode, unit_name, basis and distance_m come after"
            + " them.")
final class JoinCommand implements Callable<Integer> {

  private static final String STANDARD = "-";

  @Spec CommandSpec spec;
  @Mixin ColumnOptions columns;
  @Mixin ReadingOptions reading;

  @Parameters(paramLabel = "POINTS", description = "CSV file with points; - for standard input.")
  String points;

  @Option(
      names = "--boundaries",
      required = true,
      paramLabel = "FILE",
      description = "File with the units of one admin level: " + FormatWords.INPUTS + ".")
  String boundaries;

  @Option(
      names = "--level",
      paramLabel = "N",
      description = "Admin level of the units: 1, 2 or 3 (default: recognised).",
      defaultValue = "0")
  int level;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "CSV file to write (default: -, standard output).",
      defaultValue = STANDARD)
  String output;

  @Option(
      names = "--lon",
      paramLabel = "COLUMN",
      description = "Column of the longitude (default: recognised).",
      defaultValue = "")
  String lon;

  @Option(
      names = "--lat",
      paramLabel = "COLUMN",
      description = "Column of the latitude (default: recognised).",
      defaultValue = "")
  String lat;

  @Option(names = "--overwrite", description = "Replace output columns that the file already has.")
  boolean overwrite;

  @Option(names = "--json", description = "Print the counts as JSON on standard error.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    JoinPoints join = new JoinPoints(new PointJoin(readBoundaries()));
    JoinPoints.Options options = new JoinPoints.Options(lon, lat, overwrite);
    PrintWriter err = spec.commandLine().getErr();
    JoinPoints.Counts counts;
    try (InputStream in = openPoints()) {
      counts =
          output.equals(STANDARD)
              ? join.join(points, in, System.out, options, this::progress)
              : joinToFile(join, in, options);
    }
    if (json) {
      err.println(Reports.json(asMap(counts)));
    } else {
      err.printf(
          "%,d rows: %,d inside a unit, %,d nearest within 5 km, %,d farther away, %,d without"
              + " usable coordinates%n",
          counts.rows(), counts.inside(), counts.nearest(), counts.country(), counts.invalid());
    }
    return Commands.DONE;
  }

  private Boundaries readBoundaries() {
    BoundaryFile file =
        level == 0
            ? BoundaryFile.readFinest(boundaries, reading.options(), columns.names())
            : BoundaryFile.read(
                boundaries,
                reading.options(),
                level,
                columns.names(),
                InputStream.nullInputStream());
    return file.boundaries("", "", "")
        .orElseThrow(
            () ->
                new FailedException(
                    Reports.rejections(file.batch().issues())
                        + boundaries
                        + " has no units that can be used as they are; nothing was joined."));
  }

  private InputStream openPoints() throws IOException {
    if (points.equals(STANDARD)) {
      return System.in;
    }
    try {
      return new BufferedInputStream(new FileInputStream(points));
    } catch (FileNotFoundException e) {
      throw new FailedException(points + " cannot be read: " + e.getMessage() + ".");
    }
  }

  /** Writes beside the file and renames, so that a failure leaves no half of one. */
  private JoinPoints.Counts joinToFile(JoinPoints join, InputStream in, JoinPoints.Options options)
      throws IOException {
    Path file = Path.of(output);
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new FailedException("There is no folder " + folder + " to write " + output + " in.");
    }
    Path beside = Unfinished.in(folder, "join");
    try {
      JoinPoints.Counts counts;
      try (OutputStream out = Files.newOutputStream(beside)) {
        counts = join.join(points, in, out, options, this::progress);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      return counts;
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void progress(long rows) {
    spec.commandLine().getErr().printf("%,d rows%n", rows);
    spec.commandLine().getErr().flush();
  }

  private static Map<String, Object> asMap(JoinPoints.Counts counts) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("rows", counts.rows());
    map.put("inside", counts.inside());
    map.put("nearest", counts.nearest());
    map.put("country", counts.country());
    map.put("invalid", counts.invalid());
    return map;
  }
}
