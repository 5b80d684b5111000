package org.displacementmapper.server.http;

import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.NUMBER;
import static org.displacementmapper.feature.Field.Type.OBJECT;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** The schemas of the OGC services; what they mean is laid down in the standards. */
final class OgcSchemas {

  private static final Field LINKS = new Field("links", LIST, "Links to other resources.");

  static final Map<String, Schema> ALL = all();

  /** What lists hold, by schema and field; every list of links holds the same. */
  private static final Map<String, String> PARTS =
      Map.of(
          "OgcCollections.collections", "OgcCollection",
          "OgcTileMatrixSets.tileMatrixSets", "OgcTileMatrixSetItem",
          "OgcTileMatrixSet.tileMatrices", "OgcTileMatrix",
          "OgcTilesets.tilesets", "OgcTilesetItem",
          "OgcTilesetItem.tileMatrixSetLimits", "OgcTileMatrixLimits",
          "OgcTileset.tileMatrixSetLimits", "OgcTileMatrixLimits",
          "OgcTileset.layers", "OgcTileLayer");

  private OgcSchemas() {}

  /** The name of the schema of what a list holds; empty if its text alone says it. */
  static Optional<String> part(String schema, String field) {
    return schema.startsWith("Ogc") && field.equals(LINKS.name())
        ? Optional.of("OgcLink")
        : Optional.ofNullable(PARTS.get(schema + "." + field));
  }

