package org.displacementmapper.dataset;

import com.sun.management.OperatingSystemMXBean;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.displacement.CutoffCurve;
import org.displacementmapper.displacement.DisplacementModel;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.Input;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;
import org.displacementmapper.source.ShippedData;

/**
 * Times everything that is computed from contents: the join, the sums, all products on all dates
 * with a UN figure, the curve over cut-offs. For the shipped incidents and for a million made from
 * them by jitter. Processor time of the whole process, with compiler and collector, so that other
 * work on the machine does not count; run it with {@code taskset -c 0} and {@code
 * -XX:+UseSerialGC}. Not a test: it asserts nothing. {@code args}: how many synthetic incidents.
 */
final class RecomputeBenchmark {

  private static final double NANOS = 1e9;
  private static final double JITTER_DEGREES = 0.05;
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private RecomputeBenchmark() {}

  public static void main(String[] args) {
    int many = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
    ShippedData shipped = ShippedData.read(RecomputeBenchmark::features);
    Contents contents =
        new Contents(
            shipped.incidents(),
            Boundaries.of(new Release("Natural Earth", "", ""), shipped.units()),
            shipped.population(),
            shipped.figures());
    System.out.println("as after a start, nothing compiled yet:");
    double first = run(contents);
    for (int i = 0; i < 4; i++) {
      run(contents);
    }
    Contents large = contents.withIncidents(jittered(contents.incidents(), many));
    double second = run(large);
    System.out.printf(
        "%,d incidents %.2f s, %,d incidents %.2f s: %.1f times the time for %.0f times the rows%n",
        contents.incidents().size(),
        first,
        many,
        second,
        second / first,
        (double) many / contents.incidents().size());
  }

  private static double run(Contents contents) {
    long start = cpu();
    Dataset dataset =
        Dataset.of(
            new Version(1, "0", LocalDate.of(2026, 11, 24)),
            contents,
            new Basemap(List.of(), List.of()));
    dataset.placements();
    double placed = since(start);
    Evidence evidence = dataset.evidence("ucdp");
    double summed = since(start);
    Map<Product, Integer> answers = new EnumMap<>(Product.class);
    for (UnFigure snapshot : dataset.figures().snapshots()) {
      for (Product product : Product.values()) {
        try {
          DisplacementModel.answer(evidence, EstimateRequest.of(snapshot.asOf(), product, "ucdp"));
          answers.merge(product, 1, Integer::sum);
        } catch (UnanswerableException tooFew) {
          answers.merge(product, 0, Integer::sum);
        }
      }
    }
    double estimated = since(start);
    CutoffCurve curve = CutoffCurve.ofHeadline(dataset.figures(), dataset.incidentSums("ucdp"));
    double all = since(start);
    System.out.printf(
        "%,9d incidents: join %.2f s, sums %.2f s, estimates %s %.2f s, curve of %d points %.2f s,"
            + " together %.2f s of processor time%n",
        contents.incidents().size(),
        placed,
        summed - placed,
        answers,
        estimated - summed,
        curve.points().size(),
        all - estimated,
        all);
    System.gc();
    System.out.printf("    heap in use with dataset and sums: %d MB%n", usedMegabytes());
    return dataset.placements().isEmpty() ? 0 : all;
  }

  private static List<Incident> jittered(List<Incident> real, int count) {
    Random random = new Random(20261124);
    List<Incident> many = new ArrayList<>(count);
    List<Incident> ucdp =
        real.stream().filter(incident -> incident.source().equals("ucdp")).toList();
    for (int i = 0; i < count; i++) {
      Incident one = ucdp.get(i % ucdp.size());
      Where where = one.where();
      Where moved =
          where.hasPoint()
              ? new Where(
                  where.lon() + JITTER_DEGREES * random.nextGaussian(),
                  where.lat() + JITTER_DEGREES * random.nextGaussian(),
                  where.precision(),
                  where.uncertaintyMetres(),
                  where.place(),
                  where.area(),
                  where.pcode(),
                  where.state(),
                  where.line())
              : where;
      many.add(
          new Incident(
              "ucdp",
              one.id() + "-" + i,
              one.period(),
              moved,
              one.kind(),
              one.air(),
              one.killed(),
              one.citation(),
              one.licence()));
    }
    return many;
  }

  private static long usedMegabytes() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private static Stream<Feature> features(String name, InputStream bytes) {
    FeatureStream features =
        Formats.read(
            Input.of(name, bytes),
            issue -> {
              throw new IllegalStateException(issue.toString());
            });
    return StreamSupport.stream(features.spliterator(), false).onClose(features::close);
  }

  private static long cpu() {
    return SYSTEM.getProcessCpuTime();
  }

  private static double since(long start) {
    return (cpu() - start) / NANOS;
  }
}
