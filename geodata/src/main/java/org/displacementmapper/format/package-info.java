/**
 * File formats: reading features from a file or from standard input, and writing them. Central
 * types: {@link org.displacementmapper.format.FeatureReader}, {@link
 * org.displacementmapper.format.FeatureWriter}; {@link org.displacementmapper.format.Formats#ALL}
 * is the list of formats.
 *
 * <p>A format knows nothing of publishers: which column is a date or a P-code is the business of
 * {@code source}. Everything is streamed: memory depends on the largest row, which is limited, and
 * not on the size of the file. What is wrong with a whole file is an {@link
 * org.displacementmapper.feature.UnreadableFileException}; what is wrong with one row is an {@link
 * org.displacementmapper.feature.Issue}, and the next rows follow.
 *
 * <p>A new format is one class and one line in {@code Formats.ALL}. Imports {@code feature}; the
 * only package of this module that reads and writes files.
 */
package org.displacementmapper.format;
