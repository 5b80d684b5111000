package org.displacementmapper.join;

import org.displacementmapper.incident.Incident;

/**
 * What an incident counts for (v of method.md, section 4). {@code EVENTS} is the method's; the
 * others show how far a result hangs on that choice. Deaths that are not reported count as 0.
 */
public enum Weighting {
  /** 1. */
  EVENTS {
    @Override
    double of(Incident incident) {
      return 1;
    }
  },
  /** 1 + square root of the deaths. */
  ROOT_DEATHS {
    @Override
    double of(Incident incident) {
      return 1 + Math.sqrt(deaths(incident));
    }
  },
  /** The deaths. */
  DEATHS {
    @Override
    double of(Incident incident) {
      return deaths(incident);
    }
  };

  abstract double of(Incident incident);

  private static int deaths(Incident incident) {
    Integer best = incident.killed().best();
    return best == null ? 0 : best;
  }
}
