package org.displacementmapper.displacement;

import java.time.LocalDate;

/**
 * What an estimate was made from, so that it can be made again.
 *
 * @param populationAsOf day of the census that gives the ceilings
 * @param boundaryVersion name of the release of boundaries
 * @param modelVersion changes with every change of formula or constant
 */
public record Provenance(
    String incidentSource, LocalDate populationAsOf, String boundaryVersion, String modelVersion) {}
