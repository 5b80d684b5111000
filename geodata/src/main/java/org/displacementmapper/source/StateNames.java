package org.displacementmapper.source;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.displacementmapper.boundary.Ancestor;

/**
 * English and Burmese names of the 18 P-coded states and regions, for states of which a file of
 * districts or townships tells only the code, or no Burmese name. Immutable.
 */
public final class StateNames {

  private static final String FILE = "/org/displacementmapper/shipped/state_names_18units.csv";

  private record Names(String english, String burmese) {}

  private final Map<String, Names> names = new HashMap<>();

  private StateNames() {}

  public static StateNames shipped() {
    StateNames states = new StateNames();
    try (InputStream in = StateNames.class.getResourceAsStream(FILE);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        Names names = new Names(row.getField("name"), row.getField("name_my"));
        states.names.put(row.getField("pcode"), names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return states;
  }

  /** English name; the code itself where none is known. */
  public String name(String pcode) {
    return names.containsKey(pcode) ? names.get(pcode).english() : pcode;
  }

  /** Burmese name; the code itself where none is known. */
  public String nameMy(String pcode) {
    return names.containsKey(pcode) ? names.get(pcode).burmese() : pcode;
  }

  /** The same unit with the names that it lacks; what the file says stays. */
  public Ancestor complete(Ancestor unit) {
    Names known = names.get(unit.pcode());
    if (known == null) {
      return unit;
    }
    boolean unnamed = unit.name().isBlank() || unit.name().equals(unit.pcode());
    return new Ancestor(
        unit.pcode(),
        unit.level(),
        unnamed ? known.english() : unit.name(),
        unit.nameMy().isBlank() ? known.burmese() : unit.nameMy(),
        unit.parent());
  }
}
