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
import java.util.regex.Pattern;

/**
 * What units are called, in the spelling of the 2014 census, UCDP and others, and codes that are no
 * longer used or stand for several units: the resource {@code aliases.csv}. Which of the codes a
 * release has is for the caller to see.
 */
final class Aliases {

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  static final Aliases SHIPPED = read("aliases.csv");

  private final Map<String, List<String>> pcodes = new HashMap<>();

  private Aliases() {}

  /** The P-codes that the name stands for at that level; empty if unknown. */
  List<String> pcodes(String name, int level) {
    return pcodes.getOrDefault(key(name, level), List.of());
  }

  /** The P-codes that stand for a code no longer used; empty for a name. */
  List<String> pcodesOfCode(String code, int level) {
    return DIGIT.matcher(code).find() ? pcodes(code, level) : List.of();
  }

  private static String key(String name, int level) {
    return level + NameKey.of(name);
  }

  private static Aliases read(String resource) {
    Aliases aliases = new Aliases();
    try (InputStream in = Aliases.class.getResourceAsStream(resource);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        String key = key(row.getField("spelling"), Integer.parseInt(row.getField("level")));
        if (aliases.pcodes.put(key, List.of(row.getField("pcodes").split(";"))) != null) {
          throw new IllegalStateException(
              "%s, line %d: \"%s\" is listed twice"
                  .formatted(resource, row.getStartingLineNumber(), row.getField("spelling")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
    return aliases;
  }
}
