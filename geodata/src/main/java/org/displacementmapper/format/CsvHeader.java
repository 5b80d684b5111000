package org.displacementmapper.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/** The column names of a CSV file, all different. */
record CsvHeader(List<String> names) {

  private static final String SEPARATORS = ",;\t";
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=([,;\t])[\r\n]");

  /**
   * The separator that the first line has most of, outside quotes; comma if it has none. A first
   * line {@code sep=;}, which Excel understands, says it outright.
   */
  static char separator(String text) {
    Matcher said = SEPARATOR_LINE.matcher(text);
    return said.lookingAt() ? said.group(1).charAt(0) : mostFrequent(text);
  }

  static boolean isSeparatorLine(CsvRecord record) {
    return record.line() == 1 && record.cells().equals(List.of("sep=", ""));
  }

  private static char mostFrequent(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    String start = text.stripLeading();
    for (int i = 0; i < start.length(); i++) {
      char each = start.charAt(i);
      if (each == '"') {
        quoted = !quoted;
      } else if (!quoted && (each == '\n' || each == '\r')) {
        break;
      } else if (!quoted && SEPARATORS.indexOf(each) >= 0) {
        counts[SEPARATORS.indexOf(each)]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }

  static CsvHeader of(String file, CsvRecord record) {
    List<String> names = record.cells().stream().map(String::strip).toList();
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer earlier = columns.put(names.get(i), i + 1);
      if (earlier != null) {
        String message =
            "columns "
                + earlier
                + " and "
                + (i + 1)
                + (names.get(i).isEmpty() ? " have no name" : " have the same name")
                + ": give each column a name of its own";
        throw new UnreadableFileException(
            Issue.rejected(file, record.line(), names.get(i), "", message));
      }
    }
    return new CsvHeader(names);
  }

  Issue misfit(String file, CsvRecord row) {
    int found = row.cells().size();
    String message =
        "the row has "
            + found
            + (found == 1 ? " cell" : " cells")
            + " and the header "
            + names.size()
            + ": it was left out; "
            + (found < names.size()
                ? "add the missing cells, or close a quote"
                : "put quotes round a cell that contains the separator");
    return Issue.rejected(file, row.line(), "", String.join(",", row.cells()), message);
  }
}
