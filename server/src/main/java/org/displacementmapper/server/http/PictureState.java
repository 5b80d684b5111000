package org.displacementmapper.server.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.DrawPicture;
import org.displacementmapper.server.usecase.UnitMeasure;
import org.displacementmapper.server.usecase.UnknownException;
import org.displacementmapper.server.usecase.UnreadableException;

/**
 * The state of the page's address that a picture of it can show. The page takes any address, the
 * picture refuses what it cannot answer: so what is garbled is left out here, as on the page.
 *
 * @param query parameters of {@code /map.png} and of the page alike, without a question mark; empty
 *     for the page as it opens
 * @param figures the comparison that the picture tells of
 * @param groups whether it outlines the groups of the UN
 */
record PictureState(
    String query, PageFigures figures, Product product, UnitMeasure measure, boolean groups) {

  /** A picture has one side; its language is its own parameter. */
  private static final List<String> NOT_DRAWN = List.of("compare", "lang");

  /**
   * @param state of the page's address
   * @param version that the page shows; empty: the newest
   * @param shown date that the page shows if that of the address has no answer
   */
  static PictureState of(
      PageState state,
      Optional<String> version,
      LocalDate shown,
      DrawPicture drawPicture,
      Comparisons comparisons) {
    PageState drawn = state.without(NOT_DRAWN);
    List<String> unreadable =
        drawn.words().keySet().stream().filter(name -> !isReadable(name, drawn)).toList();
    PageState readable = drawn.without(unreadable);
    Map<String, String> least = new LinkedHashMap<>();
    least.put("as_of", shown.toString());
    version.ifPresent(kept -> least.put("v", kept));
    return Stream.of(
            readable,
            readable.with("as_of", shown.toString()),
            readable.without(List.of("selected")),
            readable.without(List.of("selected", "cutoff", "level")),
            PageState.of(least),
            PageState.of(Map.of()))
        .flatMap(tried -> find(tried, drawPicture, comparisons).stream())
        .findFirst()
        .orElseThrow();
  }

  private static boolean isReadable(String name, PageState state) {
    try {
      PictureRoutes.request(Parameters.of(Map.of(name, state.words().get(name))));
      return true;
    } catch (Problem | BadQuestionException e) {
      return false;
    }
  }

  private static Optional<PictureState> find(
      PageState state, DrawPicture drawPicture, Comparisons comparisons) {
    try {
      DrawPicture.Request request = PictureRoutes.request(state.parameters(PageState.PARAMS));
      drawPicture.check(request);
      Map<String, Object> comparison = comparisons.compare(request.question());
      return Optional.of(
          new PictureState(
              state.query().replaceFirst("^\\?", ""),
              PageFigures.of(comparison),
              Product.find((String) comparison.get("product")).orElseThrow(),
              request.measure(),
              request.groups()));
    } catch (Problem
        | BadQuestionException
        | UnanswerableException
        | UnknownException
        | UnreadableException e) {
      return Optional.empty();
    }
  }

  /**
   * Address relative to the server.
   *
   * @param path such as {@code map.png}; empty for the page
   * @param more parameters that stand before the state, such as {@code width=150}
   */
  String address(String path, String... more) {
    List<String> parts = new ArrayList<>(List.of(more));
    parts.add(query);
    String joined = parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    return joined.isEmpty() ? path : path + "?" + joined;
  }
}
