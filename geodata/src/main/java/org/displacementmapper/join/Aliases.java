package org.displacementmapper.join;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What units are called, in the spelling of the 2014 census, UCDP and others, and codes that are no
 * longer used or stand for several units: the resource {@code aliases.csv}. Which of the codes a
 * release has is for the caller to see.
 */
final class Aliases {

  static final Aliases SHIPPED = read("aliases.csv");

  /** In the column of levels: this row is of a code and not of a name. */
  private static final String CODE = "code";

  private final Map<String, List<String>> pcodes = new HashMap<>();

  private Aliases() {}

  /** The P-codes that the name stands for at that level; empty if unknown. */
  List<String> ofName(String name, int level) {
    return pcodes.getOrDefault(level + NameKey.of(name), List.of());
  }

  /** The P-codes that stand for a code that is no unit's own; empty if unknown. */
  List<String> ofCode(String code) {
    return pcodes.getOrDefault(CODE + code, List.of());
  }

  private static Aliases read(String resource) {
    Aliases aliases = new Aliases();
    try (InputStream in = Aliases.class.getResourceAsStream(resource);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        String level = row.getField("level");
        String spelling = row.getField("spelling");
        String key = level + (level.equals(CODE) ? spelling : NameKey.of(spelling));
        if (aliases.pcodes.put(key, List.of(row.getField("pcodes").split(";"))) != null) {
          throw new IllegalStateException(
              "%s, line %d: \"%s\" is listed twice"
                  .formatted(resource, row.getStartingLineNumber(), spelling));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return aliases;
  }
}
