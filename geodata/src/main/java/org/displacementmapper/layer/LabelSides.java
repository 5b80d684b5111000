package org.displacementmapper.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where names stand on a map, from {@code labels.json}, which the page is built from as well: small
 * and coastal units have their name beside them, over sea or foreign land, so that it covers
 * neither shade nor marks. Read when first asked for. Immutable.
 *
 * @param sides by the shipped P-code
 * @param otherwise of every other unit: above its label point, which is left to marks
 * @param groups by the code of a group of the UN: beside its outline, over sea or abroad
 * @param orientation names of seas and neighbours
 */
public record LabelSides(
    Map<String, Side> sides,
    Side otherwise,
    Map<String, Spot> groups,
    List<Orientation> orientation) {

  /** The part of a name that is at its point, in the words of MapLibre. */
  public enum Anchor {
    LEFT,
    RIGHT,
    TOP,
    BOTTOM
  }

  /**
   * @param rightEms how far the anchor lies right of the label point, in ems
   * @param downEms how far below it
   */
  public record Side(Anchor anchor, double rightEms, double downEms) {}

  /** A place in degrees, and the part of a name that is there. */
  public record Spot(Anchor anchor, double lon, double lat) {}

  /**
   * @param key of the name in the page's words
   * @param sea whether it names a sea rather than a country
   */
  public record Orientation(String key, boolean sea, double lon, double lat) {}

  public LabelSides {
    sides = Map.copyOf(sides);
    groups = Map.copyOf(groups);
    orientation = List.copyOf(orientation);
  }

  private static final class Read {
    static final LabelSides TABLE = read();
  }

  public static LabelSides table() {
    return Read.TABLE;
  }

  public Side of(String pcode) {
    return sides.getOrDefault(pcode, otherwise);
  }

  private static LabelSides read() {
    try (InputStream file = LabelSides.class.getResourceAsStream("labels.json")) {
      JsonNode root = new ObjectMapper().readTree(file);
      Map<String, Side> sides = new HashMap<>();
      root.get("sides")
          .properties()
          .forEach(each -> sides.put(each.getKey(), side(each.getValue())));
      Map<String, Spot> groups = new HashMap<>();
      root.get("groups")
          .properties()
          .forEach(each -> groups.put(each.getKey(), spot(each.getValue())));
      List<Orientation> orientation = new ArrayList<>();
      root.get("orientation").forEach(name -> orientation.add(orientation(name)));
      return new LabelSides(sides, side(root.get("otherwise")), groups, orientation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Side side(JsonNode node) {
    JsonNode offset = node.get("offset");
    return new Side(anchor(node), offset.get(0).doubleValue(), offset.get(1).doubleValue());
  }

  private static Spot spot(JsonNode node) {
    JsonNode at = node.get("at");
    return new Spot(anchor(node), at.get(0).doubleValue(), at.get(1).doubleValue());
  }

  private static Anchor anchor(JsonNode node) {
    return Anchor.valueOf(node.get("anchor").asText().toUpperCase(Locale.ROOT));
  }

  private static Orientation orientation(JsonNode node) {
    JsonNode at = node.get("at");
    return new Orientation(
        node.get("key").asText(),
        node.get("kind").asText().equals("sea"),
        at.get(0).doubleValue(),
        at.get(1).doubleValue());
  }
}
