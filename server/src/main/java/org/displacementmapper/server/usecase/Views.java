package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Crosswalk;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.displacement.AnswerableDates;
import org.displacementmapper.displacement.DisplacementModel;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Estimates;
import org.displacementmapper.displacement.HeadlineFigure;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.layer.View;
import org.displacementmapper.server.store.DamagedVersionException;
import org.displacementmapper.server.store.KeptVersion;
import org.displacementmapper.server.store.NoRoomException;
import org.displacementmapper.server.store.RecentVersions;
import org.displacementmapper.server.store.Store;

/** Turns a question into a view of the dataset it asks: fills in the defaults and estimates. */
public final class Views {

  private static final int CACHED_ESTIMATES = 1_000;

  private static final int CACHED_VIEWS = 50;

  private static final int NAMED_VERSIONS = 5;

  private record ViewKey(EstimateRequest request, Selection selection) {}

  /** What was made of one version; a view holds its dataset, so they are forgotten together. */
  private record Made(Cache<EstimateRequest, Estimates> estimates, Cache<ViewKey, View> views) {

    Made() {
      this(
          Caffeine.newBuilder().maximumSize(CACHED_ESTIMATES).build(),
          Caffeine.newBuilder().maximumSize(CACHED_VIEWS).build());
    }
  }

  private final Store store;
  private final RecentVersions<Made> made = new RecentVersions<>();

  public Views(Store store) {
    this.store = store;
    store.whenRoomIsNeeded(made::clear);
  }

  /**
   * @param forget called when the memory is needed for another version: to forget what was made of
   *     those asked for before
   */
  void whenRoomIsNeeded(Runnable forget) {
    store.whenRoomIsNeeded(forget);
  }

  /** The current dataset. */
  public Dataset dataset() {
    return store.current();
  }

  /**
   * @param version name or number of a kept version; empty: the current one
   * @throws UnknownException naming the latest that are kept
   * @throws UnreadableException if it is kept, but damaged or too large for the memory
   */
  public Dataset dataset(Optional<String> version) {
    try {
      return version.isEmpty()
          ? store.current()
          : store.find(version.get()).orElseThrow(() -> unknownVersion(version.get()));
    } catch (DamagedVersionException | NoRoomException e) {
      throw UnreadableException.of(e);
    }
  }

  private UnknownException unknownVersion(String asked) {
    List<String> kept = store.kept().stream().map(KeptVersion::name).toList();
    return new UnknownException(
        "There is no dataset version " + asked + ".",
        "Kept: %s%s; a name or its number is allowed."
            .formatted(
                String.join(", ", kept.subList(0, Math.min(NAMED_VERSIONS, kept.size()))),
                kept.size() > NAMED_VERSIONS
                    ? " and others, %d in all".formatted(kept.size())
                    : ""));
  }

  private Made made(Dataset dataset) {
    return made.get(dataset.edition(), edition -> new Made());
  }

  /**
   * @throws org.displacementmapper.displacement.UnanswerableException if the data do not reach
   * @throws UnknownException if a unit or the source is not there
   */
  public View view(Question question) {
    Dataset dataset = dataset(question.version());
    EstimateRequest request = request(question, dataset);
    requireAnswerable(question, request, dataset);
    Selection selection = selection(question, request, dataset);
    return made(dataset)
        .views()
        .get(
            new ViewKey(request, selection),
            key ->
                new View(
                    dataset, estimate(dataset, request), selection, dataset.policy().estimates()));
  }

  /** With the default cut-off it is as_of that a user can change, so it is as_of that is named. */
  private void requireAnswerable(Question question, EstimateRequest request, Dataset dataset) {
    if (question.cutoff().isPresent()) {
      if (request.product() == Product.ALLOCATION
          && !question.cutoff().get().equals(request.asOf())) {
        throw new BadQuestionException(
            "cutoff",
            question.cutoff().get().toString(),
            "an allocation is made from the UN figures of as_of itself and takes no other cutoff.");
      }
      return;
    }
    DisplacementModel.of(request.product())
        .answerable(dataset.evidence(request.source()))
        .filter(dates -> !dates.contains(request.asOf()))
        .ifPresent(
            dates -> {
              throw new BadQuestionException(
                  "as_of",
                  request.asOf().toString(),
                  why(request, dates),
                  dates.nearest(request.asOf()).toString());
            });
  }

