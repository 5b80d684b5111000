package org.displacementmapper.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.displacementmapper.feature.Style;

/**
 * A style as QGIS keeps it (QML): a rule-based renderer. Sizes become points, so that they look the
 * same on every screen and on paper. Held by opening the file in QGIS 3.22.
 */
final class QgisStyle {

  private static final double POINTS_PER_PIXEL = 0.75;
  private static final String UNIT = "Point";

  private final XmlText xml = new XmlText();

  private QgisStyle() {}

  static String qml(Style style) {
    QgisStyle writer = new QgisStyle();
    writer.document(style.rules());
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + writer.xml;
  }

  private void document(List<Style.Rule> rules) {
    xml.open("qgis", "version", "3.22.0", "styleCategories", "Symbology");
    xml.open("renderer-v2", "type", "RuleRenderer", "symbollevels", "0", "enableorderby", "0");
    xml.open("rules", "key", "{root}");
    for (int i = 0; i < rules.size(); i++) {
      List<String> rule = new ArrayList<>(List.of("key", "{rule-" + i + "}"));
      String filter = expression(rules.get(i).condition());
      if (!filter.isEmpty()) {
        rule.addAll(List.of("filter", filter));
      }
      rule.addAll(List.of("label", rules.get(i).label(), "symbol", String.valueOf(i)));
      xml.open("rule", rule.toArray(String[]::new)).close();
    }
    xml.close();
    xml.open("symbols");
    for (int i = 0; i < rules.size(); i++) {
      symbol(String.valueOf(i), rules.get(i).symbol());
    }
    xml.close().close().close();
  }

  /** A QGIS expression; empty if it always holds. */
  static String expression(Style.Condition condition) {
    if (condition instanceof Style.Text text) {
      String value = "'" + text.value().replace("'", "''") + "'";
      String field = Sqlite.quoted(text.field());
      return text.not()
          ? "(" + field + " IS NULL OR " + field + " <> " + value + ")"
          : field + " = " + value;
    } else if (condition instanceof Style.Missing missing) {
      return Sqlite.quoted(missing.field()) + (missing.not() ? " IS NOT NULL" : " IS NULL");
    } else if (condition instanceof Style.Range range) {
      List<String> limits = new ArrayList<>();
      String field = Sqlite.quoted(range.field());
      range.lower().ifPresent(lower -> limits.add(field + " >= " + plain(lower)));
      range.upper().ifPresent(upper -> limits.add(field + " < " + plain(upper)));
      return String.join(" AND ", limits);
    } else if (condition instanceof Style.All all) {
      return all.conditions().stream()
          .map(QgisStyle::expression)
          .collect(Collectors.joining(" AND "));
    }
    return "";
  }

  private void symbol(String name, Style.Symbol symbol) {
    boolean marker = symbol instanceof Style.Marker;
    xml.open("symbol", "type", marker ? "marker" : "fill", "name", name, "alpha", "1");
    if (symbol instanceof Style.Area area) {
      fill(area.fill(), area.edge(), area.edgeWidth(), false);
    } else if (symbol instanceof Style.Hatch hatch) {
      lines(name, hatch);
      if (hatch.edgeWidth() > 0) {
        fill("", hatch.colour(), hatch.edgeWidth(), hatch.dashed());
      }
    } else if (symbol instanceof Style.Marker circle) {
      layer("SimpleMarker");
      option("name", "circle");
      option("color", rgb(circle.fill()));
      option("size", points(2 * circle.radius()));
      option("size_unit", UNIT);
      edge(circle.edge(), circle.edgeWidth(), false);
      xml.close().close();
    }
    xml.close();
  }

  private void fill(String fill, String edge, double edgeWidth, boolean dashed) {
    layer("SimpleFill");
    option("style", fill.isEmpty() ? "no" : "solid");
    option("color", rgb(fill.isEmpty() ? edge : fill));
    edge(edge, edgeWidth, dashed);
    xml.close().close();
  }

  private void edge(String colour, double width, boolean dashed) {
    option("outline_color", rgb(colour));
    option("outline_style", width == 0 ? "no" : dashed ? "dash" : "solid");
    option("outline_width", points(width));
    option("outline_width_unit", UNIT);
  }

  private void lines(String name, Style.Hatch hatch) {
    layer("LinePatternFill");
    option("angle", String.valueOf(hatch.angleDegrees()));
    option("color", rgb(hatch.colour()));
    option("distance", points(hatch.step()));
    option("distance_unit", UNIT);
    option("line_width", points(hatch.width()));
    option("line_width_unit", UNIT);
    xml.close();
    xml.open("symbol", "type", "line", "name", "@" + name + "@0", "alpha", "1");
    layer("SimpleLine");
    option("line_color", rgb(hatch.colour()));
    option("line_width", points(hatch.width()));
    option("line_width_unit", UNIT);
    xml.close().close().close().close();
  }

  private void layer(String kind) {
    xml.open("layer", "class", kind, "enabled", "1", "locked", "0", "pass", "0");
    xml.open("Option", "type", "Map");
  }

  private void option(String name, String value) {
    xml.open("Option", "type", "QString", "name", name, "value", value).close();
  }

  private static String points(double pixels) {
    return plain(pixels * POINTS_PER_PIXEL);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String rgb(String colour) {
    int value = Integer.parseInt(colour.substring(1), 16);
    return (value >> 16) + "," + (value >> 8 & 0xFF) + "," + (value & 0xFF) + ",255";
  }
}
