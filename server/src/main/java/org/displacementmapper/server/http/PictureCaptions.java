package org.displacementmapper.server.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.displacementmapper.dataset.AirFilter;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.picture.Captions;
import org.displacementmapper.server.picture.Run;
import org.displacementmapper.server.picture.Scene;
import org.displacementmapper.server.usecase.DrawPicture;
import org.displacementmapper.server.usecase.PictureWords;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnitMeasure;

/**
 * The words of a picture, from the same table as those of the page: the UN figure first, our
 * estimate with its interval, where we are furthest off, legend, credits. Immutable.
 */
final class PictureCaptions implements PictureWords {

  private static final int MOST_TICK_TEXTS = 5;

  private final PageWords words;
  private final DrawPicture.Request request;
  private final PageFigures figures;
  private final Product product;
  private final LocalDate from;
  private final LocalDate to;
  private final DrawPicture.Sources sources;

  /**
   * @param comparison the answer of {@code /api/comparison} to the question of the request
   */
  PictureCaptions(
      PageWords words,
      DrawPicture.Request request,
      Map<String, Object> comparison,
      DrawPicture.Sources sources) {
    this.figures = PageFigures.of(comparison);
    this.words = words.withLeastPeople(figures.leastPeople());
    this.request = request;
    this.product = Product.find((String) comparison.get("product")).orElseThrow();
    this.from = (LocalDate) comparison.get("from");
    this.to = (LocalDate) comparison.get("to");
    this.sources = sources;
  }

  @Override
  public boolean isBurmese() {
    return words.language().equals(PageWords.BURMESE);
  }

  @Override
  public String placeName(String key) {
    return words.text(key);
  }

  @Override
  public String unFigure(long people, boolean complete) {
    return words.text("map.un-figure", Map.of("un", words.number(people))) + (complete ? "" : "†");
  }

  @Override
  public List<String> group(Map<String, Object> values) {
    List<String> lines = new ArrayList<>();
    lines.add(words.name((String) values.get("name"), (String) values.get("name_my")));
    if (values.get("un_displaced") instanceof Number people) {
      lines.add(unFigure(people.longValue(), Boolean.TRUE.equals(values.get("exact"))));
      if (!figures.asOf().equals(values.get("un_as_of"))) {
        lines.add(words.day((LocalDate) values.get("un_as_of")));
      }
    } else {
      lines.add(words.text("groups.no-figure"));
    }
    return lines;
  }

  @Override
  public Captions captions(Scene scene) {
    String date = words.day(figures.asOf());
    return new Captions(
        words.inDigits("0123456789"),
        date,
        List.of(Run.plain(words.text("picture.kicker", Map.of("date", date)))),
        headline(),
        interval(),
        scale(),
        note(),
        legend(scene),
        credits());
  }

  private List<Run> headline() {
    PageFigures.National national = figures.national();
    Run ours = new Run(words.people(national.displaced().best()), true, "estimate");
    String key =
        switch (product) {
          case INDEPENDENT -> "picture.headline";
          case NOWCAST -> "picture.headline.nowcast";
          case ALLOCATION -> "picture.headline.allocation";
        };
    if (national.un() == null) {
      return runs(
          product == Product.NOWCAST ? key + ".no-un" : "picture.headline.no-un",
          Map.of("estimate", ours),
          true);
    }
    return runs(key, Map.of("un", un(national.un()), "estimate", ours), true);
  }

  private List<Run> interval() {
    if (product == Product.ALLOCATION) {
      return List.of(Run.plain(words.text("map.product.allocation.use")));
    }
    PageFigures.Range range = figures.national().displaced();
    return runs(
        "headline.interval",
        Map.of(
            "low",
            strong(words.people(range.low80())),
            "high",
            strong(words.people(range.high80()))),
        false);
  }

  private Optional<Captions.Scale> scale() {
    PageFigures.Range range = figures.national().displaced();
    if (range.best() == null || product == Product.ALLOCATION) {
      return Optional.empty();
    }
    Long un = figures.national().un();
    long[] steps = PageScale.steps(Math.max(orLeast(range.high95()), un == null ? 0 : un));
    int every = steps.length > MOST_TICK_TEXTS ? 2 : 1;
    List<Captions.Tick> ticks =
        IntStream.range(0, steps.length)
            .mapToObj(
                i -> new Captions.Tick(steps[i], i % every == 0 ? words.number(steps[i]) : ""))
            .toList();
    return Optional.of(
        new Captions.Scale(
            range.best(),
            orLeast(range.low80()),
            orLeast(range.high80()),
            orLeast(range.low95()),
            orLeast(range.high95()),
            Optional.ofNullable(un),
            words.people(range.low80()),
            words.people(range.high80()),
            ticks));
  }

  private long orLeast(Long people) {
    return people == null ? figures.leastPeople() : people;
  }

  /** The chosen unit, else the one where we are furthest off. */
  private List<Run> note() {
    List<Run> note = new ArrayList<>();
    if (product == Product.ALLOCATION) {
      return note;
    }
    note.add(Run.plain(words.text(words.of(product, "scale.key"))));
    Optional<PageFigures.Unit> chosen =
        figures.units().stream()
            .filter(unit -> request.selected().filter(unit.pcode()::equals).isPresent())
            .findFirst();
    if (chosen.filter(unit -> !unit.displaced().known()).isPresent()) {
      return note;
    }
    if (chosen.isPresent()) {
      note.add(Run.plain(" "));
      note.addAll(
          unit(
              chosen.get().un() == null ? "picture.selected.no-un" : "picture.selected",
              chosen.get()));
    } else {
      worstMiss()
          .ifPresent(
              unit -> {
                note.add(Run.plain(" "));
                note.addAll(unit("headline.miss", unit));
              });
    }
    return note;
  }