  private static String why(EstimateRequest request, AnswerableDates dates) {
    if (!dates.dates().isEmpty()) {
      return "there is no UN breakdown by state of that day that could be shared out; it must be"
          + " one of "
          + dates.dates().stream().map(LocalDate::toString).collect(Collectors.joining(", "))
          + ".";
    }
    String reason =
        request.asOf().isAfter(dates.last())
            ? "the last incident lies before it"
            : request.product() == Product.NOWCAST
                ? "no UN breakdown by state that could be moved on lies before it"
                : "too few UN figures lie before it, at least 8 are needed";
    return reason
        + "; with the default cutoff, %d days before, it must be %s to %s."
            .formatted(EstimateRequest.DEFAULT_CUTOFF_DAYS, dates.first(), dates.last());
  }

  public Estimates estimate(Dataset dataset, EstimateRequest request) {
    return made(dataset)
        .estimates()
        .get(request, key -> DisplacementModel.answer(dataset.evidence(request.source()), request));
  }

  /** The name, if the dataset has public incidents of that source. */
  static String requireSource(String source, Dataset dataset) {
    if (source.contains(",")) {
      throw new BadQuestionException(
          "source",
          source,
          "one source only, since a rate of people per incident belongs to one source and two record"
              + " the same attack; allowed: "
              + String.join(", ", dataset.sources())
              + ".");
    }
    if (!dataset.sources().contains(source)) {
      throw new UnknownException(
          "There is no public source " + source + ".",
          "Known: " + String.join(", ", dataset.sources()) + ".");
    }
    return source;
  }

  private static EstimateRequest request(Question question, Dataset dataset) {
    LocalDate asOf = question.asOf().orElse(HeadlineFigure.AS_OF);
    String source =
        requireSource(question.source().orElse(EstimateRequest.DEFAULT_SOURCE), dataset);
    return new EstimateRequest(
        asOf,
        question.cutoff().orElse(EstimateRequest.defaultCutoff(asOf)),
        question.product().orElse(Product.INDEPENDENT),
        source);
  }

  private static Selection selection(Question question, EstimateRequest request, Dataset dataset) {
    LocalDate from = question.from().orElse(IncidentSums.START);
    LocalDate to = question.to().orElse(request.asOf());
    if (to.isBefore(from)) {
      throw new BadQuestionException(
          "from",
          from.toString(),
          "it must not be after to, which is "
              + to
              + (question.to().isEmpty() ? " (as_of)." : "."));
    }
    FilterWords.require(question.incidentFilter(), dataset);
    return new Selection(
        from,
        to,
        question.incidentFilter(),
        pcodes(question, dataset.boundaries()),
        question.bbox());
  }

  private static Set<String> pcodes(Question question, Boundaries boundaries) {
    return question.pcodes().stream()
        .flatMap(pcode -> units(pcode, boundaries))
        .collect(Collectors.toSet());
  }

  /**
   * The one unit of that code, or of a retired code the unit that covers the same ground.
   *
   * @throws UnknownException naming the units that there are, or those that the code stands for
   */
  static AdminUnit requireUnit(String pcode, Boundaries boundaries) {
    List<String> found = units(pcode, boundaries).distinct().sorted().toList();
    if (found.size() > 1) {
      throw new UnknownException(
          pcode + " stands for several units.", "Ask for one of " + String.join(", ", found) + ".");
    }
    return boundaries.unit(found.get(0));
  }

  /** The unit, or of a code of another release the units that cover the same ground. */
  private static Stream<String> units(String pcode, Boundaries boundaries) {
    Optional<String> own = findLoaded(pcode, boundaries);
    if (own.isPresent()) {
      return own.stream();
    }
    Crosswalk.Change change =
        Crosswalk.shipped().find(pcode).orElseThrow(() -> unknown(pcode, boundaries));
    List<Optional<String>> now =
        change.successors().stream().map(code -> findLoaded(code, boundaries)).toList();
    if (now.stream().anyMatch(Optional::isEmpty)) {
      throw unknown(pcode + ", " + change.told() + ",", boundaries);
    }
    if (!change.isExact()) {
      throw new UnknownException(
          pcode + " is " + change.told() + ", which are larger than it.",
          "Ask for " + String.join(",", change.successors()) + " or for one of them.");
    }
    return now.stream().flatMap(Optional::stream);
  }

  private static Optional<String> findLoaded(String pcode, Boundaries boundaries) {
    return boundaries
        .findUnit(pcode)
        .or(() -> boundaries.findByMember(pcode).filter(AdminUnit::isMerged))
        .map(AdminUnit::pcode);
  }

  private static UnknownException unknown(String pcode, Boundaries boundaries) {
    int level = boundaries.levels().first();
    return new UnknownException(
        "There is no unit " + pcode + " in " + boundaries.release().name() + ".",
        "Units of level " + level + ": " + String.join(", ", boundaries.pcodes(level)) + ".");
  }
}
