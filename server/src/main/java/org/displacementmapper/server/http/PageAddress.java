package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.UnitMeasure;
import org.displacementmapper.server.usecase.UnknownException;

/** What of the address of the page, or of its embed, says nothing that they know. */
final class PageAddress {

  private static final Pattern SELECTED = Pattern.compile("[\\w:.-]{1,80}");
  private static final Pattern AT = Pattern.compile("[\\d.]{1,10}/-?[\\d.]{1,12}/-?[\\d.]{1,12}");
  private static final List<String> AIR = List.of("documented", "mentioned", "any", "all");

  private PageAddress() {}

  /**
   * The parts that are ignored, as they were written; the version is told apart.
   *
   * @param givenUp those that have no answer
   */
  static List<String> ignored(Context context, List<String> givenUp) {
    Set<String> ignored = new LinkedHashSet<>(givenUp);
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(Param.V.name())) {
                boolean heeded = isRead(name, values.get(0));
                values.stream()
                    .skip(heeded ? 1 : 0)
                    .forEach(value -> ignored.add(name + "=" + value));
              }
            });
    return List.copyOf(ignored);
  }

  private static boolean isRead(String name, String value) {
    return switch (name) {
      case "level" -> value.matches("[1-3]");
      case "measure" -> UnitMeasure.words().contains(value);
      case "groups" -> value.matches("[01]");
      case "air" -> AIR.contains(value);
      case "selected" -> SELECTED.matcher(value).matches();
      case "compare" -> Product.find(value).isPresent() || isQuestion("as_of", value);
      case "at" -> AT.matcher(value).matches();
      case "lang" -> Languages.TAGS.contains(value);
      default -> isQuestion(name, value);
    };
  }

  /** Whether it is a parameter of a question, with a value that can be read. */
  private static boolean isQuestion(String name, String value) {
    Optional<Param> param =
        PageState.PARAMS.stream().filter(one -> one.name().equals(name)).findFirst();
    if (param.isEmpty() || value.isEmpty()) {
      return false;
    }
    try {
      Parameters.of(Map.of(name, value)).question();
      return true;
    } catch (Problem | BadQuestionException | UnknownException e) {
      return false;
    }
  }
}
