package org.displacementmapper.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns that tell the units of one admin level, in MIMU's layout ({@code TS_PCODE}, {@code
 * TS}, {@code TS_MMR4}), that of the common operational datasets (COD-AB: {@code ADM3_PCODE},
 * {@code ADM3_EN}; later {@code adm3_pcode}, {@code adm3_name}; on servers {@code admin3Pcode}), of
 * geoBoundaries ({@code shapeISO}, {@code shapeID}, {@code shapeName}) and of GADM ({@code GID_3},
 * {@code NAME_3}), or named by hand. The codes of the last two are no P-codes.
 */
record BoundaryColumns(
    int level, Optional<String> code, Optional<String> name, List<String> nameMy) {

  /** How MIMU calls the levels: state, district, township. */
  private static final List<String> MIMU = List.of("ST", "DT", "TS");

  static BoundaryColumns of(int level, Columns columns) {
    String mimu = MIMU.get(level - 1);
    String cod = "adm" + level + "_";
    return new BoundaryColumns(
        level,
        columns.findFirst(
            List.of(mimu + "_PCODE", cod + "pcode", "admin" + level + "Pcode", "GID_" + level)),
        columns.findFirst(
            List.of(
                mimu,
                cod + "en",
                cod + "name",
                cod + "name_en",
                "admin" + level + "Name_en",
                "admin" + level + "Name",
                "NAME_" + level)),
        Stream.of(
                mimu + "_MMR4",
                mimu + "_MMR",
                cod + "my",
                cod + "mm",
                cod + "mmr",
                cod + "name1",
                cod + "name2",
                "admin" + level + "Name_my",
                "NL_NAME_" + level)
            .flatMap(column -> columns.find(column).stream())
            .toList());
  }

  /** As {@link #of}, with what was named by hand before what is usual, and plain names after. */
  BoundaryColumns with(Columns columns, BoundaryNames names) {
    return new BoundaryColumns(
        level,
        names
            .code()
            .flatMap(columns::find)
            .or(() -> code)
            .or(() -> columns.findFirst(List.of("pcode", "shapeISO", "shapeID"))),
        names
            .name()
            .flatMap(columns::find)
            .or(() -> name)
            .or(() -> columns.findFirst(List.of("name", "shapeName"))),
        Stream.of(
                names.nameMy().flatMap(columns::find).stream(),
                nameMy.stream(),
                columns.find("name_my").stream())
            .flatMap(column -> column)
            .toList());
  }

  String code(Row row) {
    return row.text(code);
  }

  /** The name; where there is none, the P-code. */
  String name(Row row) {
    String text = row.text(name);
    return text.isEmpty() ? code(row) : text;
  }

  /** The first Burmese name that is one; COD-AB has other languages in the same columns. */
  String nameMy(Row row) {
    return nameMy.stream()
        .map(row::text)
        .filter(text -> text.codePoints().anyMatch(BoundaryColumns::isMyanmar))
        .findFirst()
        .orElse("");
  }

  private static boolean isMyanmar(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.MYANMAR;
  }
}
