package org.displacementmapper.layer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Schema;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** One point for each unit of a level: where its name stands, in its largest part. */
final class UnitLabelLayer extends PointLayer {

  /** How near to the best place is near enough, as a fraction of the unit's height. */
  private static final double TOLERANCE = 0.01;

  private final UnitLayer units;
  private final Map<String, Geometry> outlines = new HashMap<>();
  private final Map<String, Point> points = new ConcurrentHashMap<>();

  UnitLabelLayer(UnitLayer units, List<AdminUnit> members) {
    this.units = units;
    members.forEach(unit -> outlines.put(unit.pcode(), unit.geometry()));
  }

  @Override
  public String id() {
    return units.id() + "-labels";
  }

  @Override
  public String title() {
    return "Names of " + units.title();
  }

  @Override
  public String text() {
    return "One point for each unit, inside its largest part, with the values of the unit.";
  }

  @Override
  public Schema schema() {
    return units.schema();
  }

  @Override
  public String key() {
    return units.key();
  }

  @Override
  public List<Feature> features(View view) {
    List<Feature> labels = new ArrayList<>();
    for (Feature unit : units.features(view)) {
      labels.add(Feature.of(unit.id(), point(unit.id()), unit.values()));
    }
    return labels;
  }

  /** Found when first asked for: it takes a while. */
  private Point point(String pcode) {
    return points.computeIfAbsent(pcode, missing -> labelPoint(outlines.get(missing)));
  }

  /** The centre of the largest circle that fits in the largest part. */
  private static Point labelPoint(Geometry geometry) {
    Geometry largest = geometry.getGeometryN(0);
    for (int i = 1; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i).getArea() > largest.getArea()) {
        largest = geometry.getGeometryN(i);
      }
    }
    double height = largest.getEnvelopeInternal().getHeight();
    return new MaximumInscribedCircle(largest, height * TOLERANCE).getCenter();
  }
}
