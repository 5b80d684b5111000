package org.displacementmapper.server.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.displacement.DisplacementModel;
import org.displacementmapper.displacement.EstimateRequest;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.join.IncidentSums;
import org.displacementmapper.layer.LayerSchemas;
import org.displacementmapper.layer.View;

/**
 * The estimates of every first-level unit for every day on which the UN published a national
 * figure, so far as the data reach: one feature for each unit and day, with the UN's figure beside
 * it, product, cut-off and source.
 */
final class EstimatesByDate {

  static final String ID = "estimates";

  private static final Field SOURCE =
      new Field("source", Field.Type.TEXT, "Source of the incidents that it was made from.");

  private EstimatesByDate() {}

  static FeatureCollection collection() {
    List<Field> fields = new ArrayList<>(LayerSchemas.UNIT.fields());
    fields.add(SOURCE);
    return new FeatureCollection(
        ID,
        "Estimates by date",
        "People displaced as estimated from recorded violence, for every first-level unit and every"
            + " day of a national UN figure that the data reach, with intervals, beside the UN's own"
            + " figure; cutoff is 31 days before each day. Estimates are placed where the violence"
            + " happened, UN figures where people are now. Not for finding displaced people.",
        "MultiPolygon",
        new Schema(fields),
        Optional.of(new FeatureCollection.TimeFields("as_of", "as_of")),
        List.of("product", "source"),
        false);
  }

  static List<Feature> features(Views views, Dataset dataset, Question question) {
    Product product = question.product().orElse(Product.INDEPENDENT);
    String source =
        Views.requireSource(question.source().orElse(EstimateRequest.DEFAULT_SOURCE), dataset);
    List<Feature> features = new ArrayList<>();
    for (LocalDate asOf : dates(dataset, product)) {
      EstimateRequest request =
          new EstimateRequest(asOf, EstimateRequest.defaultCutoff(asOf), product, source);
      view(views, dataset, request)
          .ifPresent(
              view ->
                  view.units(Evidence.FIRST_LEVEL)
                      .forEach(unit -> features.add(feature(unit, asOf, source))));
    }
    return features;
  }

  private static NavigableSet<LocalDate> dates(Dataset dataset, Product product) {
    if (product == Product.ALLOCATION) {
      return dataset.figures().allocationDates();
    }
    NavigableSet<LocalDate> dates = new TreeSet<>();
    for (UnFigure figure : dataset.figures().snapshots()) {
      dates.add(figure.asOf());
    }
    return dates;
  }

  private static Optional<View> view(Views views, Dataset dataset, EstimateRequest request) {
    boolean reached =
        DisplacementModel.of(request.product())
            .answerable(dataset.evidence(request.source()))
            .map(dates -> dates.contains(request.asOf()))
            .orElse(true);
    if (!reached) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new View(
              dataset,
              views.estimate(dataset, request),
              Selection.between(IncidentSums.START, request.asOf()),
              dataset.policy().estimates()));
    } catch (UnanswerableException beyondTheData) {
      return Optional.empty();
    }
  }

  private static Feature feature(Feature unit, LocalDate asOf, String source) {
    Map<String, Object> values = new LinkedHashMap<>(unit.values());
    values.put(SOURCE.name(), source);
    return Feature.of(unit.id() + "." + asOf, unit.geometry(), values);
  }
}
