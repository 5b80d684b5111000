package org.displacementmapper.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Issues in their order, however many there are: all are counted, the first {@value #MOST_KEPT} are
 * kept whole, and the rest becomes one line for each fault, with its number and its first line. A
 * file of ten million bad rows then costs no more than one of ten thousand. The order is that in
 * which they come, or that of their lines, see {@link #byLine}. Not thread-safe.
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
    private long firstLine;
    private long count;

    Rest(long firstLine) {
      this.firstLine = firstLine;
    }

    void add(long line, long number) {
      firstLine = line > 0 ? Math.min(firstLine, line) : firstLine;
      count += number;
    }
  }

  private final Collection<Issue> kept;
  private final Map<Fault, Rest> rest = new LinkedHashMap<>();
  private long rejected;
  private long warned;

  public IssueLog() {
    this(new ArrayList<>());
  }

  private IssueLog(Collection<Issue> kept) {
    this.kept = kept;
  }

  /** For issues that do not come in the order of their lines: keeps those of the first lines. */
  public static IssueLog byLine() {
    return new IssueLog(new PriorityQueue<>(Comparator.comparingLong(Issue::line).reversed()));
  }

  /**
   * What one log would hold that was told both in the order of lines, and the others at the end.
   */
  public static IssueLog merged(IssueLog first, IssueLog second, List<Issue> atTheEnd) {
    List<Issue> kept = new ArrayList<>(first.inOrder());
    kept.addAll(second.inOrder());
    if (!second.kept.isEmpty()) {
      kept.sort(Comparator.comparingLong(Issue::line));
    }
    IssueLog merged = new IssueLog();
    kept.forEach(merged);
    for (IssueLog log : List.of(first, second)) {
      merged.rejected += log.rejected - count(log.kept, Issue.Severity.REJECTED);
      merged.warned += log.warned - count(log.kept, Issue.Severity.WARNED);
      log.rest.forEach((fault, more) -> merged.add(fault, more.firstLine, more.count));
    }
    atTheEnd.forEach(merged);
    return merged;
  }

  private static long count(Collection<Issue> issues, Issue.Severity severity) {
    return issues.stream().filter(issue -> issue.severity() == severity).count();
  }

  @Override
  public void accept(Issue issue) {
    if (issue.severity() == Issue.Severity.REJECTED) {
      rejected++;
    } else {
      warned++;
    }
    Issue one = issue;
    if (kept.size() >= MOST_KEPT && kept instanceof PriorityQueue<Issue> queue) {
      if (issue.line() < queue.element().line()) {
        one = queue.remove();
        queue.add(issue);
      }
    } else if (kept.size() < MOST_KEPT) {
      kept.add(issue);
      return;
    }
    add(Fault.of(one), one.line(), 1);
  }

  private void add(Fault fault, long line, long number) {
    Fault known =
        !rest.containsKey(fault) && rest.size() >= MOST_FAULTS ? fault.withoutMessage() : fault;
    rest.computeIfAbsent(known, one -> new Rest(line)).add(line, number);
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
    List<Issue> list = new ArrayList<>(inOrder());
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

  private List<Issue> inOrder() {
    return kept instanceof List<Issue> list
        ? list
        : kept.stream().sorted(Comparator.comparingLong(Issue::line)).toList();
  }
}
