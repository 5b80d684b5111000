package org.displacementmapper.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IssueLogTest {

  @Test
  void keepsTheFirstWholeAndCountsTheRestByFault() {
    IssueLog log = new IssueLog();
    for (int line = 2; line < 2 + IssueLog.MOST_KEPT; line++) {
      log.accept(Issue.rejected("a.csv", line, "lat", "x", "not a number"));
    }
    log.accept(Issue.rejected("a.csv", 10_002, "lat", "y", "not a number"));
    log.accept(Issue.warned("a.csv", 10_003, "date", "1066", "before 1900"));
    log.accept(Issue.rejected("a.csv", 10_004, "lat", "z", "not a number"));
    List<Issue> list = log.list();
    assertEquals(IssueLog.MOST_KEPT + 2, list.size());
    assertEquals(
        "a.csv, line 10002, column lat: and 2 more from this line on: not a number",
        list.get(IssueLog.MOST_KEPT).toString());
    assertEquals(
        "a.csv, line 10003, column date: and 1 more from this line on: before 1900",
        list.get(IssueLog.MOST_KEPT + 1).toString());
    assertEquals(IssueLog.MOST_KEPT + 2, log.rejected());
    assertEquals(1, log.warned());
  }

  @Test
  void staysSmallWhenEveryMessageIsDifferent() {
    IssueLog log = new IssueLog();
    for (int line = 1; line <= 50_000; line++) {
      log.accept(Issue.warned("a.csv", line, "id", "", "number " + line));
    }
    List<Issue> list = log.list();
    assertTrue(list.size() <= IssueLog.MOST_KEPT + 102, list.size() + " lines");
    assertEquals(50_000, log.warned());
    assertEquals(
        "a.csv, line 10101: and 39900 more from this line on: of other kinds",
        list.get(list.size() - 1).toString());
  }

  @Test
  void keepsThoseOfTheFirstLinesInWhateverOrderTheyCome() {
    long seed = System.nanoTime();
    List<Issue> issues = new ArrayList<>();
    for (int line = 1; line <= IssueLog.MOST_KEPT + 500; line++) {
      issues.add(Issue.rejected("a.csv", line, "lat", "x", "not a number"));
    }
    IssueLog plain = new IssueLog();
    issues.forEach(plain);
    Collections.shuffle(issues, new Random(seed));
    IssueLog byLine = IssueLog.byLine();
    issues.forEach(byLine);
    assertEquals(plain.list(), byLine.list(), "seed " + seed);
    assertEquals(plain.rejected(), byLine.rejected());
  }

  @Test
  void twoMergedAreAsOneThatWasToldAll() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int most : new int[] {0, 50, IssueLog.MOST_KEPT - 10, 3 * IssueLog.MOST_KEPT}) {
      IssueLog all = new IssueLog();
      IssueLog rows = new IssueLog();
      IssueLog keys = IssueLog.byLine();
      List<Issue> ofKeys = new ArrayList<>();
      for (int line = 1; line <= most; line++) {
        boolean key = random.nextInt(3) == 0;
        Issue issue =
            key
                ? Issue.rejected("a.csv", line, "", "k", "twice")
                : Issue.warned("a.csv", line, "date", "", "early");
        all.accept(issue);
        if (key) {
          ofKeys.add(issue);
        } else {
          rows.accept(issue);
        }
      }
      Collections.shuffle(ofKeys, random);
      ofKeys.forEach(keys);
      Issue last = Issue.warned("a.csv", 0, "", "", "3 rows: without a licence");
      all.accept(last);
      IssueLog merged = IssueLog.merged(rows, keys, List.of(last));
      assertEquals(Set.copyOf(all.list()), Set.copyOf(merged.list()), "seed " + seed);
      int kept = Math.min(most, IssueLog.MOST_KEPT);
      assertEquals(all.list().subList(0, kept), merged.list().subList(0, kept), "seed " + seed);
      assertEquals(all.rejected(), merged.rejected(), "seed " + seed);
      assertEquals(all.warned(), merged.warned(), "seed " + seed);
    }
  }
}
