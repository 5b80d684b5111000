package org.displacementmapper.join;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Nearest;
import org.displacementmapper.boundary.PointLocator;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Where;

/**
 * Gives each incident its units, by section 3 of the method. What a source states goes before what
 * the place name says, and that before the point; a statement that the point contradicts by too
 * much is dropped. What is known only to an area is shared among the leaves of the area by
 * population.
 *
 * <p>With the shipped states, which are drawn up to 57 km off, the name of the state that a source
 * gives counts as a statement too.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class SpatialJoin {

  /** How far from the unit that a source states or names the point may lie. */
  static final double LIMIT_METRES = 10_000;

  /** The same for the shipped, coarse states. */
  static final double COARSE_LIMIT_METRES = 60_000;

  private static final int STATE = 1;
  private static final int DISTRICT = 2;
  private static final int TOWNSHIP = 3;

  private final Boundaries boundaries;
  private final Population population;
  private final UnitNames names;
  private final PointLocator locator;
  private final Map<String, Integer> indexOfLeaf = new HashMap<>();
  private final double limitMetres;
  private final Area everywhere;
  private final Recurring recurring = new Recurring();
  private final Map<List<String>, Area> areas = new ConcurrentHashMap<>();

  public SpatialJoin(Boundaries boundaries, Population population) {
    this.boundaries = boundaries;
    this.population = population;
    this.names = new UnitNames(boundaries);
    this.locator = boundaries.locator();
    locator.units().forEach(leaf -> indexOfLeaf.put(leaf.pcode(), indexOfLeaf.size()));
    this.limitMetres = boundaries.isMerged() ? COARSE_LIMIT_METRES : LIMIT_METRES;
    this.everywhere = Area.everywhere(boundaries);
  }

  public List<Placement> placeAll(Collection<Incident> incidents) {
    return incidents.stream().map(this::place).toList();
  }

  public Placement place(Incident incident) {
    Spot spot = new Spot(incident.where(), locator, indexOfLeaf, limitMetres);
    Draft draft = new Draft(incident, spot, recurring);
    if (incident.where().line()) {
      draft.doubt("The place is a line or an area between places");
    }
    Optional<Area> stated = statedByCode(draft).or(() -> statedByName(draft));
    if (stated.isPresent() && stated.get().isLeaf()) {
      return placeAsStated(stated.get(), draft);
    }
    return placeWithin(stated.orElse(everywhere), draft);
  }

  /** The area that the source gives a code of, if the release has it and the point agrees. */
  private Optional<Area> statedByCode(Draft draft) {
    String code = draft.where().pcode();
    if (code.isEmpty()) {
      return Optional.empty();
    }
    List<String> found = names.findByCode(code);
    if (found.isEmpty()) {
      draft.doubt(
          "The source states the code %s, which %s does not have"
              .formatted(code, boundaries.release().name()));
      return Optional.empty();
    }
    return unlessFar(area(found), draft);
  }

  /** With coarse states alone: the state that the source names, if the point agrees. */
  private Optional<Area> statedByName(Draft draft) {
    Where where = draft.where();
    boolean saysItself =
        where.precision() == Precision.STATE && !names.find(where.area(), STATE).isEmpty();
    List<String> found =
        boundaries.isMerged() && !saysItself ? names.find(where.state(), STATE) : List.of();
    return found.isEmpty() ? Optional.empty() : unlessFar(area(found), draft);
  }

  /** Areas are few: one for each list of units that a name or a code stands for. */
  private Area area(List<String> units) {
    return areas.computeIfAbsent(units, one -> Area.of(boundaries, one));
  }

  private Optional<Area> unlessFar(Area area, Draft draft) {
    if (!draft.spot().isGiven() || draft.spot().metresTo(area) <= limitMetres) {
      return Optional.of(area);
    }
    draft.doubt(
        "The source says %s, but the point lies more than %d km from there"
            .formatted(area.told(), limitKilometres()));
    return Optional.empty();
  }

  private Placement placeAsStated(Area stated, Draft draft) {
    doubtIfElsewhere(stated, draft);
    return draft.to(stated.leaf(), Basis.STATED, "The source says that it is in " + stated.told());
  }

  /** The point lies in another unit, or too far from all of them for its unit to be the nearest. */
  private void doubtIfElsewhere(Area stated, Draft draft) {
    Spot spot = draft.spot();
    if (spot.isElsewhere(stated)) {
      draft.doubt("The point given lies in " + spot.leaf().orElseThrow().name());
    } else if (spot.isGiven() && spot.metresTo(stated) > Boundaries.NEAREST_LIMIT_METRES) {
      draft.doubt("The point given lies more than 5 km from there");
    }
  }

  private Placement placeWithin(Area scope, Draft draft) {
    if (draft.where().line()) {
      return placeByPoint(scope, draft);
    }
    return switch (draft.where().precision()) {
      case TOWNSHIP -> placeInTownship(scope, draft);
      case DISTRICT -> placeInArea(DISTRICT, scope, draft);
      case STATE -> placeInArea(STATE, scope, draft);
      case COUNTRY -> placeByNothing(scope, draft);
      default -> placeByPoint(scope, draft);
    };
  }

  private Placement placeInTownship(Area scope, Draft draft) {
    String name = draft.where().area();
    if (name.isEmpty()) {
      return placeByPoint(scope, draft);
    }
    if (boundaries.finestLevel() < TOWNSHIP) {
      return placeInStateOf(TOWNSHIP, scope, draft);
    }
    List<String> found = ofState(scope.among(names.find(name, TOWNSHIP)), draft.where());
    if (found.size() == 1) {
      String official = boundaries.name(found.get(0));
      boolean alike = NameKey.of(official).equals(NameKey.of(name));
      return placeAsNamed(
          Area.of(boundaries, found),
          name + " township" + (alike ? "" : " (" + official + ")"),
          draft);
    }
    draft.doubt(
        found.isEmpty()
            ? doubtOfName(TOWNSHIP, draft.where())
            : "\"%s\" is the name of more than one township (%s)"
                .formatted(name, String.join(", ", found)));
    return placeByPoint(scope, draft);
  }

  /** The name goes before the point, which often is only a centre drawn a little off. */
  private Placement placeAsNamed(Area named, String what, Draft draft) {
    StringBuilder sentence = new StringBuilder("The place name says ").append(what);
    Spot spot = draft.spot();
    if (spot.isElsewhere(named)) {
      sentence.append("; the point given lies in ").append(spot.leaf().orElseThrow().name());
    }
    if (spot.isGiven() && spot.metresTo(named) > limitMetres) {
      draft.doubt("Name and point are more than %d km apart".formatted(limitKilometres()));
    }
    return draft.to(named.leaf(), Basis.NAMED, sentence.toString());
  }

  private int limitKilometres() {
    return (int) (limitMetres / 1000);
  }

  /** Of several, those in the state that the source names, if there are any. */
  private List<String> ofState(List<String> found, Where where) {
    if (found.size() < 2) {
      return found;
    }
    List<String> states = names.find(where.state(), STATE);
    List<String> inState =
        found.stream()
            .filter(
                pcode ->
                    boundaries.findAncestorPcode(pcode, STATE).filter(states::contains).isPresent())
            .toList();
    return inState.isEmpty() ? found : inState;
  }

  private String doubtOfName(int level, Where where) {
    return where.area().isEmpty()
        ? "Which %s it is, is not said".formatted(Area.kind(level))
        : "\"%s\" is the name of no %s of %s"
            .formatted(where.area(), Area.kind(level), boundaries.release().name());
  }

  private Placement placeInArea(int level, Area scope, Draft draft) {
    if (level > boundaries.finestLevel()) {
      return placeInStateOf(level, scope, draft);
    }
    Optional<Area> named = findArea(level, draft.where()).flatMap(scope::common);
    if (named.isPresent()) {
      return placeAmong(named.get(), draft);
    }
    if (scope == everywhere || !draft.where().area().isEmpty()) {
      draft.doubt(doubtOfName(level, draft.where()));
    }
    Optional<Area> around = areaOfPoint(level, draft.where()).flatMap(scope::common);
    return around.isPresent()
        ? placeAmong(around.get(), draft)
        : scope == everywhere ? placeByPoint(scope, draft) : placeAmong(scope, draft);
  }

  /** A district is one unit; a state may have several parts, as Shan and Bago do. */
  private Optional<Area> findArea(int level, Where where) {
    List<String> found = names.find(where.area(), level);
    if (level == DISTRICT) {
      found = ofState(found, where);
      return found.size() == 1 ? Optional.of(Area.of(boundaries, found)) : Optional.empty();
    }
    if (found.isEmpty()) {
      found = names.find(where.state(), level);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(Area.of(boundaries, found));
  }

  private Optional<Area> areaOfPoint(int level, Where where) {
    return where.hasPoint()
        ? boundaries
            .findNearest(where.lon(), where.lat())
            .flatMap(nearest -> boundaries.findAncestorPcode(nearest.unit().pcode(), level))
            .map(pcode -> Area.of(boundaries, List.of(pcode)))
        : Optional.empty();
  }

  /** The unit named is not loaded, but the state that it lies in is. */
  private Placement placeInStateOf(int level, Area scope, Draft draft) {
    String written = draft.where().area();
    List<String> states = names.findStates(written, level);
    if (states.size() > 1) {
      List<String> stated = names.find(draft.where().state(), STATE);
      states = states.stream().filter(stated::contains).toList();
    }
    Optional<Area> state =
        states.size() == 1 ? scope.common(Area.of(boundaries, states)) : Optional.empty();
    if (state.isPresent() && state.get().isLeaf()) {
      String named = "%s %s, which is in %s";
      return placeAsNamed(
          state.get(), named.formatted(written, Area.kind(level), state.get().told()), draft);
    }
    return state.isPresent() && !draft.spot().isGiven()
        ? placeAmong(state.get(), draft)
        : placeByPoint(scope, draft);
  }

  private Placement placeAmong(Area area, Draft draft) {
    if (area.isLeaf()) {
      return draft.to(area.leaf(), Basis.NAMED, "It is known only to " + area.told());
    }
    return draft.among(
        Spread.byPopulation(area.leaves(), population),
        Basis.SPREAD,
        "It is known only to %s and shared among its %d %ss by population"
            .formatted(area.told(), area.leaves().size(), Area.kind(boundaries.finestLevel())));
  }

  private Placement placeByPoint(Area scope, Draft draft) {
    Spot spot = draft.spot();
    if (!spot.isGiven()) {
      return placeByNothing(scope, draft);
    }
    if (spot.isIn(scope)) {
      AdminUnit leaf = spot.leaf().orElseThrow();
      return draft.to(leaf.pcode(), Basis.INSIDE, "The point lies in " + leaf.name());
    }
    if (scope != everywhere) {
      doubtIfElsewhere(scope, draft);
      AdminUnit nearest = spot.nearestOf(scope);
      String sentence = "The source says that it is in %s, of which %s is nearest to the point";
      return draft.to(
          nearest.pcode(), Basis.STATED, sentence.formatted(scope.told(), nearest.name()));
    }
    Optional<Nearest> nearest = boundaries.findNearest(draft.where().lon(), draft.where().lat());
    if (nearest.isEmpty()) {
      return draft.nationalOnly("The point lies more than 5 km from every unit");
    }
    String name = nearest.get().unit().name();
    return draft.to(
        nearest.get().unit().pcode(),
        Basis.NEAREST,
        "The point lies in no unit; the nearest, %s, is %s km away"
            .formatted(name, Math.round(nearest.get().distanceMetres() / 100) / 10.0));
  }

  /** Without a point: the area stated, else the state that the source names. */
  private Placement placeByNothing(Area scope, Draft draft) {
    if (scope != everywhere) {
      return placeAmong(scope, draft);
    }
    if (draft.where().precision() == Precision.COUNTRY) {
      return draft.nationalOnly("It is known only to the country");
    }
    List<String> states = names.find(draft.where().state(), STATE);
    return states.isEmpty()
        ? draft.nationalOnly("It has neither a point nor the name of a place that is known")
        : placeAmong(Area.of(boundaries, states), draft);
  }
}
