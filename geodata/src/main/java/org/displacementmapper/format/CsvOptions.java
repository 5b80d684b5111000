package org.displacementmapper.format;

/**
 * What a CSV file may have beside its table.
 *
 * @param byteOrderMark at the beginning: without it Excel takes UTF-8 for something else
 * @param hashtags a second row with the HXL hashtag of each column, by which humanitarian tools
 *     know what it means
 */
public record CsvOptions(boolean byteOrderMark, boolean hashtags) {

  public static final CsvOptions PLAIN = new CsvOptions(false, false);
}
