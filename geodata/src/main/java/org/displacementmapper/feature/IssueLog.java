package org.displacementmapper.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Issues in their order, however many there are: all are counted, the first {@value #MOST_KEPT} are
 * kept whole, and the rest becomes one line for each fault, with its number and its first line. A
 * file of ten million bad rows then costs no more than one of ten thousand. Not thread-safe.
 */
public final class IssueLog implements Consumer<Issue> {

  /** How many are kept whole. */
  public static final int MOST_KEPT = 10_000;

  /** Faults told apart among the rest; messages that quote a value would make too many. */
  private static final int MOST_FAULTS = 100;

  private record Fault(Issue.Severity severity, String file, String column, String message) {

    static Fault of(Issue issue) {
      return new Fault(issue.severity(), issue.file(), issue.column(), issue.message());
    }

    Fault withoutMessage() {
      return new Fault(severity, file, "", "of other kinds");
    }
  }

  private static final class Rest {
    private final long firstLine;
    private long count;

    Rest(long firstLine) {
      this.firstLine = firstLine;
    }
  }

  private final List<Issue> kept = new ArrayList<>();
  private final Map<Fault, Rest> rest = new LinkedHashMap<>();
  private long rejected;
  private long warned;

  @Override
  public void accept(Issue issue) {
    if (issue.severity() == Issue.Severity.REJECTED) {
      rejected++;
    } else {
      warned++;
    }
    if (kept.size() < MOST_KEPT) {
      kept.add(issue);
      return;
    }
    Fault fault = Fault.of(issue);
    if (!rest.containsKey(fault) && rest.size() >= MOST_FAULTS) {
      fault = fault.withoutMessage();
    }
    rest.computeIfAbsent(fault, one -> new Rest(issue.line())).count++;
  }

  /** How many rows were said to be left out, those included that are only counted. */
  public long rejected() {
    return rejected;
  }

  public long warned() {
    return warned;
  }

  /** Those kept, then one for each fault of the rest. */
  public List<Issue> list() {
    List<Issue> list = new ArrayList<>(kept);
    rest.forEach(
        (fault, more) ->
            list.add(
                new Issue(
                    fault.severity(),
                    fault.file(),
                    more.firstLine,
                    fault.column(),
                    "",
                    "and " + more.count + " more from this line on: " + fault.message())));
    return list;
  }
}
