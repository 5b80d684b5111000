package org.displacementmapper.layer;

import java.util.List;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** The schemas of the layers that hold numbers, for the API description. */
public final class LayerSchemas {

  public static final Schema UNIT = UnitFeatures.SCHEMA;

  /** The fields of an estimate, in a unit or of the country. */
  public static final List<Field> ESTIMATE = UnitFeatures.ESTIMATE_FIELDS;

  public static final Schema INCIDENT = IncidentFeatures.SCHEMA;

  private LayerSchemas() {}
}
