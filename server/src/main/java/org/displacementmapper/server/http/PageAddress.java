package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.UnitMeasure;
import org.displacementmapper.server.usecase.UnknownException;

/** What of the address of the page, or of its embed, says nothing that they know. */
final class PageAddress {

  /** Ids of incidents are as their sources give them. */
  private static final Pattern SELECTED = Pattern.compile("\\P{C}{1,200}");

  private static final Pattern AT =
      Pattern.compile(
          "(\\d{1,2}(?:\\.\\d{1,9})?)/(-?\\d{1,2}(?:\\.\\d{1,9})?)/(-?\\d{1,3}(?:\\.\\d{1,9})?)");
  private static final List<String> AIR = List.of("documented", "mentioned", "any", "all");

  private static final int MOST_ZOOM = 13;
  private static final int MOST_LAT = 85;
  private static final int MOST_LON = 180;

  private PageAddress() {}

  /**
   * What is ignored; the version is told apart.
   *
   * @param parts as they were written
   * @param names of the parts that are not used at all, for the script to leave out too
   */
  record Ignored(List<String> parts, Set<String> names) {}

  /**
   * @param givenUp parts that have no answer, as they were written
   * @param has whether the page has what a part names that can be read, by its name and value
   */
  static Ignored ignored(Context context, List<String> givenUp, BiPredicate<String, String> has) {
    Set<String> ignored = new LinkedHashSet<>(givenUp);
    Set<String> names = new LinkedHashSet<>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(Param.V.name())) {
                String first = values.get(0);
                boolean heeded =
                    isRead(name, first)
                        && isOfProduct(context, name, first)
                        && has.test(name, first);
                if (!heeded || givenUp.contains(name + "=" + first)) {
                  names.add(name);
                }
                values.stream()
                    .skip(heeded ? 1 : 0)
                    .forEach(value -> ignored.add(name + "=" + value));
              }
            });
    return new Ignored(List.copyOf(ignored), names);
  }

  /**
   * Whether a product has a measure: the UN figure shared out is no estimate to be divided by the
   * UN figure.
   */
  static boolean has(Product product, UnitMeasure measure) {
    return product != Product.ALLOCATION || measure != UnitMeasure.RATIO;
  }

  private static boolean isOfProduct(Context context, String name, String value) {
    String product = context.queryParam(Param.PRODUCT.name());
    return !name.equals("measure")
        || product == null
        || Product.find(product).stream()
            .allMatch(
                found -> UnitMeasure.find(value).stream().allMatch(measure -> has(found, measure)));
  }

  private static boolean isRead(String name, String value) {
    return switch (name) {
      case "level" -> value.matches("[1-3]");
      case "measure" -> UnitMeasure.words().contains(value);
      case "groups" -> value.matches("[01]");
      case "air" -> AIR.contains(value);
      case "selected" -> SELECTED.matcher(value).matches();
      case "compare" -> Product.find(value).isPresent() || isQuestion("as_of", value);
      case "at" -> isPosition(value);
      case "lang" -> Languages.TAGS.contains(value);
      default -> isQuestion(name, value);
    };
  }

  /** As the script reads it: zoom, latitude, longitude. */
  private static boolean isPosition(String value) {
    Matcher at = AT.matcher(value);
    return at.matches()
        && Double.parseDouble(at.group(1)) <= MOST_ZOOM
        && Math.abs(Double.parseDouble(at.group(2))) <= MOST_LAT
        && Math.abs(Double.parseDouble(at.group(3))) <= MOST_LON;
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
