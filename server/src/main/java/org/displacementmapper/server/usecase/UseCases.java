package org.displacementmapper.server.usecase;

import org.displacementmapper.dataset.PublicationPolicy;

/**
 * All that a user can ask of one data folder, by command or by HTTP.
 *
 * @param policy what all of them tell, and how coarsely
 * @param corrections whom their files name for corrections
 */
public record UseCases(
    PublicationPolicy policy,
    Corrections corrections,
    DescribeCatalog describeCatalog,
    DrawTile drawTile,
    DrawPicture drawPicture,
    FeatureCollections featureCollections,
    ExportLayer exportLayer,
    ExportTiles exportTiles,
    Comparisons comparisons,
    ComparisonSeries comparisonSeries,
    ClassesByDay classesByDay,
    CountByTime countByTime,
    CountByFilter countByFilter,
    ListIncidents listIncidents,
    UnitDetails unitDetails,
    Exposures exposures,
    KeptVersions keptVersions,
    CompareVersions compareVersions,
    Validate validate,
    ImportIncidents importIncidents,
    ReplaceBoundaries replaceBoundaries,
    ImportPopulation importPopulation,
    ImportPopulationRaster importPopulationRaster,
    ImportFigures importFigures) {}
