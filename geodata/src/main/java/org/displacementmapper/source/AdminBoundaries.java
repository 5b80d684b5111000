package org.displacementmapper.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.Geometry;

/**
 * Outlines of admin units with P-codes, one level a file, in the layout of MIMU, of COD-AB, of the
 * shipped states, or with columns named by hand. What its columns tell of the levels above is kept,
 * so that those can be dissolved. Small faults of outlines are repaired, which is said; others are
 * refused: see {@link Outline}.
 */
public final class AdminBoundaries implements Source<ImportedUnit> {

  private final int level;
  private final BoundaryNames names;

  /**
   * @param level admin level of the units in the file: 1 states, 2 districts, 3 townships
   */
  public AdminBoundaries(int level, BoundaryNames names) {
    if (level < 1 || level > AdminUnit.MAX_LEVEL) {
      throw new IllegalArgumentException(
          "admin level must be 1 (states), 2 (districts) or 3 (townships), was " + level);
    }
    this.level = level;
    this.names = names;
  }

  @Override
  public String title() {
    return "boundaries of admin level " + level;
  }

  @Override
  public List<String> signature() {
    return List.of("adm" + level + "_pcode");
  }

  @Override
  public boolean recognises(Schema schema) {
    Columns columns = Columns.of(schema);
    return BoundaryColumns.of(level, columns).with(columns, names).code().isPresent();
  }

  @Override
  public RowReader<ImportedUnit> reader(ImportFile file) {
    Columns columns = Columns.of(file.schema());
    requireNamed(file, columns);
    BoundaryColumns own = BoundaryColumns.of(level, columns).with(columns, names);
    if (own.code().isEmpty()) {
      throw new UnreadableFileException(
          file.name(),
          "no column of P-codes of admin level "
              + level
              + "; found: "
              + columns.list()
              + ". Known are "
              + List.of("ST", "DT", "TS").get(level - 1)
              + "_PCODE, ADM"
              + level
              + "_PCODE and pcode; name another with --code");
    }
    List<BoundaryColumns> above = above(columns);
    Optional<String> members = columns.find("pcode_members");
    return feature -> read(new Row(file.name(), columns, feature), own, above, members);
  }

  @Override
  public String key(ImportedUnit unit) {
    return unit.unit().pcode();
  }

  /** A unit that stands there twice is a sign of a broken file, even if both say the same. */
  @Override
  public boolean isRepeat(ImportedUnit first, ImportedUnit second) {
    return false;
  }

  /** The levels above of which the file tells the P-codes, from the next one up. */
  private List<BoundaryColumns> above(Columns columns) {
    List<BoundaryColumns> above = new ArrayList<>();
    for (int upper = level - 1; upper >= 1; upper--) {
      BoundaryColumns usual = BoundaryColumns.of(upper, columns);
      if (upper == level - 1 && names.parent().isPresent()) {
        Optional<String> named = names.parent().flatMap(columns::find);
        usual = new BoundaryColumns(upper, named, usual.name(), usual.nameMy());
      }
      if (usual.code().isPresent()) {
        above.add(usual);
      }
    }
    return above;
  }

  private void requireNamed(ImportFile file, Columns columns) {
    Stream.of(names.code(), names.name(), names.nameMy(), names.parent())
        .flatMap(Optional::stream)
        .filter(name -> !columns.has(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new UnreadableFileException(
                  file.name(),
                  "no column \"" + name + "\"; found: " + columns.list() + ". Name one of these");
            });
  }

  private Reading<ImportedUnit> read(
      Row row, BoundaryColumns own, List<BoundaryColumns> above, Optional<String> members) {
    String pcode = row.required(own.code().orElseThrow(), "every unit needs its P-code");
    Geometry outline = Outline.read(row, pcode);
    if (row.isRejected()) {
      return row.reading(() -> null);
    }
    List<Ancestor> ancestors = new ArrayList<>();
    String parent = "";
    for (int i = above.size() - 1; i >= 0; i--) {
      BoundaryColumns columns = above.get(i);
      String code = columns.code(row);
      if (!code.isEmpty()) {
        ancestors.add(
            0, new Ancestor(code, columns.level(), columns.name(row), columns.nameMy(row), parent));
        parent = code;
      }
    }
    AdminUnit unit =
        new AdminUnit(
            pcode,
            level,
            own.name(row),
            own.nameMy(row),
            parent,
            members(row.text(members)),
            outline);
    return row.reading(() -> new ImportedUnit(unit, ancestors));
  }

  private static List<String> members(String text) {
    return text.isEmpty() ? List.of() : Stream.of(text.split(";")).map(String::strip).toList();
  }
}
