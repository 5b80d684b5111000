package org.displacementmapper.source;

import java.util.Optional;
import java.util.regex.Pattern;
import org.displacementmapper.boundary.CodeMatch;
import org.displacementmapper.incident.Precision;

/** P-codes of Myanmar as sources state them. */
final class Pcodes {

  private static final Pattern PCODE = Pattern.compile("MMR(?:\\d{3}(?:[DS]\\d{3}|\\d{3})?)?");

  private Pcodes() {}

  /** The P-code stated, or an empty text if none is, or a wrong one, which is rejected. */
  static String read(Row row, Optional<String> column) {
    return check(row, column, row.text(column));
  }

  /** The P-code as given, or an empty text if it is wrong, and then it is rejected. */
  static String check(Row row, Optional<String> column, String pcode) {
    if (pcode.isEmpty() || PCODE.matcher(pcode).matches()) {
      return pcode;
    }
    row.reject(
        column.orElse(""),
        pcode,
        "not a P-code; they look like MMR002 (state), MMR002D001 (district), MMR002001 (township)");
    return "";
  }

  /**
   * Says of a P-code that is none of the loaded release what is made of it, and rejects a row that
   * has neither a point nor a P-code that means a unit.
   */
  static void check(Row row, String column, String pcode, boolean hasPoint, ImportOptions options) {
    if (!row.isRejected() && !hasPoint) {
      requireKnown(row, column, pcode, options);
    }
    if (!row.isRejected() && !pcode.isEmpty()) {
      CodeMatch match = options.codes().apply(pcode);
      if (match.status() == CodeMatch.Status.RETIRED) {
        row.warn(column, pcode, retired(match, hasPoint));
      } else if (match.status() == CodeMatch.Status.UNKNOWN) {
        row.warn(
            column,
            pcode,
            "no release has this P-code; "
                + (match.units().isEmpty()
                    ? "the point alone says where it counts"
                    : "by its first six characters it is in " + String.join(", ", match.units()))
                + "; check it against the loaded release");
      }
    }
  }

  private static String retired(CodeMatch match, boolean hasPoint) {
    String told = match.change().orElseThrow().told();
    if (match.units().size() < 2) {
      return told + "; it counts in " + String.join(", ", match.units());
    }
    return hasPoint
        ? told + "; the point or the name decides which"
        : told + "; nothing decides which, so it is shared among them; write the new code";
  }

  private static void requireKnown(Row row, String column, String pcode, ImportOptions options) {
    if (pcode.isEmpty()) {
      row.reject(
          "",
          "",
          "no place: give a point, or the P-code of a unit in the column "
              + (column.isEmpty() ? "pcode" : column));
    } else if (options.codes().apply(pcode).units().isEmpty()) {
      row.reject(
          column,
          pcode,
          "no unit has this P-code, and there is no point; check it, or add a point");
    }
  }

  /** How precise a place is of which only this P-code is known. */
  static Precision precision(String pcode) {
    return switch (pcode.length()) {
      case 3 -> Precision.COUNTRY;
      case 6 -> Precision.STATE;
      case 10 -> Precision.DISTRICT;
      default -> Precision.TOWNSHIP;
    };
  }
}
