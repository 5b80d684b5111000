package org.displacementmapper.format;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line on which it begins
 */
record CsvRecord(long line, List<String> cells) {}
