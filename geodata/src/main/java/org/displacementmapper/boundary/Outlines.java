package org.displacementmapper.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.math.MathUtil;

/**
 * The rings of some areas in flat arrays, each area cut into horizontal stripes that list the
 * segments they touch. A question about a point then looks at the few segments of one stripe.
 *
 * <p>{@link #covers} is exact: it counts crossings of a ray to the east and decides the side of a
 * segment with JTS's robust predicate, as {@code Geometry.covers} does. Areas are named by their
 * index. Immutable.
 */
final class Outlines {

  private static final int SEGMENTS_PER_STRIPE = 4;
  private static final int MAX_STRIPES = 4096;

  private final Envelope[] envelopes;

  /** Corners of all rings one after the other; segment i runs from corner i to corner i + 1. */
  private final double[] xs;

  private final double[] ys;

  /** Of each area, its first stripe; then the number of all stripes. */
  private final int[] firstStripes;

  /** Of each stripe, where its segments begin in {@link #segments}; then the length of that. */
  private final int[] starts;

  private final int[] segments;

  Outlines(List<Geometry> areas) {
    envelopes = areas.stream().map(Geometry::getEnvelopeInternal).toArray(Envelope[]::new);
    int corners = areas.stream().mapToInt(Geometry::getNumPoints).sum();
    xs = new double[corners];
    ys = new double[corners];
    firstStripes = new int[areas.size() + 1];
    int[] firstCorners = new int[areas.size() + 1];
    boolean[] isSegment = new boolean[corners];
    Corners filling = new Corners(isSegment);
    for (int area = 0; area < areas.size(); area++) {
      areas.get(area).apply(filling);
      firstCorners[area + 1] = filling.size;
      int stripes = (filling.size - firstCorners[area]) / SEGMENTS_PER_STRIPE;
      firstStripes[area + 1] = firstStripes[area] + MathUtil.clamp(stripes, 1, MAX_STRIPES);
    }
    starts = new int[firstStripes[areas.size()] + 1];
    segments = new int[countPerStripe(firstCorners, isSegment)];
    fillStripes(firstCorners, isSegment);
  }

  int size() {
    return envelopes.length;
  }

  Envelope envelope(int area) {
    return envelopes[area];
  }

  double x(int corner) {
    return xs[corner];
  }

  double y(int corner) {
    return ys[corner];
  }

  /** Whether the point lies in the area or on its border. */
  boolean covers(int area, double x, double y) {
    if (!envelopes[area].covers(x, y)) {
      return false;
    }
    int stripe = stripe(area, y);
    boolean inside = false;
    for (int k = starts[stripe]; k < starts[stripe + 1]; k++) {
      int i = segments[k];
      double ax = xs[i];
      double bx = xs[i + 1];
      if (ax < x && bx < x) {
        continue;
      }
      double ay = ys[i];
      double by = ys[i + 1];
      if (bx == x && by == y) {
        return true;
      }
      if (ay == y && by == y) {
        if (Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) {
          return true;
        }
      } else if (ay > y != by > y) {
        // A corner at the height of the ray counts as below it, so that it is crossed once.
        if (ax > x && bx > x) {
          inside = !inside;
          continue;
        }
        int side = CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, x, y);
        if (side == 0) {
          return true;
        }
        if (side > 0 == by > ay) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /** What is done with the segments near a point. */
  interface SegmentVisitor {
    /**
     * @param segment from corner {@code segment} to corner {@code segment + 1}
     */
    void visit(int segment);
  }

  /** Visits every segment of the area, some twice. */
  void visitSegments(int area, SegmentVisitor visitor) {
    for (int stripe = firstStripes[area]; stripe < firstStripes[area + 1]; stripe++) {
      visitStripe(stripe, visitor);
    }
  }

  /**
   * Visits the segments of the area from the height of a point up and down, some twice, until the
   * visitor has seen enough.
   *
   * @param reach how far from the height it still wants to see, in degrees; may shrink
   */
  void visitSegments(int area, double y, DoubleSupplier reach, SegmentVisitor visitor) {
    Envelope envelope = envelopes[area];
    int first = firstStripes[area];
    int end = firstStripes[area + 1];
    double stripeHeight = envelope.getHeight() / (end - first);
    int middle = stripe(area, MathUtil.clamp(y, envelope.getMinY(), envelope.getMaxY()));
    for (int up = middle; up < end; up++) {
      if (up > middle
          && envelope.getMinY() + (up - first) * stripeHeight - y > reach.getAsDouble()) {
        break;
      }
      visitStripe(up, visitor);
    }
    for (int down = middle - 1; down >= first; down--) {
      if (y - envelope.getMinY() - (down + 1 - first) * stripeHeight > reach.getAsDouble()) {
        break;
      }
      visitStripe(down, visitor);
    }
  }

  private void visitStripe(int stripe, SegmentVisitor visitor) {
    for (int k = starts[stripe]; k < starts[stripe + 1]; k++) {
      visitor.visit(segments[k]);
    }
  }

  /** Rises with y, so that a point within the heights of a segment finds it in its stripe. */
  private int stripe(int area, double y) {
    Envelope envelope = envelopes[area];
    int stripes = firstStripes[area + 1] - firstStripes[area];
    double part = (y - envelope.getMinY()) / envelope.getHeight() * stripes;
    // A flat area has no height: 0 / 0 becomes stripe 0.
    return firstStripes[area] + Math.min((int) part, stripes - 1);
  }

  private int countPerStripe(int[] firstCorners, boolean[] isSegment) {
    int[] counts = new int[starts.length];
    forEachSegment(firstCorners, isSegment, (stripe, segment) -> counts[stripe]++);
    int sum = 0;
    for (int stripe = 0; stripe < counts.length; stripe++) {
      starts[stripe] = sum;
      sum += counts[stripe];
    }
    return sum;
  }

  private void fillStripes(int[] firstCorners, boolean[] isSegment) {
    int[] next = Arrays.copyOf(starts, starts.length);
    forEachSegment(
        firstCorners, isSegment, (stripe, segment) -> segments[next[stripe]++] = segment);
  }

  private interface StripeAndSegment {
    void accept(int stripe, int segment);
  }

  private void forEachSegment(int[] firstCorners, boolean[] isSegment, StripeAndSegment action) {
    for (int area = 0; area < envelopes.length; area++) {
      for (int i = firstCorners[area]; i < firstCorners[area + 1]; i++) {
        if (isSegment[i]) {
          int last = stripe(area, Math.max(ys[i], ys[i + 1]));
          for (int stripe = stripe(area, Math.min(ys[i], ys[i + 1])); stripe <= last; stripe++) {
            action.accept(stripe, i);
          }
        }
      }
    }
  }

  /** Copies the corners of every ring; the last corner of a ring begins no segment. */
  private final class Corners implements GeometryComponentFilter {

    private final boolean[] isSegment;
    private int size;

    private Corners(boolean[] isSegment) {
      this.isSegment = isSegment;
    }

    @Override
    public void filter(Geometry component) {
      if (component instanceof LinearRing ring) {
        for (Coordinate corner : ring.getCoordinates()) {
          xs[size] = corner.x;
          ys[size] = corner.y;
          isSegment[size] = true;
          size++;
        }
        if (!ring.isEmpty()) {
          isSegment[size - 1] = false;
        }
      }
    }
  }
}
