/**
 * Rasters of people: GeoTIFF read block by block and added up into a {@link
 * org.displacementmapper.boundary.PopulationGrid}. Central type: {@link
 * org.displacementmapper.raster.PeopleRaster}.
 *
 * <p>May import {@code feature} and {@code boundary}.
 */
package org.displacementmapper.raster;
