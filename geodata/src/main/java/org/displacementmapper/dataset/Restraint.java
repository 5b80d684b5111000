package org.displacementmapper.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.displacementmapper.displacement.Measure;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Where;

/**
 * What of the rows of an old version may not be told any more because of what the newest data say
 * of the same rows: a rule that protects people holds for every version that is served. An incident
 * whose newest row is not public is not told; one whose newest row is told only by township, or has
 * lost its point, place or report, is told only by township; a figure whose newest row is withheld
 * is withheld. Rows that the newest data no longer have stay: that a source took them back is what
 * old versions are for. Immutable, without state.
 *
 * @param withheld keys of incidents
 * @param coarsened keys of incidents
 */
public record Restraint(Set<String> withheld, Set<String> coarsened, Set<Figure> figures) {

  /** For the newest version. */
  public static final Restraint NONE = new Restraint(Set.of(), Set.of(), Set.of());

  private static final int HASH_BYTES = 6;

  /** What a figure is known by, whatever its number. */
  public record Figure(String publisher, String asOf, Measure measure, String area) {

    static Figure of(UnFigure figure) {
      return new Figure(
          figure.publisher(), figure.asOf().toString(), figure.measure(), figure.area());
    }
  }

  public Restraint {
    withheld = Set.copyOf(withheld);
    coarsened = Set.copyOf(coarsened);
    figures = Set.copyOf(figures);
  }

  /**
   * @param old contents of the version that is to be told
   * @param newest the data of today under the policy of today
   */
  public static Restraint of(Contents old, Dataset newest) {
    Set<String> withheld = new HashSet<>();
    Set<String> coarsened = new HashSet<>();
    Iterator<Incident> today = newest.contents().incidents().iterator();
    Incident now = next(today);
    // Both are in key order.
    for (Incident row : old.incidents()) {
      while (now != null && Incident.KEY_ORDER.compare(now, row) < 0) {
        now = next(today);
      }
      if (now == null || Incident.KEY_ORDER.compare(now, row) != 0) {
        continue;
      }
      if (!newest.policy().admits(now)) {
        withheld.add(row.key());
      } else if (newest.isCoarsened(now) || tellsLess(now, row)) {
        coarsened.add(row.key());
      }
    }
    return new Restraint(withheld, coarsened, figures(old, newest));
  }

  private static Incident next(Iterator<Incident> incidents) {
    return incidents.hasNext() ? incidents.next() : null;
  }

  private static Set<Figure> figures(Contents old, Dataset newest) {
    Set<Figure> hidden =
        newest.policy().withheld(newest.contents().figures()).stream()
            .map(Figure::of)
            .collect(Collectors.toSet());
    return old.figures().stream()
        .map(Figure::of)
        .filter(hidden::contains)
        .collect(Collectors.toSet());
  }

  /** Whether a point, place or report that the old row has was taken out since. */
  private static boolean tellsLess(Incident now, Incident old) {
    Where here = now.where();
    Where before = old.where();
    return (before.hasPoint() && !here.hasPoint())
        || (before.precision().isPoint() && !here.precision().isPoint())
        || (!before.place().isEmpty() && here.place().isEmpty())
        || (!old.citation().equals(Citation.NONE) && now.citation().equals(Citation.NONE));
  }

  public boolean isEmpty() {
    return withheld.isEmpty() && coarsened.isEmpty() && figures.isEmpty();
  }

  boolean withholds(UnFigure figure) {
    return figures.contains(Figure.of(figure));
  }

  /** Differs whenever what is told differs; names nothing. */
  String fingerprint() {
    List<String> words = new ArrayList<>();
    new TreeSet<>(withheld).forEach(key -> words.add("withheld " + key));
    new TreeSet<>(coarsened).forEach(key -> words.add("coarsened " + key));
    figures.stream().map(Figure::toString).sorted().forEach(words::add);
    try {
      byte[] text = String.join("\n", words).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
