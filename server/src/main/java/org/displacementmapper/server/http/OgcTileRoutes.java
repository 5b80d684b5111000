package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.server.ogc.Encoding;
import org.displacementmapper.server.ogc.TileMatrixSet;
import org.displacementmapper.server.ogc.Tilesets;
import org.displacementmapper.server.usecase.DrawTile;
import org.displacementmapper.tile.Tile;
import org.displacementmapper.tile.TileEncoder;
import org.displacementmapper.tile.TileEncoders;

/**
 * OGC API - Tiles: tile matrix sets, and the tilesets of the dataset and of each collection. Inside
 * the limits of a tileset a tile has the bytes of the plain route; outside them there is none.
 */
final class OgcTileRoutes implements Routes {

  private static final String SETS = OgcRoutes.ROOT + "/tileMatrixSets";
  private static final String COLLECTION = OgcRoutes.ROOT + "/collections/{collectionId}";
  private static final Map<String, Object> INDEX = Map.of("type", "integer", "minimum", 0);
  private static final Param SET =
      Param.path(
          "tileMatrixSetId",
          Map.of("type", "string", "enum", TileMatrixSet.ids()),
          "How the world is cut into tiles: a set that GET /ogc/tileMatrixSets lists.");
  private static final List<Param> TILE =
      List.of(
          SET,
          Param.path("tileMatrix", INDEX, "The tile matrix: its zoom."),
          Param.path("tileRow", INDEX, "Row, southwards from 0."),
          Param.path("tileCol", INDEX, "Column, eastwards from 0."),
          Param.query(
              "f",
              Map.of(
                  "type", "string", "enum", Encoding.TILES.stream().map(Encoding::word).toList()),
              "Encoding of the tile; without it the header Accept decides."));

  private final Tilesets tilesets;
  private final DrawTile drawTile;
  private final OgcAnswers answers;

  OgcTileRoutes(Tilesets tilesets, DrawTile drawTile, OgcAnswers answers) {
    this.tilesets = tilesets;
    this.drawTile = drawTile;
    this.answers = answers;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(
        document(
            SETS,
            "getTileMatrixSetsList",
            "The tile matrix sets.",
            List.of(OgcParams.F, Param.V),
            "OgcTileMatrixSets",
            (context, encoding, version) -> tilesets.matrixSets(answers.root(context), encoding)));
    routes.add(
        document(
            SETS + "/{tileMatrixSetId}",
            "getTileMatrixSet",
            "One tile matrix set: scales, origins and sizes.",
            List.of(SET, OgcParams.F, Param.V),
            "OgcTileMatrixSet",
            (context, encoding, version) ->
                tilesets.matrixSet(set(context), answers.root(context), encoding)));
    routes.addAll(tilesets(OgcRoutes.ROOT, "dataset", "all layers", List.of()));
    routes.addAll(
        tilesets(COLLECTION, "collection", "a collection", List.of(OgcParams.COLLECTION)));
    return routes;
  }

  /**
   * @param first parameters that say what the tiles are of
   */
  private List<Route> tilesets(String root, String id, String of, List<Param> first) {
    List<Param> tile = with(first, TILE);
    tile.addAll(Param.QUESTION);
    if (root.equals(COLLECTION)) {
      tile.add(Param.PROPERTIES);
    }
    return List.of(
        document(
            root + "/tiles",
            id + ".vector.getTileSetsList",
            "The tilesets of " + of + ".",
            with(first, List.of(OgcParams.F, Param.V)),
            "OgcTilesets",
            (context, encoding, version) ->
                tilesets.list(collection(context), answers.root(context), encoding, version)),
        document(
            root + "/tiles/{tileMatrixSetId}",
            id + ".vector.getTileSet",
            "One tileset of " + of + ": limits, layers, where the tiles are.",
            with(first, List.of(SET, OgcParams.F, Param.V)),
            "OgcTileset",
            (context, encoding, version) ->
                tilesets.tileset(
                    collection(context), set(context), answers.root(context), encoding, version)),
        new Route(
            root + "/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}",
            id + ".vector.getTile",
            "One tile of " + of + ", with the bytes of the plain tile routes.",
            tile,
            Encoding.TILES.stream().map(Encoding::mediaType).toList(),
            "",
            this::tile));
  }

  private Route document(
      String path,
      String id,
      String summary,
      List<Param> params,
      String schema,
      OgcAnswers.Document document) {
    return answers.route(path, id, summary, params, Encoding.METADATA, schema, document);
  }

  private static List<Param> with(List<Param> first, List<Param> others) {
    List<Param> params = new ArrayList<>(first);
    params.addAll(others);
    return params;
  }

  private void tile(Context context, Parameters parameters) {
    Encoding encoding = OgcAnswers.negotiate(context, parameters, Encoding.TILES);
    TileEncoder encoder = encoder(encoding);
    List<String> layers = tilesets.layers(collection(context), parameters.version());
    Tile tile =
        tilesets.tile(
            layers,
            set(context),
            number(context, "tileMatrix"),
            number(context, "tileRow"),
            number(context, "tileCol"),
            parameters.version());
    List<DrawTile.Request> requests =
        layers.stream()
            .map(
                layer ->
                    new DrawTile.Request(
                        layer, tile, encoder, parameters.question(), parameters.list("properties")))
            .toList();
    String version = requests.stream().map(drawTile::check).reduce("", (one, other) -> other);
    OgcAnswers.begin(context, encoding);
    Answers.send(
        context,
        version + encoder.mediaType(),
        encoder.mediaType(),
        Answers.DATA,
        () -> encoder.join(requests.stream().map(drawTile::draw).toList()));
  }

  private static TileEncoder encoder(Encoding encoding) {
    return TileEncoders.ALL.stream()
        .filter(encoder -> encoder.mediaType().equals(encoding.mediaType()))
        .findFirst()
        .orElseThrow();
  }

  /** A number too large to be read lies outside every limit. */
  private static int number(Context context, String name) {
    String text = context.pathParam(name);
    if (!text.matches("[0-9]+")) {
      throw Problem.badParameter(name, text, "a whole number from 0 is allowed.");
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  private static Optional<String> collection(Context context) {
    return Optional.ofNullable(context.pathParamMap().get(OgcParams.COLLECTION.name()));
  }

  private static TileMatrixSet set(Context context) {
    return TileMatrixSet.named(context.pathParam(SET.name()));
  }
}
