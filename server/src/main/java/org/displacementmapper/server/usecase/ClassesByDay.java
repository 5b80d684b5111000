package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.displacement.AnswerableDates;
import org.displacementmapper.displacement.DisplacementModel;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.layer.Numbers;
import org.displacementmapper.layer.UnitFeatures;
import org.displacementmapper.layer.View;

/**
 * The class of every first-level unit on every day that can be asked for: what a map is shaded by
 * while its date is moved, so small that it is sent once. A class says the same as the numbers of
 * {@link Comparisons} on that day. Safe for use by many threads.
 */
public final class ClassesByDay {

  /** No data for the unit on that day. */
  private static final char NONE = '-';

  /** That day has no answer. */
  private static final char UNANSWERED = '.';

  private static final int KEPT = 20;

  /**
   * @param to last day of the incidents counted; empty: each day itself
   */
  private record Key(
      String edition,
      UnitMeasure measure,
      Product product,
      String source,
      LocalDate from,
      Optional<LocalDate> to) {}

  private final Views views;
  private final Cache<Key, List<Map<String, Object>>> units =
      Caffeine.newBuilder().maximumSize(KEPT).build();

  public ClassesByDay(Views views) {
    this.views = views;
  }

  /** Words of the measures that can be asked for: people near incidents are not, day by day. */
  public static List<String> measures() {
    return UnitMeasure.words().stream()
        .filter(word -> !word.equals(UnitMeasure.EXPOSURE.word()))
        .toList();
  }

  /**
   * @param question of which product, source, window and version count
   * @throws UnknownException if no day can be answered
   */
  public Map<String, Object> describe(UnitMeasure measure, Question question) {
    Dataset dataset = views.dataset(question.version());
    String source =
        Views.requireSource(question.source().orElse(EstimateRequest.DEFAULT_SOURCE), dataset);
    Product product = question.product().orElse(Product.INDEPENDENT);
    AnswerableDates dates =
        DisplacementModel.of(product)
            .answerable(dataset.evidence(source))
            .orElseThrow(
                () ->
                    new UnknownException(
                        "No day can be answered: too few UN figures or incidents are loaded.",
                        "Import more of them."));
    Key key =
        new Key(
            dataset.edition(),
            measure,
            product,
            source,
            question.from().orElse(IncidentSums.START),
            question.to());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put("product", product.word());
    body.put("source", source);
    body.put("measure", measure.word());
    body.put("breaks", measure.classes().breaks());
    body.put("as_of_range", List.of(dates.first(), dates.last()));
    body.put("units", units.get(key, missing -> units(dataset, dates, missing)));
    return body;
  }

  private static List<Map<String, Object>> units(
      Dataset dataset, AnswerableDates dates, Key asked) {
    List<AdminUnit> units = dataset.boundaries().units(Evidence.FIRST_LEVEL);
    List<StringBuilder> classes = units.stream().map(unit -> new StringBuilder()).toList();
    List<List<LocalDate>> listed = units.stream().map(unit -> listOfDays()).toList();
    RunningCounts counts = new RunningCounts(dataset, asked.source, asked.from);
    for (LocalDate day : dates.first().datesUntil(dates.last().plusDays(1)).toList()) {
      LocalDate to = asked.to.orElse(day);
      if (!dates.contains(day) || to.isBefore(asked.from)) {
        classes.forEach(one -> one.append(UNANSWERED));
        continue;
      }
      counts.advance(to);
      View view = view(dataset, day, asked);
      for (int i = 0; i < units.size(); i++) {
        Map<String, Object> values = UnitFeatures.uncounted(units.get(i), view);
        values.put("incidents", Numbers.hundredths(counts.incidents(i)));
        values.put("killed_best", Math.round(counts.killed(i)));
        Optional<Integer> shade = asked.measure.classOf(values);
        classes.get(i).append(shade.map(one -> Character.forDigit(one, 10)).orElse(NONE));
        if (values.get("un_displaced") != null) {
          listed.get(i).add(day);
        }
      }
    }
    List<Map<String, Object>> told = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Map<String, Object> unit = new LinkedHashMap<>();
      unit.put("pcode", units.get(i).pcode());
      unit.put("classes", classes.get(i).toString());
      unit.put("un_days", List.copyOf(listed.get(i)));
      told.add(unit);
    }
    return List.copyOf(told);
  }

  private static List<LocalDate> listOfDays() {
    return new ArrayList<>();
  }

  /** Not one of those that are kept: hundreds of them would push out all others. */
  private static View view(Dataset dataset, LocalDate day, Key asked) {
    EstimateRequest request = EstimateRequest.of(day, asked.product, asked.source);
    return new View(
        dataset,
        DisplacementModel.answer(dataset.evidence(asked.source), request),
        Selection.between(IncidentSums.START, day),
        dataset.policy().estimates());
  }
}
