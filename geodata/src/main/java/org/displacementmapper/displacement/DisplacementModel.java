package org.displacementmapper.displacement;

import java.util.Optional;

/**
 * A way to estimate displaced people of a day, unit by unit. Pure: the same evidence and request
 * give the same numbers on every machine. Stateless and safe for use by many threads.
 */
public sealed interface DisplacementModel permits Independent, Nowcast, Allocation {

  /** Changes with every change of formula or constant, so that old numbers can be told from new. */
  String VERSION = "1";

  Product product();

  /**
   * @param request whose product is this model's
   * @throws UnanswerableException if the evidence does not reach so far, with the allowed range
   */
  Estimates estimate(Evidence evidence, EstimateRequest request);

  /** The days that can be answered with the default cut-off; empty if there are none. */
  Optional<AnswerableDates> answerable(Evidence evidence);

  /** The model of a product with its default settings. */
  static DisplacementModel of(Product product) {
    return switch (product) {
      case INDEPENDENT -> new Independent();
      case NOWCAST -> new Nowcast(Pooling.STANDARD);
      case ALLOCATION -> Allocation.keepingRemainder();
    };
  }

  /** What the request's own product says of it. */
  static Estimates answer(Evidence evidence, EstimateRequest request) {
    return of(request.product()).estimate(evidence, request);
  }
}
