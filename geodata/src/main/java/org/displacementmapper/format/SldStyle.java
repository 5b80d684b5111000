package org.displacementmapper.format;

import java.math.BigDecimal;
import org.displacementmapper.feature.Style;

/** A style as Styled Layer Descriptor 1.1 (OGC 05-078r4), for GeoServer and others. */
final class SldStyle {

  private final XmlText xml = new XmlText();

  private SldStyle() {}

  static String sld(String layer, Style style) {
    SldStyle writer = new SldStyle();
    writer.document(layer, style);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + writer.xml;
  }

  private void document(String layer, Style style) {
    xml.open(
        "StyledLayerDescriptor",
        "xmlns",
        "http://www.opengis.net/sld",
        "xmlns:ogc",
        "http://www.opengis.net/ogc",
        "xmlns:se",
        "http://www.opengis.net/se",
        "version",
        "1.1.0");
    xml.open("NamedLayer").element("se:Name", layer);
    xml.open("UserStyle").element("se:Name", layer).open("se:FeatureTypeStyle");
    for (Style.Rule rule : style.rules()) {
      xml.open("se:Rule").element("se:Name", rule.label());
      xml.open("se:Description").element("se:Title", rule.label()).close();
      if (!(rule.condition() instanceof Style.Always)) {
        xml.open("ogc:Filter");
        filter(rule.condition());
        xml.close();
      }
      symbol(rule.symbol());
      xml.close();
    }
    xml.close().close().close().close();
  }

  private void filter(Style.Condition condition) {
    if (condition instanceof Style.Text text) {
      if (text.not()) {
        xml.open("ogc:Or");
        isNull(text.field());
        compare("ogc:PropertyIsNotEqualTo", text.field(), text.value());
        xml.close();
      } else {
        compare("ogc:PropertyIsEqualTo", text.field(), text.value());
      }
    } else if (condition instanceof Style.Missing missing) {
      if (missing.not()) {
        xml.open("ogc:Not");
        isNull(missing.field());
        xml.close();
      } else {
        isNull(missing.field());
      }
    } else if (condition instanceof Style.Range range) {
      boolean both = range.lower().isPresent() && range.upper().isPresent();
      if (both) {
        xml.open("ogc:And");
      }
      range
          .lower()
          .ifPresent(
              lower -> compare("ogc:PropertyIsGreaterThanOrEqualTo", range.field(), plain(lower)));
      range
          .upper()
          .ifPresent(upper -> compare("ogc:PropertyIsLessThan", range.field(), plain(upper)));
      if (both) {
        xml.close();
      }
    } else if (condition instanceof Style.All all) {
      xml.open("ogc:And");
      all.conditions().forEach(this::filter);
      xml.close();
    }
  }

  private void isNull(String field) {
    xml.open("ogc:PropertyIsNull").element("ogc:PropertyName", field).close();
  }

  private void compare(String operator, String field, String value) {
    xml.open(operator).element("ogc:PropertyName", field).element("ogc:Literal", value).close();
  }

  private void symbol(Style.Symbol symbol) {
    if (symbol instanceof Style.Area area) {
      xml.open("se:PolygonSymbolizer");
      if (!area.fill().isEmpty()) {
        fill(area.fill());
      }
      stroke(area.edge(), area.edgeWidth(), false);
      xml.close();
    } else if (symbol instanceof Style.Hatch hatch) {
      xml.open("se:PolygonSymbolizer");
      xml.open("se:Fill").open("se:GraphicFill").open("se:Graphic").open("se:Mark");
      xml.element("se:WellKnownName", hatch.angleDegrees() < 90 ? "slash" : "backslash");
      stroke(hatch.colour(), hatch.width(), false);
      xml.close().element("se:Size", plain(hatch.step())).close().close().close();
      stroke(hatch.colour(), hatch.edgeWidth(), hatch.dashed());
      xml.close();
    } else if (symbol instanceof Style.Marker circle) {
      xml.open("se:PointSymbolizer").open("se:Graphic").open("se:Mark");
      xml.element("se:WellKnownName", "circle");
      fill(circle.fill());
      stroke(circle.edge(), circle.edgeWidth(), false);
      xml.close().element("se:Size", plain(2 * circle.radius())).close().close();
    }
  }

  private void fill(String colour) {
    xml.open("se:Fill").element("se:SvgParameter", colour, "name", "fill").close();
  }

  private void stroke(String colour, double width, boolean dashed) {
    if (width > 0) {
      xml.open("se:Stroke");
      xml.element("se:SvgParameter", colour, "name", "stroke");
      xml.element("se:SvgParameter", plain(width), "name", "stroke-width");
      if (dashed) {
        xml.element("se:SvgParameter", "3 2", "name", "stroke-dasharray");
      }
      xml.close();
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
