package org.displacementmapper.format;

/**
 * What a CSV file may have beside its table.
 *
 * @param byteOrderMark at the beginning: without it Excel takes UTF-8 for something else
 * @param hashtags a second row with the HXL hashtag of each column, by which humanitarian tools
 *     know what it means
 * @param geometry whether the table has it; Excel's cells hold 32,767 characters, and well-known
 *     text of an outline is longer
 */
public record CsvOptions(boolean byteOrderMark, boolean hashtags, boolean geometry) {

  public static final CsvOptions PLAIN = new CsvOptions(false, false, true);
}
