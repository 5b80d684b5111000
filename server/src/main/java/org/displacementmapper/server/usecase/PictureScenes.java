package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.join.Placement;
import org.displacementmapper.layer.LabelSides;
import org.displacementmapper.layer.View;
import org.displacementmapper.server.picture.Borders;
import org.displacementmapper.server.picture.Scene;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Makes of a view what a map of it shows, from the same layers that are served as tiles. */
final class PictureScenes {

  private static final int CACHED_BORDERS = 4;

  /** What the page's table adds to some names, as in "Mandalay incl. Nay Pyi Taw". */
  private static final String ADDED = " incl.";

  /** "Region" and "State", which English names on the map leave out too. */
  private static final List<String> BURMESE_KINDS = List.of("တိုင်းဒေသကြီး", "ပြည်နယ်");

  private record BordersKey(String version, int level) {}

  private final Catalogs catalogs;
  private final Exposures exposures;
  private final Cache<BordersKey, Borders> borders =
      Caffeine.newBuilder().maximumSize(CACHED_BORDERS).build();

  PictureScenes(Catalogs catalogs, Exposures exposures) {
    this.catalogs = catalogs;
    this.exposures = exposures;
  }

  /**
   * @param view of the incidents that are marked
   * @param counted of all incidents of the estimate's source, as the measures count them
   */
  Scene scene(DrawPicture.Request request, View view, View counted, PictureWords words) {
    Dataset dataset = view.dataset();
    List<Feature> features = counted.units(request.level());
    Envelope country = new Envelope();
    dataset
        .boundaries()
        .units(dataset.boundaries().levels().first())
        .forEach(unit -> country.expandToInclude(unit.geometry().getEnvelopeInternal()));
    return new Scene(
        country,
        request.at(),
        dataset.basemap().neighbours().stream().map(Feature::geometry).toList(),
        placeNames(words),
        units(request, features),
        borders(request, dataset, features),
        labels(request, counted, words),
        groups(request, counted, words),
        spots(request, view),
        areas(view));
  }

  private static List<Scene.PlaceName> placeNames(PictureWords words) {
    return LabelSides.table().orientation().stream()
        .map(
            name ->
                new Scene.PlaceName(
                    words.placeName(name.key()), name.sea(), name.lon(), name.lat()))
        .toList();
  }

  private List<Scene.Unit> units(DrawPicture.Request request, List<Feature> features) {
    UnitMeasure measure = request.measure();
    Map<String, Object> exposed = measure == UnitMeasure.EXPOSURE ? exposed(request) : Map.of();
    List<Scene.Unit> units = new ArrayList<>();
    for (Feature feature : features) {
      Map<String, Object> values = new HashMap<>(feature.values());
      values.put("exposed", exposed.get(feature.id()));
      Optional<Integer> shade = measure.classOf(values);
      boolean listed = values.get("un_displaced") != null;
      boolean modelOnly =
          measure.isEstimate() && request.level() == Evidence.FIRST_LEVEL && !listed;
      units.add(
          new Scene.Unit(
              feature.id(),
              feature.geometry(),
              shade.map(measure.classes()::colour),
              shade.isEmpty() || modelOnly,
              request.selected().filter(feature.id()::equals).isPresent()));
    }
    return units;
  }

  /** People near incidents by P-code; 0 where they are fewer than is told. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> exposed(DrawPicture.Request request) {
    Map<String, Object> answer = exposures.describe(request.countedQuestion(), request.level());
    Map<String, Object> exposed = new HashMap<>();
    for (Map<String, Object> unit : (List<Map<String, Object>>) answer.get("units")) {
      if (unit.get("population") != null) {
        Object people = unit.get("exposed_" + DrawPicture.EXPOSURE_KM + "_km");
        exposed.put((String) unit.get("pcode"), people == null ? 0 : people);
      }
    }
    return exposed;
  }

  private Borders borders(DrawPicture.Request request, Dataset dataset, List<Feature> features) {
    List<Geometry> shapes = features.stream().map(Feature::geometry).toList();
    boolean all = shapes.size() == dataset.boundaries().units(request.level()).size();
    return all
        ? borders.get(
            new BordersKey(dataset.version().toString(), request.level()),
            missing -> Borders.of(shapes))
        : Borders.of(shapes);
  }

  /** Names of the first level, and of the chosen unit of another. */
  private List<Scene.Label> labels(DrawPicture.Request request, View view, PictureWords words) {
    List<Scene.Label> labels = new ArrayList<>();
    for (Feature unit : points(view, Evidence.FIRST_LEVEL)) {
      labels.add(label(unit, view, request, words));
    }
    if (request.level() != Evidence.FIRST_LEVEL && request.selected().isPresent()) {
      points(view, request.level()).stream()
          .filter(unit -> unit.id().equals(request.selected().get()))
          .forEach(unit -> labels.add(label(unit, view, request, words)));
    }
    return labels;
  }

