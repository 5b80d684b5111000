package org.displacementmapper.server.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.displacementmapper.layer.LabelSides;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Two units side by side, from 94 to 96 and from 96 to 98 degrees, in a picture of 400 pixels. */
class GroundsTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final MapFrame frame =
      MapFrame.fitting(new Rectangle2D.Double(0, 0, 400, 400), new Envelope(92, 98, 17, 23), 0);
  private final Scene.Label west = label("West", new Envelope(94, 96, 19, 21));
  private final Scene.Label east = label("East", new Envelope(96, 98, 19, 21));
  private final Grounds grounds = Grounds.of(List.of(west, east), frame);

  @Test
  void onlyOtherUnitsAreAnothersGround() {
    assertEquals(new Grounds.Shares(0, 1), grounds.shares(west, box(95)));
    assertEquals(1, grounds.shares(west, box(97)).others());
    assertEquals(0.5, grounds.shares(west, box(96)).others(), 0.06);
    assertEquals(0, grounds.shares(west, box(92.5)).others(), "the sea is nobody's");
  }

  @Test
  void aNameAcrossTheSeaIsNotBesideItsUnit() {
    assertTrue(grounds.isBeside(west, box(95), 5));
    assertTrue(grounds.isBeside(west, box(93.65), 5));
    assertFalse(grounds.isBeside(west, box(92.5), 5));
    assertFalse(grounds.isBeside(east, box(93.65), 5));
  }

  /** 40 pixels wide, some 0.6 degrees, about the place. */
  private Rectangle2D box(double lon) {
    Point2D at = frame.point(lon, 20);
    return new Rectangle2D.Double(at.getX() - 20, at.getY() - 6, 40, 12);
  }

  private static Scene.Label label(String name, Envelope shape) {
    Geometry geometry = GEOMETRIES.toGeometry(shape);
    LabelSides.Side side = new LabelSides.Side(LabelSides.Anchor.TOP, 0, 0);
    return new Scene.Label(name, "", side, shape.centre().x, shape.centre().y, false, geometry);
  }
}
