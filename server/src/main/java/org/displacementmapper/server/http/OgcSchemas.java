package org.displacementmapper.server.http;

import static org.displacementmapper.feature.Field.Type.INTEGER;
import static org.displacementmapper.feature.Field.Type.LIST;
import static org.displacementmapper.feature.Field.Type.OBJECT;
import static org.displacementmapper.feature.Field.Type.TEXT;

import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** The schemas of the OGC services; what they mean is laid down in the standards. */
final class OgcSchemas {

  private static final Field LINKS = new Field("links", LIST, "Links to other resources.");

  static final Map<String, Schema> ALL = all();

  private OgcSchemas() {}

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
    return schemas;
  }
}
