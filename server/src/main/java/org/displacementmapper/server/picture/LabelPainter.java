package org.displacementmapper.server.picture;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.layer.LabelSides.Anchor;
import org.displacementmapper.layer.LabelSides.Side;

/**
 * Writes names of units with the UN figure in blue below them: where the table of the page puts
 * them, else at the first side where they cover no other name and stand on no other unit. A name
 * without room is left out, its figure before it.
 */
final class LabelPainter {

  private static final double EMS = 12;
  private static final double LEAST_PX = 9.5;
  private static final double FIGURE = 0.9;

  /** Between two names, and from a name to the edge. */
  private static final double GAP = 2;

  /** Share of a name that may stand on other units: at a side of the table, and at another. */
  private static final double MOST_ON_OTHERS_FIRST = 0.4;

  private static final double MOST_ON_OTHERS = 0.25;

  /** Tried after the place of the table, nearest first. */
  private static final List<Side> OTHER_SIDES =
      List.of(
          new Side(Anchor.BOTTOM, 0, -0.9),
          new Side(Anchor.TOP, 0, 0.9),
          new Side(Anchor.LEFT, 1, 0),
          new Side(Anchor.RIGHT, -1, 0),
          new Side(Anchor.BOTTOM, 0, -2.2),
          new Side(Anchor.TOP, 0, 2.2),
          new Side(Anchor.LEFT, 3, 0),
          new Side(Anchor.RIGHT, -3, 0),
          new Side(Anchor.LEFT, 3, 2),
          new Side(Anchor.RIGHT, -3, 2));

  private final Pen pen;
  private final MapFrame frame;
  private final double em;
  private final boolean small;
  private final List<Rectangle2D> taken = new ArrayList<>();
  private Grounds grounds = Grounds.NONE;

  private record Lines(List<Text.Line> lines, List<Double> heights, double width, double height) {}

  private record Place(Rectangle2D box, Anchor anchor) {}

  LabelPainter(Pen pen, MapFrame frame, double size) {
    this.pen = pen;
    this.frame = frame;
    this.small = EMS * size < LEAST_PX;
    this.em = Math.max(LEAST_PX, EMS * size);
  }

  /**
   * @param blocked where nothing may be written
   * @param marks what is better not covered
   */
  void paint(Scene scene, List<Rectangle2D> blocked, List<Rectangle2D> marks) {
    taken.addAll(blocked);
    grounds = Grounds.of(scene.labels(), frame);
    scene.groups().forEach(this::group);
    scene.labels().stream()
        .sorted(Comparator.comparingInt(LabelPainter::rank))
        .forEach(label -> write(label, marks));
    scene.names().forEach(this::orientation);
  }

  /** The chosen unit first, then those with a UN figure. */
  private static int rank(Scene.Label label) {
    if (label.selected()) {
      return 0;
    }
    return label.figure().isEmpty() ? 2 : 1;
  }

  private void write(Scene.Label label, List<Rectangle2D> marks) {
    Lines full = lines(label, true);
    Lines bare = lines(label, false);
    Optional<Place> place = place(label, full, marks);
    Lines written = full;
    if (place.isEmpty()) {
      place = place(label, bare, marks);
      written = bare;
    }
    if (place.isPresent()) {
      draw(written, place.get());
      taken.add(place.get().box());
    }
  }

  private Lines lines(Scene.Label label, boolean withFigure) {
    List<Text> texts = new ArrayList<>();
    texts.add(Text.of(label.name(), true, "text", em, pen.look()));
    if (withFigure && !label.figure().isEmpty()) {
      texts.add(Text.of(label.figure(), true, "un", em * FIGURE, pen.look()));
    }
    return lines(texts);
  }

  private static Lines lines(List<Text> texts) {
    List<Text.Line> lines = texts.stream().map(Text::line).toList();
    double width =
        lines.stream().mapToDouble(line -> line.layout().getAdvance()).max().orElseThrow();
    List<Double> heights = texts.stream().map(text -> text.lineHeight() * 0.88).toList();
    return new Lines(
        lines, heights, width, heights.stream().mapToDouble(Double::doubleValue).sum());
  }

