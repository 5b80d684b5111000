package org.displacementmapper.source;

import java.util.Optional;
import java.util.regex.Pattern;
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

  /** Rejects a row that has neither a point nor a P-code that exists. */
  static void requireKnown(Row row, String column, String pcode, ImportOptions options) {
    if (pcode.isEmpty()) {
      row.reject(
          "",
          "",
          "no place: give a point, or the P-code of a unit in the column "
              + (column.isEmpty() ? "pcode" : column));
    } else if (!options.knownPcode().test(pcode)) {
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
