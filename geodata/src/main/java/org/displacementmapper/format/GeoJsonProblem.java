package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/** What is wrong with one feature: which member, the value found, what is allowed. */
record GeoJsonProblem(String member, String value, String message) {

  private static final Pattern WRONG_BRACKET =
      Pattern.compile("Unexpected (close marker|character \\('[\\]}]')");

  /** To be thrown, where a geometry is being built from the inside out. */
  Raised raised() {
    return new Raised(this);
  }

  /** Carries a problem out of nested geometry; caught where the feature is finished. */
  static final class Raised extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GeoJsonProblem problem;

    Raised(GeoJsonProblem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    GeoJsonProblem problem() {
      return problem;
    }
  }

  /** A file that is not JSON, or breaks a limit, in the user's terms. */
  static UnreadableFileException unreadable(Input input, JsonParser json, IOException cause) {
    if (!(cause instanceof JsonProcessingException failure)) {
      return input.unreadable(cause);
    }
    JsonLocation place = failure.getLocation();
    if (place == null) {
      place = json.currentLocation();
    }
    String file = input.name();
    long line = place.getLineNr();
    if (failure instanceof StreamConstraintsException) {
      String member = json.getParsingContext().getCurrentName();
      return new UnreadableFileException(Issue.rejected(file, line, member, "", limit(json)));
    }
    if (failure instanceof JsonEOFException || isCutOff(input, json, failure)) {
      String message = "the file ends in the middle of the JSON: it was cut off; ";
      return new UnreadableFileException(
          Issue.rejected(file, line, "", "", message + "download or export it again"));
    }
    // The parser's list of all tokens, and its remark on a hidden source, help nobody.
    String complaint =
        failure
            .getOriginalMessage()
            .replaceFirst(": was expecting \\(.*", "")
            .replaceAll("Source: [^;]*; ", "");
    String column = String.valueOf(place.getColumnNr());
    return new UnreadableFileException(
        Issue.rejected(file, line, column, "", "this is not valid JSON: " + complaint));
  }

  /**
   * The parser has many words for an end that it did not expect, such as an unknown word where half
   * of "true" is left. A wrong bracket is none, even if it comes last.
   */
  private static boolean isCutOff(Input input, JsonParser json, JsonProcessingException failure) {
    boolean wrongBracket = WRONG_BRACKET.matcher(failure.getOriginalMessage()).lookingAt();
    try {
      return !wrongBracket
          && !json.getParsingContext().inRoot()
          && json.releaseBuffered(OutputStream.nullOutputStream()) <= 0
          && input.isAtEnd();
    } catch (IOException e) {
      return false;
    }
  }

  private static String limit(JsonParser json) {
    boolean deep = json.getParsingContext().getNestingDepth() > GeoJsonFeatures.MAX_DEPTH;
    return deep
        ? "brackets are nested deeper than " + GeoJsonFeatures.MAX_DEPTH + ": no map needs that"
        : String.format(
            Locale.ROOT,
            "a text, name or number is too long: a text may have %,d characters",
            GeoJsonFeatures.MAX_TEXT_LENGTH);
  }
}