  /** In its place, moved into the map where that is cut off: what was asked for is always told. */
  private void group(Scene.Group group) {
    Lines lines =
        lines(
            group.lines().stream().map(line -> Text.of(line, true, "un", em, pen.look())).toList());
    Point2D at = frame.point(group.spot().lon(), group.spot().lat());
    if (!frame.box().contains(at)) {
      return;
    }
    Rectangle2D box = box(at, new Side(group.spot().anchor(), 0, 0), lines);
    double left = Math.max(frame.box().getMinX() + GAP, box.getX());
    Rectangle2D inside = new Rectangle2D.Double(left, box.getY(), box.getWidth(), box.getHeight());
    draw(lines, new Place(inside, group.spot().anchor()));
    taken.add(inside);
  }

  /** The side with the least covered of marks, the earlier one if equal. */
  private Optional<Place> place(Scene.Label label, Lines lines, List<Rectangle2D> marks) {
    Point2D at = frame.point(label.lon(), label.lat());
    if (!frame.box().contains(at)) {
      return Optional.empty();
    }
    List<Side> sides = new ArrayList<>(List.of(label.side()));
    sides.addAll(OTHER_SIDES);
    Place best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < sides.size(); i++) {
      Place place = new Place(box(at, sides.get(i), lines), sides.get(i).anchor());
      if (isFree(place.box()) && mayStand(label, place.box(), i == 0)) {
        double cost = covered(place.box(), marks) + i * em * em / 4;
        if (cost < least) {
          least = cost;
          best = place;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The table's sides were chosen by eye, for letters that grow with the map. */
  private boolean mayStand(Scene.Label label, Rectangle2D box, boolean first) {
    Grounds.Shares shares = grounds.shares(label, box);
    return first
        ? !small || shares.others() <= MOST_ON_OTHERS_FIRST
        : shares.others() <= Math.min(shares.own(), MOST_ON_OTHERS)
            && grounds.isBeside(label, box, em);
  }

  private Rectangle2D box(Point2D at, Side side, Lines lines) {
    double x = at.getX() + side.rightEms() * em;
    double y = at.getY() + side.downEms() * em;
    double left =
        switch (side.anchor()) {
          case LEFT -> x;
          case RIGHT -> x - lines.width();
          case TOP, BOTTOM -> x - lines.width() / 2;
        };
    double top =
        switch (side.anchor()) {
          case TOP -> y;
          case BOTTOM -> y - lines.height();
          case LEFT, RIGHT -> y - lines.height() / 2;
        };
    return new Rectangle2D.Double(left, top, lines.width(), lines.height());
  }

  private boolean isFree(Rectangle2D box) {
    Rectangle2D wide =
        new Rectangle2D.Double(
            box.getX() - GAP,
            box.getY() - GAP / 2,
            box.getWidth() + 2 * GAP,
            box.getHeight() + GAP);
    return frame.box().contains(wide) && taken.stream().noneMatch(wide::intersects);
  }

  private static double covered(Rectangle2D box, List<Rectangle2D> marks) {
    double area = 0;
    for (Rectangle2D mark : marks) {
      Rectangle2D both = box.createIntersection(mark);
      area += both.isEmpty() ? 0 : both.getWidth() * both.getHeight();
    }
    return area;
  }

  private void draw(Lines lines, Place place) {
    double top = place.box().getY();
    for (int i = 0; i < lines.lines().size(); i++) {
      Text.Line line = lines.lines().get(i);
      double spare = lines.width() - line.layout().getAdvance();
      double shift =
          switch (place.anchor()) {
            case LEFT -> 0;
            case RIGHT -> spare;
            case TOP, BOTTOM -> spare / 2;
          };
      double height = lines.heights().get(i);
      double baseline = top + baselineIn(line, height);
      pen.writeWithHalo(line, place.box().getX() + shift, baseline, em * 0.14);
      top += height;
    }
  }

  /** Ink in the middle of its row. */
  static double baselineIn(Text.Line line, double height) {
    double ink = line.layout().getAscent() + line.layout().getDescent();
    return (height - ink) / 2 + line.layout().getAscent();
  }

  private void orientation(Scene.PlaceName name) {
    Point2D at = frame.point(name.lon(), name.lat());
    Text.Line line =
        Text.of(name.text(), false, name.sea() ? "sea-text" : "land-text", em * 0.92, pen.look())
            .line();
    double width = line.layout().getAdvance();
    Rectangle2D box =
        new Rectangle2D.Double(at.getX() - width / 2, at.getY() - em * 0.7, width, em * 1.4);
    if (isFree(box)) {
      pen.write(line, box.getX(), box.getY() + baselineIn(line, box.getHeight()));
      taken.add(box);
    }
  }
}
