package org.displacementmapper.join;

import java.time.LocalDate;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;

/** Incidents made short: only what the join looks at. */
final class Incidents {

  private Double lon;
  private Double lat;
  private Precision precision = Precision.VILLAGE;
  private String area = "";
  private String pcode = "";
  private String state = "";
  private boolean line;

  static Incidents at(double lon, double lat) {
    Incidents builder = new Incidents();
    builder.lon = lon;
    builder.lat = lat;
    return builder;
  }

  static Incidents nowhere() {
    return new Incidents();
  }

  Incidents known(Precision to, String name) {
    precision = to;
    area = name;
    return this;
  }

  Incidents code(String stated) {
    pcode = stated;
    return this;
  }

  Incidents state(String name) {
    state = name;
    return this;
  }

  Incidents line() {
    line = true;
    return this;
  }

  Incident build() {
    return new Incident(
        "ucdp",
        "1",
        Period.day(LocalDate.of(2022, 1, 1)),
        new Where(lon, lat, precision, null, "", area, pcode, state, line),
        "state-based",
        AirAttack.NONE,
        Toll.NOT_REPORTED,
        Citation.NONE,
        "CC BY 4.0");
  }
}