  private static Scene.Label label(
      Feature unit, View view, DrawPicture.Request request, PictureWords words) {
    Coordinate at = unit.geometry().getCoordinate();
    Object people = unit.values().get("un_displaced");
    boolean complete = Boolean.TRUE.equals(unit.values().get("un_complete"));
    return new Scene.Label(
        name(unit, words.isBurmese()),
        people instanceof Number number ? words.unFigure(number.longValue(), complete) : "",
        LabelSides.table().of(unit.id()),
        at.x,
        at.y,
        request.selected().filter(unit.id()::equals).isPresent(),
        view.dataset()
            .boundaries()
            .findUnit(unit.id())
            .<Geometry>map(AdminUnit::geometry)
            .orElse(unit.geometry()));
  }

  private static String name(Feature unit, boolean burmese) {
    if (burmese && unit.values().get("name_my") instanceof String name) {
      String bare = name;
      for (String kind : BURMESE_KINDS) {
        bare =
            bare.length() > kind.length() && bare.endsWith(kind)
                ? bare.substring(0, bare.length() - kind.length())
                : bare;
      }
      return bare;
    }
    String name = (String) unit.values().get("name");
    int added = name.indexOf(ADDED);
    return added < 0 ? name : name.substring(0, added);
  }

  private List<Feature> points(View view, int level) {
    return catalogs.layer(view.dataset(), "adm" + level + "-labels").features(view);
  }

  private List<Scene.Group> groups(DrawPicture.Request request, View view, PictureWords words) {
    if (!request.groups()) {
      return List.of();
    }
    return catalogs.layer(view.dataset(), "un-groups").features(view).stream()
        .map(
            group ->
                new Scene.Group(
                    group.geometry(),
                    words.group(group.values()),
                    LabelSides.table().groups().get(group.id())))
        .toList();
  }

  private static List<Scene.Spot> spots(DrawPicture.Request request, View view) {
    List<Scene.Spot> spots = new ArrayList<>();
    for (Placement placement : view.placements()) {
      Incident incident = placement.incident();
      if (incident.where().precision().isPoint()) {
        boolean exact = incident.where().precision() == Precision.EXACT;
        boolean selected = request.selected().filter(incident.key()::equals).isPresent();
        incident
            .where()
            .findPoint()
            .ifPresent(at -> spots.add(new Scene.Spot(at.x, at.y, exact, selected)));
      }
    }
    return spots;
  }

  /** A sign at the label point of each area. */
  private List<Scene.Area> areas(View view) {
    List<Scene.Area> areas = new ArrayList<>();
    Map<Integer, Map<String, Coordinate>> points = new HashMap<>();
    for (Feature area : catalogs.layer(view.dataset(), "incident-areas").features(view)) {
      int level = (Integer) area.values().get("level");
      Coordinate at =
          points.computeIfAbsent(level, wanted -> coordinates(view, wanted)).get(area.id());
      if (at != null) {
        areas.add(new Scene.Area(at.x, at.y, (Integer) area.values().get("incidents")));
      }
    }
    return areas;
  }

  private Map<String, Coordinate> coordinates(View view, int level) {
    Map<String, Coordinate> coordinates = new HashMap<>();
    points(view, level)
        .forEach(unit -> coordinates.put(unit.id(), unit.geometry().getCoordinate()));
    return coordinates;
  }

  /** Whether there is a unit of this code, or a public incident of this key. */
  static boolean knows(Dataset dataset, String selected) {
    Optional<AdminUnit> unit = dataset.boundaries().findUnit(selected);
    return unit.isPresent()
        || dataset.placements().stream()
            .anyMatch(placement -> placement.incident().key().equals(selected));
  }
}
