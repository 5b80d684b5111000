package org.displacementmapper.layer;

import org.displacementmapper.feature.Schema;

/** The schemas of the layers that hold numbers, for the API description. */
public final class LayerSchemas {

  public static final Schema UNIT = UnitFeatures.SCHEMA;
  public static final Schema INCIDENT = IncidentFeatures.SCHEMA;

  private LayerSchemas() {}
}