  private static Map<String, Schema> all() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(
        "OgcLandingPage",
        Schema.of(
            new Field("title", TEXT, "Name of the service."),
            new Field("description", TEXT, "What it is for, and what not."),
            new Field("attribution", TEXT, "Whom to name."),
            LINKS));
    schemas.put(
        "OgcConformance",
        Schema.of(new Field("conformsTo", LIST, "Addresses of conformance classes.")));
    schemas.put(
        "OgcCollections",
        Schema.of(
            LINKS,
            new Field("crs", LIST, "Systems of coordinates of every collection."),
            new Field("collections", LIST, "The collections.")));
    schemas.put(
        "OgcCollection",
        Schema.of(
            new Field("id", TEXT, "As it stands in addresses."),
            new Field("title", TEXT, "A few words."),
            new Field("description", TEXT, "What it holds and what it may be used for."),
            new Field("attribution", TEXT, "Whom to name."),
            new Field("extent", OBJECT, "Where and when its features lie."),
            new Field("itemType", TEXT, "feature."),
            new Field("crs", LIST, "Systems of coordinates in which it is answered."),
            new Field("storageCrs", TEXT, "The system in which it is kept."),
            LINKS));
    schemas.put(
        "OgcSchema",
        Schema.of(
            new Field("$schema", TEXT, "Dialect of JSON Schema."),
            new Field("$id", TEXT, "Address of this schema."),
            new Field("title", TEXT, "Title of the collection."),
            new Field("type", TEXT, "object."),
            new Field("properties", OBJECT, "The properties by name.")));
    schemas.put(
        "OgcFeatures",
        Schema.of(
            new Field("type", TEXT, "FeatureCollection."),
            new Field("numberMatched", INTEGER, "Features on all pages together."),
            new Field("numberReturned", INTEGER, "Features on this page."),
            new Field("timeStamp", TEXT, "When the answer was made."),
            LINKS,
            new Field("features", LIST, "The features, as GeoJSON.")));
    schemas.put(
        "OgcFeature",
        Schema.of(
            new Field("type", TEXT, "Feature."),
            new Field("id", TEXT, "Its id in the collection."),
            LINKS,
            new Field("geometry", OBJECT, "Null if the place is not known as a point."),
            new Field("properties", OBJECT, "As the schema of the collection says.")));
    schemas.put(
        "OgcLink",
        Schema.of(
            new Field("rel", TEXT, "What the other is to this one."),
            new Field("type", TEXT, "Media type of the other."),
            new Field("title", TEXT, "A few words."),
            new Field("href", TEXT, "Address, or a template of addresses.")));
    schemas.putAll(tiles());
    return schemas;
  }

  private static Map<String, Schema> tiles() {
    Field id = new Field("id", TEXT, "As it stands in addresses.");
    Field title = new Field("title", TEXT, "A few words.");
    Field uri = new Field("uri", TEXT, "Its name in the register of OGC.");
    Field crs = new Field("crs", TEXT, "The system of its coordinates.");
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(
        "OgcTileMatrixSets",
        Schema.of(LINKS, new Field("tileMatrixSets", LIST, "The tile matrix sets.")));
    schemas.put("OgcTileMatrixSetItem", Schema.of(id, title, uri, crs, LINKS));
    schemas.put(
        "OgcTileMatrixSet",
        Schema.of(
            id,
            title,
            uri,
            crs,
            new Field("orderedAxes", LIST, "Names of the axes, in their order."),
            new Field("wellKnownScaleSet", TEXT, "Name of the scales in the register of OGC."),
            new Field("tileMatrices", LIST, "One matrix for each zoom."),
            LINKS));
    schemas.put(
        "OgcTileMatrix",
        Schema.of(
            new Field("id", TEXT, "Its zoom."),
            new Field("scaleDenominator", NUMBER, "1 : so many, at pixels of 0.28 mm."),
            new Field("cellSize", NUMBER, "Width of a pixel in the units of the system."),
            new Field("cornerOfOrigin", TEXT, "topLeft."),
            new Field("pointOfOrigin", LIST, "Its north-western corner."),
            new Field("tileWidth", INTEGER, "Pixels across a tile."),
            new Field("tileHeight", INTEGER, "Pixels down a tile."),
            new Field("matrixWidth", INTEGER, "Tiles across."),
            new Field("matrixHeight", INTEGER, "Tiles down.")));
    schemas.put(
        "OgcTilesets", Schema.of(title, LINKS, new Field("tilesets", LIST, "The tilesets.")));
    List<Field> item =
        List.of(
            new Field("title", TEXT, "What it shows, and how it is cut."),
            new Field("dataType", TEXT, "vector."),
            crs,
            new Field("tileMatrixSetId", TEXT, "How the world is cut."),
            new Field("tileMatrixSetURI", TEXT, "The same in the register of OGC."),
            LINKS,
            new Field("tileMatrixSetLimits", LIST, "Which tiles there are."));
    schemas.put("OgcTilesetItem", new Schema(item));
    List<Field> whole = new ArrayList<>(item);
    whole.add(new Field("version", TEXT, "Version of the dataset."));
    whole.add(new Field("attribution", TEXT, "Whom to name."));
    whole.add(new Field("mediaTypes", LIST, "Media types of the tiles."));
    whole.add(new Field("boundingBox", OBJECT, "Where it shows something, in degrees."));
    whole.add(new Field("layers", LIST, "What a tile holds."));
    schemas.put("OgcTileset", new Schema(whole));
    schemas.put(
        "OgcTileLayer",
        Schema.of(
            new Field("id", TEXT, "Its name in a tile."),
            title,
            new Field("description", TEXT, "What it holds and what it may be used for."),
            new Field("dataType", TEXT, "vector."),
            new Field("geometryDimension", INTEGER, "0 for points, 2 for areas."),
            new Field("minTileMatrix", TEXT, "The first matrix that shows it."),
            new Field("maxTileMatrix", TEXT, "The last matrix that shows it."),
            new Field("boundingBox", OBJECT, "Where its features lie, in degrees."),
            new Field("propertiesSchema", OBJECT, "JSON Schema of the values of a feature."),
            LINKS));
    schemas.put(
        "OgcTileMatrixLimits",
        Schema.of(
            new Field("tileMatrix", TEXT, "The matrix: its zoom."),
            new Field("minTileRow", INTEGER, "First row that shows something."),
            new Field("maxTileRow", INTEGER, "Last row that shows something."),
            new Field("minTileCol", INTEGER, "First column that shows something."),
            new Field("maxTileCol", INTEGER, "Last column that shows something.")));
    return schemas;
  }
}
