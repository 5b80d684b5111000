package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.displacementmapper.server.usecase.UnitDetails;

/** All of one unit, as data. */
final class UnitRoutes implements Routes {

  private final UnitDetails unitDetails;

  UnitRoutes(UnitDetails unitDetails) {
    this.unitDetails = unitDetails;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/api/units/{pcode}",
            "describeUnit",
            "All that is known of one unit: estimate, UN figures and estimates over time, incidents"
                + " by month, why they were placed there, neighbours, parts.",
            Param.UNIT_QUESTION,
            List.of(Route.JSON),
            "UnitDetail",
            this::unit));
  }

  private void unit(Context context, Parameters parameters) {
    Map<String, Object> body =
        unitDetails.describe(parameters.question(), context.pathParam("pcode"));
    Answers.send(
        context, body.get("version").toString(), Route.JSON, Answers.DATA, () -> Json.bytes(body));
  }
}
