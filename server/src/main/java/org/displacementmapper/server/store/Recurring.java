package org.displacementmapper.server.store;

import java.util.HashMap;
import java.util.Map;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;

/**
 * Makes incidents share the texts, days and numbers of deaths that many of them have: read from the
 * disk, each has its own, which is half of what a million take. For one thread.
 */
final class Recurring {

  /** Names of places are many, and most others come early; the rest is left as it is. */
  private static final int MOST = 200_000;

  private final Map<Object, Object> known = new HashMap<>();

  /** An equal incident. */
  Incident in(Incident incident) {
    Where where = incident.where();
    Citation citation = incident.citation();
    return new Incident(
        one(incident.source()),
        incident.id(),
        one(incident.period()),
        new Where(
            where.lon(),
            where.lat(),
            where.precision(),
            one(where.uncertaintyMetres()),
            one(where.place()),
            one(where.area()),
            one(where.pcode()),
            one(where.state()),
            where.line()),
        one(incident.kind()),
        incident.air(),
        one(incident.killed()),
        citation.equals(Citation.NONE) ? Citation.NONE : citation,
        one(incident.licence()));
  }

  @SuppressWarnings("unchecked") // what is equal to a value of a final class is of that class
  private <T> T one(T value) {
    if (value == null) {
      return null;
    }
    Object before = known.get(value);
    if (before == null && known.size() < MOST) {
      known.put(value, value);
    }
    return before == null ? value : (T) before;
  }
}
