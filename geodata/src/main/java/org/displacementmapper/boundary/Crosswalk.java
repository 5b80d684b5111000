package org.displacementmapper.boundary;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * P-codes that are no longer used, or that stand for several units, and the codes that came after
 * them: the shipped file {@code crosswalk.csv}. It says nothing of codes that are in use; whether a
 * release has the new ones is for the caller to see. Immutable.
 */
public final class Crosswalk {

  private static final String FILE = "/org/displacementmapper/shipped/crosswalk.csv";

  /** What became of a code. */
  public enum Kind {
    /** It stands for all its successors together, in lists that do not tell them apart. */
    WHOLE,
    /** Its unit was divided into its successors. */
    SPLIT,
    /** Its unit went into its successors, which are larger than it. */
    MERGED,
    /** A district that is none any more: its successors are what it was made of. */
    DISSOLVED
  }

  /**
   * One code.
   *
   * @param successors one or more, in order
   * @param release whose code it is, in words
   * @param note what happened, in words
   */
  public record Change(
      String code, List<String> successors, String release, Kind kind, String note) {

    public Change {
      successors = List.copyOf(successors);
    }

    /** Whether its successors together cover the same ground. */
    public boolean isExact() {
      return kind != Kind.MERGED;
    }

    /** For a reader, as "a code of lists of 15 states (all of Bago); now MMR007, MMR008". */
    public String told() {
      return "a code of %s (%s); now %s".formatted(release, note, String.join(", ", successors));
    }
  }

  private final Map<String, Change> changes;

  private Crosswalk(Map<String, Change> changes) {
    this.changes = changes;
  }

  private static final class Holder {
    static final Crosswalk SHIPPED = new Crosswalk(read());
  }

  public static Crosswalk shipped() {
    return Holder.SHIPPED;
  }

  /** What became of the code; empty if it is in use or of no release. */
  public Optional<Change> find(String code) {
    return Optional.ofNullable(changes.get(code));
  }

  /** All of them, in the order of their codes. */
  public List<Change> all() {
    return List.copyOf(changes.values());
  }

  private static Map<String, Change> read() {
    Map<String, Change> changes = new TreeMap<>();
    try (InputStream in = Crosswalk.class.getResourceAsStream(FILE);
        CsvReader<NamedCsvRecord> rows =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows) {
        Change change =
            new Change(
                row.getField("code"),
                List.of(row.getField("successors").split(";")),
                row.getField("release"),
                Kind.valueOf(row.getField("kind").toUpperCase(Locale.ROOT)),
                row.getField("note"));
        if (changes.put(change.code(), change) != null) {
          throw new IllegalStateException(FILE + ": " + change.code() + " is listed twice");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
    return changes;
  }
}
