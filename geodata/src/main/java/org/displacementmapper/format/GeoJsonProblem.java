package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/** What is wrong with one feature: which member, the value found, what is allowed. */
record GeoJsonProblem(String member, String value, String message) {

  /** A file that is not JSON, or breaks a limit, in the user's terms. */
  static UnreadableFileException unreadable(Input input, JsonParser json, IOException cause) {
    if (!(cause instanceof JsonProcessingException failure)) {
      return input.unreadable(cause);
    }
    boolean known = failure.getLocation() != null;
    int line = (known ? failure.getLocation() : json.currentLocation()).getLineNr();
    int character = (known ? failure.getLocation() : json.currentLocation()).getColumnNr();
    return new UnreadableFileException(
        Issue.rejected(input.name(), line, "", "", describe(json, failure, character)));
  }

  private static String describe(JsonParser json, JsonProcessingException failure, int character) {
    if (failure instanceof StreamConstraintsException) {
      return json.getParsingContext().getNestingDepth() > GeoJsonFeatures.MAX_DEPTH
          ? "brackets are nested deeper than "
              + GeoJsonFeatures.MAX_DEPTH
              + ": no GeoJSON needs that"
          : "a text, name or number is too long: a text may have "
              + GeoJsonFeatures.MAX_TEXT_LENGTH
              + " characters";
    }
    if (failure instanceof JsonEOFException) {
      return "the file ends in the middle of the JSON: it was cut off; download or export it again";
    }
    return "this is not valid JSON at character " + character + ": " + failure.getOriginalMessage();
  }
}
