package org.displacementmapper.server.picture;

import java.util.List;
import java.util.Optional;
import org.displacementmapper.layer.LabelSides;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * What a map shows, in degrees.
 *
 * @param country the part of the world to show unless {@code at} is given
 * @param land the countries in view
 * @param names of seas and neighbours, in the language of the picture
 * @param groups of the UN, where they were asked for
 * @param spots incidents whose place is known
 * @param areas numbers of incidents known only to an area
 */
public record Scene(
    Envelope country,
    Optional<Position> at,
    List<Geometry> land,
    List<PlaceName> names,
    List<Unit> units,
    Borders borders,
    List<Label> labels,
    List<Group> groups,
    List<Spot> spots,
    List<Area> areas) {

  public Scene {
    land = List.copyOf(land);
    names = List.copyOf(names);
    units = List.copyOf(units);
    labels = List.copyOf(labels);
    groups = List.copyOf(groups);
    spots = List.copyOf(spots);
    areas = List.copyOf(areas);
  }

  /**
   * @param zoom of the page's map, whose whole world is 512 pixels wide at zoom 0
   */
  public record Position(double zoom, double lat, double lon) {}

  public record PlaceName(String text, boolean sea, double lon, double lat) {}

  /**
   * @param colour name of the colour of its class; empty: no data
   * @param hatched whether a hatch says that a figure is missing
   * @param selected whether it has an outline of its own
   */
  public record Unit(
      String pcode, Geometry shape, Optional<String> colour, boolean hatched, boolean selected) {}

  /**
   * The name of a unit.
   *
   * @param figure what the UN reported, in words; empty if nothing
   * @param side where it stands unless that is taken
   * @param selected whether it is written before the others
   * @param shape of the unit, in degrees: its name may not stand in another's
   */
  public record Label(
      String name,
      String figure,
      LabelSides.Side side,
      double lon,
      double lat,
      boolean selected,
      Geometry shape) {}

  /**
   * A group of the UN: a line round its members, above the shades.
   *
   * @param lines name, figure, and the date if it is not that of the map
   * @param spot where they stand
   */
  public record Group(Geometry outline, List<String> lines, LabelSides.Spot spot) {

    public Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param exact whether the source prints coordinates; else a village, a town, or not stated
   * @param selected whether it is marked above the others
   */
  public record Spot(double lon, double lat, boolean exact, boolean selected) {}

  /**
   * @param lon where the sign for the whole area stands
   */
  public record Area(double lon, double lat, int incidents) {}
}
