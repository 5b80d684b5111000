package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.server.usecase.DescribeCatalog;
import org.displacementmapper.server.usecase.DrawTile;
import org.displacementmapper.tile.TileCoord;
import org.displacementmapper.tile.TileEncoder;
import org.displacementmapper.tile.TileEncoders;

/** Tiles of every layer in every encoding, and their TileJSON. */
final class TileRoutes implements Routes {

  private static final List<Param> TILE =
      List.of(
          Param.LAYER,
          number("z", "Zoom, 0 to " + TileCoord.MAX_ZOOM + "."),
          number("x", "Column, eastwards from 0."),
          number("y", "Row, southwards from 0."));

  private final DrawTile drawTile;
  private final DescribeCatalog describeCatalog;
  private final PublicUrl publicUrl;

  TileRoutes(DrawTile drawTile, DescribeCatalog describeCatalog, PublicUrl publicUrl) {
    this.drawTile = drawTile;
    this.describeCatalog = describeCatalog;
    this.publicUrl = publicUrl;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (TileEncoder encoder : TileEncoders.ALL) {
      List<Param> params = new ArrayList<>(TILE);
      params.addAll(Param.QUESTION);
      params.add(Param.PROPERTIES);
      routes.add(
          new Route(
              "/tiles/{layer}/{z}/{x}/{y}." + encoder.id(),
              "layer.getTile." + encoder.id(),
              "One tile of a layer as " + encoder.id() + ".",
              params,
              List.of(encoder.mediaType()),
              "",
              (context, parameters) -> tile(context, parameters, encoder)));
    }
    List<Param> params = new ArrayList<>(List.of(Param.LAYER));
    params.addAll(Param.QUESTION);
    params.add(Param.PROPERTIES);
    routes.add(
        new Route(
            "/tiles/{layer}.json",
            "layer.getTileJson",
            "TileJSON 3.0.0 of a layer: where its tiles are, bounds, zooms, credits, fields.",
            params,
            List.of(Route.JSON),
            "TileJson",
            this::tileJson));
    return routes;
  }

  private void tile(Context context, Parameters parameters, TileEncoder encoder) {
    TileCoord coord = coord(context);
    DrawTile.Request request =
        new DrawTile.Request(
            context.pathParam("layer"),
            coord,
            encoder,
            parameters.question(),
            parameters.list("properties"));
    String version = drawTile.check(request);
    Answers.send(context, version, encoder.mediaType(), Answers.DATA, () -> drawTile.draw(request));
  }

  private void tileJson(Context context, Parameters parameters) {
    parameters.question();
    String query = context.queryString() == null ? "" : "?" + context.queryString();
    String base = publicUrl.of(context);
    String layer = context.pathParam("layer");
    Map<String, Object> body = describeCatalog.tileJson(layer, base, query, parameters.version());
    Answers.send(
        context,
        describeCatalog.version(parameters.version()) + base,
        Route.JSON,
        Answers.DATA,
        () -> Json.bytes(body));
  }

  private static TileCoord coord(Context context) {
    try {
      return new TileCoord(
          Integer.parseInt(context.pathParam("z")),
          Integer.parseInt(context.pathParam("x")),
          Integer.parseInt(context.pathParam("y")));
    } catch (NumberFormatException e) {
      throw Problem.badParameter(
          "z/x/y",
          context.pathParam("z") + "/" + context.pathParam("x") + "/" + context.pathParam("y"),
          "three whole numbers are allowed.");
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "Bad request", "There is no such tile: " + e.getMessage() + ".");
    }
  }

  private static Param number(String name, String text) {
    return Param.path(name, Map.of("type", "integer", "minimum", 0), text);
  }
}
