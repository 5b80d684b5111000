package org.displacementmapper.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Computes the worked example of docs/method.md from the table printed there. */
class MethodDocumentTest {

  private static final Pattern ROW =
      Pattern.compile("\\| (\\d{4}-\\d\\d-\\d\\d) \\| ([\\d,]+) \\| (\\d+) \\| ([\\d.]+) \\|");
  private static final int INCIDENTS = 962;
  private static final int KAYAH_INCIDENTS = 83;
  private static final long KAYAH_PEOPLE = 286_627;
  private static final double CAPPED_SUM = 442_167;

  private final String document = read();
  private final List<UnFigure> figures = new ArrayList<>();
  private final Map<LocalDate, Double> incidents = new TreeMap<>();

  @Test
  void theWorkedExampleComesOutAsPrinted() {
    readTable();
    Fit fit = Fit.of(figures, incidents::get);
    says(
        "n = %d, mu = %.4f, sd = %.4f, theta = exp(mu) = %.1f people per incident",
        fit.snapshots(), fit.mu(), fit.sd(), fit.theta());

    double national = fit.theta() * INCIDENTS;
    says(
        "there were %d incidents: N_A = %,.0f, published as %s",
        INCIDENTS, national, published(national));
    says("449,000 / 440,000 = %.2f", rounded(national) / 440_000.0);
    says(
        "Student's t of 16 degrees of freedom is %.4f at 80 %% and %.4f at 95 %%",
        Quantiles.t(16, 0.8), Quantiles.t(16, 0.95));
    double factor80 = fit.factor(0.8);
    double factor95 = fit.factor(0.95);
    says(
        "The factors are %.3f and %.3f: %s to %s, and %s to %s",
        factor80,
        factor95,
        published(national / factor80),
        published(national * factor80),
        published(national / factor95),
        published(national * factor95));

    double driven = fit.theta() * KAYAH_INCIDENTS;
    double capped = Ceiling.cap(driven, KAYAH_PEOPLE);
    double kayah = national * capped / CAPPED_SUM;
    says("theta E = %,.0f, capped %,.0f", driven, capped);
    says("449,068 x %,.0f / 442,167 = %,.0f, published as %s", capped, kayah, published(kayah));
    double factor = Math.exp(Quantiles.normal(0.8) * Independent.TAU);
    says(
        "exp(%.4f x 1.29) = %.3f, %s to %s",
        Quantiles.normal(0.8), factor, published(kayah / factor), published(kayah * factor));
  }

  @Test
  void theIntervalOfAPrintedFigureIsTheOneStated() {
    says(
        "0.05 x %.3f / %.3f = %.1f %%",
        Quantiles.normal(0.95), Quantiles.normal(0.8), 100 * Allocation.ROUNDING95);
  }

  private void readTable() {
    Matcher row = ROW.matcher(document);
    while (row.find()) {
      long people = Long.parseLong(row.group(2).replace(",", ""));
      double events = Double.parseDouble(row.group(3));
      UnFigure figure = Trial.figure(row.group(1), UnFigure.COUNTRY, people);
      figures.add(figure);
      incidents.put(figure.asOf(), events);
      assertEquals(
          row.group(4), String.format(Locale.ROOT, "%.4f", Math.log(people / events)), row.group());
    }
    assertEquals(17, figures.size());
  }

  private void says(String format, Object... values) {
    String sentence = String.format(Locale.ROOT, format, values);
    assertTrue(
        document.replaceAll("\\s+", " ").contains(sentence),
        () -> "docs/method.md should say: " + sentence);
  }

  private static String published(double people) {
    return Publication.STANDARD.text(rounded(people));
  }

  private static Long rounded(double people) {
    return Publication.STANDARD.rounded(Math.round(people));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs", "method.md"));
    } catch (IOException e) {
      throw new IllegalStateException("docs/method.md of the module cannot be read", e);
    }
  }
}
