/**
 * Geometry with named values, its schema, and issues found in it: the form in which everything
 * comes in and goes out. Central type: {@link org.displacementmapper.feature.Feature}.
 *
 * <p>Coordinates are WGS 84 degrees, longitude first. JTS geometries are mutable; nobody changes
 * one after it has been given to a feature. Imports no other package of ours.
 */
package org.displacementmapper.feature;
