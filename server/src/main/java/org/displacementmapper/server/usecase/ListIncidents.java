package org.displacementmapper.server.usecase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.layer.IncidentList;
import org.displacementmapper.layer.View;

/**
 * Lists the incidents that a question shows, newest first, part by part. A cursor names the dataset
 * version and the rank in its order, so that whoever pages on sees each incident once, also if new
 * data came meanwhile. Safe for use by many threads.
 */
public final class ListIncidents {

  /** Rows of a part, if not said otherwise. */
  public static final int DEFAULT_ROWS = 50;

  /** The most rows of a part. */
  public static final int MOST_ROWS = 500;

  private static final Pattern CURSOR = Pattern.compile("([0-9]+-[0-9a-f]+)~([0-9]{1,9})");

  private final Views views;

  public ListIncidents(Views views) {
    this.views = views;
  }

  /**
   * @param cursor the {@code next} of the part before; empty: the first part
   * @param rows at most so many
   */
  public Map<String, Object> list(Question question, Optional<String> cursor, int rows) {
    Question asked = question;
    int rank = 0;
    if (cursor.isPresent()) {
      Matcher matcher = CURSOR.matcher(cursor.get());
      if (!matcher.matches()) {
        throw bad(cursor.get(), "the next of an answer of this address is allowed, as it stands.");
      }
      rank = Integer.parseInt(matcher.group(2));
      asked = question.ofVersion(Optional.of(matcher.group(1)));
      requireSameVersion(question, matcher.group(1), cursor.get());
    }
    View view = views.view(asked);
    Dataset dataset = view.dataset();
    if (rank > dataset.placements().size()) {
      throw bad(cursor.orElse(""), "that version has fewer incidents.");
    }
    IncidentList list = IncidentList.of(view, rank, rows);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put("from", view.selection().from());
    body.put("to", view.selection().to());
    body.put("shown", list.shown());
    body.put(
        "next", list.next().isPresent() ? dataset.version() + "~" + list.next().getAsInt() : null);
    body.put("incidents", list.rows());
    return body;
  }

  /**
   * One incident, by its key.
   *
   * @param version of the dataset; empty: the newest
   * @throws UnknownException if there is none, or none that may be told
   */
  public Map<String, Object> describe(String key, Optional<String> version) {
    Dataset dataset = views.dataset(version);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put(
        "incident",
        IncidentList.find(dataset, key)
            .orElseThrow(
                () ->
                    new UnknownException(
                        "There is no incident " + key + " that may be told.",
                        "Keys are as /api/incidents has them, such as ucdp:391053.")));
    return body;
  }

  private void requireSameVersion(Question question, String version, String cursor) {
    question
        .version()
        .map(asked -> views.dataset(Optional.of(asked)).version().toString())
        .filter(asked -> !asked.equals(version))
        .ifPresent(
            asked -> {
              throw bad(cursor, "it pages through " + version + ", but v is " + asked + ".");
            });
  }

  private static BadQuestionException bad(String cursor, String allowed) {
    return new BadQuestionException("cursor", cursor, allowed);
  }
}
