package org.displacementmapper.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.feature.Style;
import org.displacementmapper.feature.Style.Area;
import org.displacementmapper.feature.Style.Hatch;
import org.displacementmapper.feature.Style.Marker;
import org.displacementmapper.feature.Style.Rule;

/**
 * How the layers are drawn in files that carry a style: as on the page, in its light colours. What
 * the page adds by looking at its own state (selection, labels) is left out.
 */
final class LayerStyles {

  private static final String ESTIMATE = "displaced";
  private static final String CLASS = "displaced_class";

  private LayerStyles() {}

  /** Classes of people displaced; the first level says where the UN has no figure. */
  static Style units(int level) {
    Theme theme = Theme.theme();
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("no estimate", new Style.Missing(CLASS, false), area(theme, "land")));
    rules.add(
        new Rule(
            "under 100",
            new Style.All(
                List.of(new Style.Missing(CLASS, true), new Style.Missing(ESTIMATE, false))),
            area(theme, "class-0")));
    List<Double> breaks = theme.measure("estimate").breaks();
    for (int i = 0; i <= breaks.size(); i++) {
      boolean last = i == breaks.size();
      double lower = i == 0 ? 100 : breaks.get(i - 1);
      Style.Range range =
          new Style.Range(
              ESTIMATE,
              i == 0 ? OptionalDouble.empty() : OptionalDouble.of(lower),
              last ? OptionalDouble.empty() : OptionalDouble.of(breaks.get(i)));
      String label =
          last
              ? String.format(Locale.ROOT, "%,.0f or more", lower)
              : String.format(Locale.ROOT, "%,.0f to under %,.0f", lower, breaks.get(i));
      rules.add(new Rule(label, range, area(theme, "class-" + i)));
    }
    if (level == Evidence.FIRST_LEVEL) {
      rules.add(
          new Rule(
              "no UN figure, model only: unknown, not zero",
              new Style.Missing("un_displaced", false),
              new Hatch(theme.colour("text-3"), 1.1, 7, 45, 0, false)));
    }
    return new Style(rules);
  }

  private static Area area(Theme theme, String fill) {
    return new Area(theme.colour(fill), theme.colour("outline"), 0.6);
  }

  /** The line alone: what it holds keeps its own shade. */
  static Style groups() {
    return always("group of the UN", new Area("", Theme.theme().colour("un"), 2));
  }

  /** A dot where the place is exact, a ring where it is a village, a town or not stated. */
  static Style incidents() {
    Theme theme = Theme.theme();
    String ink = theme.colour("text");
    String ground = theme.colour("background");
    return new Style(
        List.of(
            new Rule(
                "village, town or unstated",
                new Style.Text("precision", "exact", true),
                new Marker(3.5, ground, ink, 1.8)),
            new Rule(
                "exact place",
                new Style.Text("precision", "exact", false),
                new Marker(3.8, ink, ground, 1.5))));
  }

  static Style incidentAreas() {
    Hatch hatch = new Hatch(Theme.theme().colour("text"), 1.1, 6, 135, 1.2, true);
    return always("somewhere in the area", hatch);
  }

  static Style places() {
    Theme theme = Theme.theme();
    return always("place", new Marker(2, theme.colour("text-2"), theme.colour("background"), 1));
  }

  static Style neighbours() {
    Theme theme = Theme.theme();
    return always("country", new Area(theme.colour("land"), theme.colour("hairline"), 1));
  }

  private static Style always(String label, Style.Symbol symbol) {
    return new Style(List.of(new Rule(label, new Style.Always(), symbol)));
  }
}
