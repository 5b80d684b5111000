/**
 * One class per publisher: its columns, its licence, what its values mean. A {@link
 * org.displacementmapper.source.Source} recognises a file by its header and turns each row into a
 * domain type, or says in {@link org.displacementmapper.feature.Issue}s why not; {@link
 * org.displacementmapper.source.Sources} lists them all. {@link
 * org.displacementmapper.source.ShippedData} is what comes with the program, read through the same
 * classes as any import.
 *
 * <p>No place where displaced people shelter leaves this package: {@link
 * org.displacementmapper.incident.Shelter} says which rows may tell one, and every source of
 * incidents withholds the place of such a row.
 *
 * <p>May import {@code feature}, {@code boundary}, {@code incident} and {@code displacement}. Opens
 * class-path resources ({@code ShippedData}), does no other I/O, and knows no file format: rows
 * come in as features.
 */
package org.displacementmapper.source;
