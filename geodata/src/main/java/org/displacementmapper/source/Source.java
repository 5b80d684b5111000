package org.displacementmapper.source;

import java.util.List;
import org.displacementmapper.feature.Schema;

/**
 * One publisher's layout of rows. Sources have no state; what belongs to one file is in the {@link
 * RowReader} it makes.
 *
 * @param <T> what a row becomes
 */
public interface Source<T> {

  /** What it reads, in a few words, such as "UCDP Georeferenced Event Dataset (GED)". */
  String title();

  /** The columns by which it knows its files, for messages and help. */
  List<String> signature();

  /** Whether a file with these columns is one of this publisher's; letter case does not matter. */
  default boolean recognises(Schema schema) {
    return Columns.of(schema).hasAll(signature());
  }

  /**
   * Makes a reader of the rows of one file.
   *
   * @throws org.displacementmapper.feature.UnreadableFileException if columns are missing, naming
   *     those found and those needed
   */
  RowReader<T> reader(ImportFile file);

  /** What may stand only once in a file, and by which a later import finds it again. */
  String key(T item);

  /** Whether two items with one key are a harmless repetition. */
  default boolean isRepeat(T first, T second) {
    return first.equals(second);
  }
}
