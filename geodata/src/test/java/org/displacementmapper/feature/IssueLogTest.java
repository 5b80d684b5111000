package org.displacementmapper.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
}
