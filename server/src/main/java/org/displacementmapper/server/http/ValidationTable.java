package org.displacementmapper.server.http;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import j2html.tags.specialized.TbodyTag;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.displacementmapper.validation.Accuracy;
import org.displacementmapper.validation.ForwardRow;
import org.displacementmapper.validation.Predictor;
import org.displacementmapper.validation.Span;
import org.displacementmapper.validation.UnitsRow;

/** Tables of accuracies, one group of rows for each horizon or date; the smallest RMS is strong. */
final class ValidationTable {

  private static final int COLUMNS = 7;

  /** The rest are simple guesses. */
  private static final Set<Predictor> OURS =
      Set.of(
          Predictor.NOWCAST,
          Predictor.INDEPENDENT,
          Predictor.PEOPLE_PER_INCIDENT,
          Predictor.ALLOCATION_SHARE);

  private final PageWords words;

  ValidationTable(PageWords words) {
    this.words = words;
  }

  DomContent forward(List<ForwardRow> rows, String caption) {
    return whole(
        caption,
        "validation.column.quarter",
        each(rows, row -> group(horizon(row), days(row), row.accuracies(), false)));
  }

  /** Those predictors only. */
  DomContent breakdowns(List<UnitsRow> rows, List<Predictor> predictors, String caption) {
    return whole(
        caption,
        "validation.column.share",
        each(
            rows,
            row ->
                group(
                    words.text(
                        "validation.breakdown",
                        Map.of("date", words.day(row.asOf()), "units", words.number(row.units()))),
                    "",
                    predictors.stream().map(row::of).toList(),
                    true)));
  }

  private String horizon(ForwardRow row) {
    return words.text(
        "validation.horizon",
        Map.of(
            "from", words.number(row.horizon().fromDays()),
            "to", words.number(row.horizon().toDays())));
  }

  private String days(ForwardRow row) {
    Optional<Span> span = row.findSpan();
    return span.map(
            found ->
                words.text(
                    "validation.span",
                    Map.of(
                        "firstcutoff", words.day(found.firstCutoff()),
                        "lastcutoff", words.day(found.lastCutoff()),
                        "firstdate", words.day(found.firstAsOf()),
                        "lastdate", words.day(found.lastAsOf()))))
        .orElse("");
  }

  private DomContent whole(String caption, String third, DomContent groups) {
    return ScrollBox.of(
        caption,
        table(
                caption(span(caption).withClass("held")),
                thead(
                    tr(
                        head("validation.column.predictor", ""),
                        head("validation.column.median", "number"),
                        head("validation.column.rms", "number"),
                        head(third, "number"),
                        head("validation.column.coverage80", "number"),
                        head("validation.column.coverage95", "number"),
                        head("validation.column.pairs", "number"))),
                groups)
            .withClass("numbers"));
  }

  private DomContent head(String key, String style) {
    return th(words.text(key)).attr("scope", "col").withClass(style);
  }

  private TbodyTag group(String title, String note, List<Accuracy> accuracies, boolean shares) {
    double best =
        accuracies.stream()
            .filter(accuracy -> accuracy.pairs() > 0)
            .mapToDouble(Accuracy::rms)
            .min()
            .orElse(Double.NaN);
    return tbody(
        tr(th(span(text(title), text(" "), span(note).withClass("note")).withClass("held"))
                .attr("colspan", Integer.toString(COLUMNS))
                .attr("scope", "rowgroup"))
            .withClass("group"),
        each(accuracies, accuracy -> row(accuracy, accuracy.rms() == best, shares)));
  }

  private TrTag row(Accuracy accuracy, boolean best, boolean shares) {
    TrTag row =
        tr(
            th(name(accuracy.predictor())).attr("scope", "row"),
            number(some(accuracy, words.ratio(accuracy.medianFactor())), false),
            number(some(accuracy, words.ratio(accuracy.rms())), best),
            number(
                shares
                    ? percent(accuracy.shareError())
                    : some(
                        accuracy,
                        words.text(
                            "validation.of",
                            Map.of(
                                "n", words.number(accuracy.withinQuarter()),
                                "m", words.number(accuracy.pairs())))),
                false),
            number(percent(accuracy.coverage80()), false),
            number(percent(accuracy.coverage95()), false),
            number(words.number(accuracy.pairs()), false));
    return OURS.contains(accuracy.predictor()) ? row.withClass("ours-row") : row;
  }

  private String name(Predictor predictor) {
    return words.text(
        "validation.predictor." + predictor.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Nothing is said of no pairs. */
  private String some(Accuracy accuracy, String number) {
    return accuracy.pairs() == 0 ? words.text("number.unknown") : number;
  }

  private String percent(Double part) {
    return part == null || part.isNaN() ? words.text("number.unknown") : words.percent(part);
  }

  private static DomContent number(String number, boolean isBest) {
    return td(isBest ? strong(number) : text(number)).withClass("number");
  }
}
