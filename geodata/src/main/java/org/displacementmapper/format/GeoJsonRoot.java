package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * The outermost object of a GeoJSON file, whose members may come in any order: "features" is
 * entered when it is met, what follows it is checked when it has been left.
 */
final class GeoJsonRoot {

  /** Names of WGS 84 in the "crs" member of the GeoJSON of 2008. */
  private static final Pattern WGS84 = Pattern.compile("(?i).*(CRS84|\\b4326|WGS ?84)");

  private final String file;
  private final JsonParser json;
  private final boolean crsKnown;
  private GeoJsonDraft draft;
  private boolean entered;
  private String crs;

  /**
   * @param crsKnown whether the member "crs" does not matter because the system was named elsewhere
   */
  GeoJsonRoot(String file, JsonParser json, boolean crsKnown) {
    this.file = file;
    this.json = json;
    this.crsKnown = crsKnown;
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
        entered = true;
        return true;
      }
      if (name.equals("crs")) {
        readCrs();
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

  /** The system of the member "crs", if it is there and is not WGS 84. */
  Optional<String> findCrs() {
    return Optional.ofNullable(crs);
  }

  /** Reads the member "crs"; without it coordinates are WGS 84. */
  private void readCrs() throws IOException {
    long line = json.currentTokenLocation().getLineNr();
    String name = json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : "";
    int depth = json.getParsingContext().getNestingDepth();
    boolean inside = json.currentToken().isStructStart();
    while (inside) {
      boolean value = json.nextToken().isScalarValue();
      if (value && List.of("name", "code").contains(String.valueOf(json.currentName()))) {
        name = json.getText();
      }
      inside = json.getParsingContext().getNestingDepth() >= depth;
    }
    if (crsKnown || name.isEmpty() || WGS84.matcher(name).matches()) {
      return;
    }
    crs = name;
    if (entered) {
      throw new UnreadableFileException(
          Issue.rejected(
              file,
              line,
              "crs",
              name,
              "the coordinate reference system stands after the coordinates: name it with --crs"));
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
