package org.displacementmapper.server.usecase;

/** All that a user can ask of one data folder, by command or by HTTP. */
public record UseCases(
    DescribeCatalog describeCatalog,
    DrawTile drawTile,
    ExportLayer exportLayer,
    Comparisons comparisons,
    ComparisonSeries comparisonSeries,
    CountByTime countByTime,
    Validate validate,
    ImportIncidents importIncidents,
    ReplaceBoundaries replaceBoundaries,
    ImportPopulation importPopulation,
    ImportFigures importFigures) {}
