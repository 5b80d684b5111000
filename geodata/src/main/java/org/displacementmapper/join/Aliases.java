package org.displacementmapper.join;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What units are called, in the spelling of the 2014 census, UCDP and others: the resource {@code
 * aliases.csv}. Which of the codes a release has is for the caller to see.
 */
final class Aliases {

  static final Aliases SHIPPED = read("aliases.csv");

  private final Map<String, List<String>> pcodes = new HashMap<>();
  private final Map<String, List<String>> spellings = new HashMap<>();

  private Aliases() {}

  /** The P-codes that the name stands for at that level; empty if unknown. */
  List<String> ofName(String name, int level) {
    return pcodes.getOrDefault(level + NameKey.of(name), List.of());
  }

  /** Whether some unit of any level has the code: all those of P-code release 9.3 are here. */
  boolean knowsCode(String code) {
    return spellings.containsKey(code);
  }

  /** All spellings of the name of the unit of that code; empty if it has none here. */
  List<String> spellings(String code) {
    return spellings.getOrDefault(code, List.of());
  }

  private static Aliases read(String resource) {
    Aliases aliases = new Aliases();
    try (InputStream in = Aliases.class.getResourceAsStream(resource);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        String spelling = row.getField("spelling");
        String key = row.getField("level") + NameKey.of(spelling);
        List<String> pcodes = List.of(row.getField("pcodes").split(";"));
        pcodes.forEach(
            pcode ->
                aliases.spellings.computeIfAbsent(pcode, none -> new ArrayList<>()).add(spelling));
        if (aliases.pcodes.put(key, pcodes) != null) {
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