  /**
   * As on the page: the largest UN figure among units that we miss by more than a factor of two.
   */
  private Optional<PageFigures.Unit> worstMiss() {
    return figures.units().stream()
        .filter(unit -> unit.ratioToUn() != null && unit.un() != null)
        .filter(unit -> unit.ratioToUn() < 0.5 || unit.ratioToUn() > 2)
        .max(Comparator.comparingLong(PageFigures.Unit::un));
  }

  private List<Run> unit(String key, PageFigures.Unit unit) {
    Map<String, Run> values = new HashMap<>();
    values.put("unit", Run.plain(words.name(unit.name(), unit.nameMy())));
    values.put("estimate", new Run(words.people(unit.displaced().best()), true, "estimate"));
    values.put(
        "interval", Run.plain(words.interval(unit.displaced().low80(), unit.displaced().high80())));
    if (unit.un() != null) {
      values.put("un", un(unit.un()));
    }
    return runs(key, values, false);
  }

  private Captions.Legend legend(Scene scene) {
    UnitMeasure measure = request.measure();
    List<String> colours =
        IntStream.range(0, measure.classes().count()).mapToObj(measure.classes()::colour).toList();
    List<String> breaks = measure.classes().breaks().stream().map(this::limit).toList();
    List<Captions.Key> keys = new ArrayList<>();
    if (scene.units().stream().anyMatch(Scene.Unit::hatched)) {
      String key =
          measure.isEstimate() && product == Product.INDEPENDENT
              ? "legend.unlisted"
              : "picture.no-data";
      keys.add(new Captions.Key(Captions.Sign.HATCH, words.text(key)));
    }
    int hatches = keys.size();
    addMarks(scene, keys);
    return new Captions.Legend(
        title(), colours, breaks, keys.size() > hatches ? marks() : "", keys, groups(scene));
  }

  private List<Captions.Key> groups(Scene scene) {
    return scene.groups().isEmpty()
        ? List.of()
        : List.of(
            new Captions.Key(Captions.Sign.GROUP, new PageGroups(words, figures).sentences()));
  }

  private void addMarks(Scene scene, List<Captions.Key> keys) {
    if (scene.spots().stream().anyMatch(Scene.Spot::exact)) {
      keys.add(new Captions.Key(Captions.Sign.EXACT, words.text("legend.exact")));
    }
    if (scene.spots().stream().anyMatch(spot -> !spot.exact())) {
      keys.add(new Captions.Key(Captions.Sign.NEAR, words.text("legend.near")));
    }
    if (scene.spots().size() > 1) {
      keys.add(new Captions.Key(Captions.Sign.SEVERAL, words.text("picture.several")));
    }
    if (!scene.areas().isEmpty()) {
      keys.add(new Captions.Key(Captions.Sign.AREA, words.text("legend.area")));
    }
  }

  private String title() {
    Map<String, String> window = window();
    return switch (request.measure()) {
      case ESTIMATE -> words.text(words.of(product, "legend.title.estimate"));
      case RATE, RATIO, UN ->
          words.text(words.of(product, "legend.title." + request.measure().word()));
      case INCIDENTS, KILLED, EXPOSURE ->
          words.text("picture.measure." + request.measure().word(), window);
    };
  }

  private String marks() {
    Question question = request.question();
    AirFilter air = question.incidentFilter().air();
    String marks = words.text("picture.marks" + suffix(air), window());
    return question.isFilteredBeyondAir()
        ? words.text("picture.filtered", Map.of("marks", marks))
        : marks;
  }

  private static String suffix(AirFilter air) {
    return air == AirFilter.ALL ? "" : "." + air.word();
  }

  private Map<String, String> window() {
    return Map.of(
        "from", words.day(from),
        "to", words.day(to),
        "km", words.number(DrawPicture.EXPOSURE_KM));
  }

  /** Below one as a fraction, as ratios are read. */
  private String limit(double value) {
    if (value < 1) {
      return "1/" + shortest(1 / value);
    }
    return value < 10 ? shortest(value) : words.number(Math.round(value));
  }

  private String shortest(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return words.inDigits(
        rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded));
  }

  private List<Run> credits() {
    PageFigures.National national = figures.national();
    Map<String, String> values = new HashMap<>();
    values.put("kind", words.text("map.product." + product.word()));
    values.put("cutoff", words.day(figures.cutoff()));
    values.put("source", sources.incidents());
    values.put(
        "publisher",
        national.un() == null || national.unPublisher() == null
            ? words.text("detail.no-publisher")
            : national.unPublisher());
    values.put("map", sources.map().replaceAll("\\.$", ""));
    values.put("version", figures.version());
    List<Run> runs = new ArrayList<>();
    runs.add(Run.bold(words.text("product")));
    String key = product == Product.ALLOCATION ? "picture.credits.allocation" : "picture.credits";
    runs.add(new Run(". " + words.text(key, values), false, "text-3"));
    if (!sources.policy().isEmpty()) {
      runs.add(new Run(" " + sources.policy(), true, "text"));
    }
    return runs;
  }

  private Run un(long people) {
    return new Run(words.number(people), true, "un");
  }

  private static Run strong(String text) {
    return Run.bold(text);
  }

  private List<Run> runs(String key, Map<String, Run> values, boolean bold) {
    return words.parts(key, values, text -> bold ? Run.bold(text) : Run.plain(text));
  }
}
