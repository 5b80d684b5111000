package org.displacementmapper.exposure;

import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Where;

/** How near to an incident people count as exposed. */
public enum Radius {
  ONE_KM(1),
  TWO_KM(2),
  FIVE_KM(5);

  private static final int METRES_PER_KM = 1_000;

  private final int km;

  Radius(int km) {
    this.km = km;
  }

  public int km() {
    return km;
  }

  public int metres() {
    return km * METRES_PER_KM;
  }

  /**
   * Whether a circle of this radius may be drawn round the incident: its place must be known to
   * within the radius. An exact place, a village, and a point of which the source does not say how
   * precise it is, take every circle; a town takes 2 and 5 km; where the source states an
   * uncertainty, that counts instead. Townships and larger areas, roads and other lines, and
   * withheld places take none.
   */
  public boolean fits(Incident incident) {
    Where where = incident.where();
    if (!where.hasPoint() || !where.precision().isPoint() || where.line()) {
      return false;
    }
    if (where.uncertaintyMetres() != null) {
      return where.uncertaintyMetres() <= metres();
    }
    return where.precision() != Precision.TOWN || this != ONE_KM;
  }
}
