package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * The outermost object of a GeoJSON file, whose members may come in any order: "features" is
 * entered when it is met, what follows it is checked when it has been left.
 */
final class GeoJsonRoot {

  /** Names of WGS 84 in the "crs" member of the GeoJSON of 2008; the RFC allows no other system. */
  private static final List<String> WGS84 = List.of("CRS84", "EPSG:4326", "EPSG::4326");

  private final String file;
  private final JsonParser json;
  private GeoJsonDraft draft;

  GeoJsonRoot(String file, JsonParser json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Reads an outermost object up to its features, which come next from the parser.
   *
   * @return null then; or the object itself if it is a single feature or geometry
   */
  GeoJsonDraft begin(JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      throw notGeoJson("a GeoJSON file is an object in { }, this is " + name(token));
    }
    draft = GeoJsonDraft.at(json);
    return members() ? null : single();
  }

  /** Reads the members after the features. */
  void finishCollection() throws IOException {
    if (members()) {
      throw notGeoJson("the collection has two members \"features\": there may be one");
    }
    requireCollection();
  }

  /** Reads members; true if it stopped at the beginning of the features. */
  private boolean members() throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        if (draft.type() != null) {
          requireCollection();
        }
        return true;
      }
      if (name.equals("crs")) {
        requireWgs84();
      } else {
        draft.member(name);
      }
    }
    return false;
  }

  private GeoJsonDraft single() {
    if (draft.isFeature() || draft.isGeometry()) {
      return draft;
    }
    if ("FeatureCollection".equals(draft.type())) {
      throw notGeoJson("the FeatureCollection has no list \"features\"");
    }
    throw wrongType();
  }

  private void requireCollection() {
    if (!"FeatureCollection".equals(draft.type())) {
      throw wrongType();
    }
  }

  private UnreadableFileException wrongType() {
    String allowed = "it must be \"FeatureCollection\" or \"Feature\"";
    String type = draft.type();
    if (type == null) {
      return notGeoJson("this is JSON but not GeoJSON: it has no member \"type\"; " + allowed);
    }
    String hint = type.equals("Topology") ? " (TopoJSON: convert it to GeoJSON)" : "";
    return new UnreadableFileException(
        Issue.rejected(
            file,
            draft.line(),
            "type",
            type,
            "this is JSON but not GeoJSON" + hint + ": " + allowed));
  }

  private void requireWgs84() throws IOException {
    long line = json.currentTokenLocation().getLineNr();
    String name = "";
    int depth = json.getParsingContext().getNestingDepth();
    JsonToken token = json.currentToken();
    if (token == JsonToken.START_OBJECT) {
      while (json.nextToken() != null && json.getParsingContext().getNestingDepth() >= depth) {
        if (json.currentToken() == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
          name = json.getText();
        }
      }
    } else {
      json.skipChildren();
    }
    String found = name;
    if (!name.isEmpty() && WGS84.stream().noneMatch(found::endsWith)) {
      throw new UnreadableFileException(
          Issue.rejected(
              file,
              line,
              "crs",
              name,
              "coordinates must be longitude and latitude (WGS 84): convert the file to EPSG:4326"));
    }
  }

  private UnreadableFileException notGeoJson(String message) {
    long line = json.currentTokenLocation().getLineNr();
    return new UnreadableFileException(Issue.rejected(file, line, "", "", message));
  }

  private static String name(JsonToken token) {
    return token == JsonToken.START_ARRAY ? "a list in [ ]" : "a single value";
  }
}
