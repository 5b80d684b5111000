/**
 * Map tiles: which part of the world a tile shows, cutting features to it, and writing them as
 * bytes.
 *
 * <p>A {@link org.displacementmapper.tile.Tile} is named by its {@link
 * org.displacementmapper.tile.TileCoord}, or its {@link org.displacementmapper.tile.Crs84Tile} in
 * the grid of degrees. Each encoding has a {@link org.displacementmapper.tile.TileGrid}: the
 * whole-number coordinates it can write. Points and the polygons of a {@link
 * org.displacementmapper.tile.Coverage} are cut straight to that grid, and a {@link
 * org.displacementmapper.tile.TileEncoder} writes what it is given without moving anything, so what
 * was valid when cut is valid when read.
 *
 * <p>How polygons are cut, in order:
 *
 * <ol>
 *   <li>{@code CoverageCleaner} makes the units a strict coverage, once.
 *   <li>{@code CoverageLevel} simplifies it for a zoom and keeps its arcs: each common border once,
 *       with the unit on its left and the unit on its right.
 *   <li>{@code CoverageCutter} brings the arcs near a tile to the grid by snap rounding, {@code
 *       EdgeTable} adds up what lies left and right of edges that have become one, and {@code
 *       Subdivision} traces the faces between them.
 * </ol>
 *
 * <p>Every face belongs to exactly one unit or to none, so units can neither overlap nor leave
 * gaps, and a unit too small for the grid is absorbed by its neighbours.
 *
 * <p>Imports {@code feature} only; no I/O. Everything here is thread safe. JTS geometries are
 * mutable; nobody changes one that came from or went into this package.
 */
package org.displacementmapper.tile;
