package org.displacementmapper.server.usecase;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.format.ReadOptions;
import org.displacementmapper.source.AdminBoundaries;
import org.displacementmapper.source.Batch;
import org.displacementmapper.source.BoundaryNames;
import org.displacementmapper.source.ImportOptions;
import org.displacementmapper.source.ImportedUnit;
import org.displacementmapper.source.StateNames;

/**
 * A file with the units of one level, read. A release with a unit missing is worse than none, so
 * there are boundaries only if every unit could be taken.
 */
public record BoundaryFile(String file, Batch<ImportedUnit> batch) {

  private static final int STATE_CODE_LENGTH = 6;

  /**
   * Which columns hold what; empty texts are recognised.
   *
   * @param code of the P-code
   */
  public record ColumnNames(String code, String name, String nameMy, String parent) {

    BoundaryNames toSource() {
      return new BoundaryNames(named(code), named(name), named(nameMy), named(parent));
    }

    private static Optional<String> named(String column) {
      return column.isEmpty() ? Optional.empty() : Optional.of(column);
    }
  }

  public static BoundaryFile read(
      String file, ReadOptions reading, int level, ColumnNames names, InputStream standardInput) {
    AdminBoundaries source = new AdminBoundaries(level, names.toSource());
    return new BoundaryFile(
        file,
        FileRows.read(
            file, standardInput, reading, ImportOptions.NONE, opened -> source, rows -> {}));
  }

  /** Reads the file at the level that its columns or, failing that, its P-codes show. */
  public static BoundaryFile readFinest(String file, ReadOptions reading, ColumnNames names) {
    UnreadableFileException last = null;
    for (int level = AdminUnit.MAX_LEVEL; level >= 1; level--) {
      try {
        BoundaryFile read = read(file, reading, level, names, InputStream.nullInputStream());
        return read.levelByCodes() == level
            ? read
            : read(file, reading, read.levelByCodes(), names, InputStream.nullInputStream());
      } catch (UnreadableFileException e) {
        last = e;
      }
    }
    throw last;
  }

  /** Of Myanmar's P-codes: MMR002 a state, MMR002D001 a district, MMR002001 a township. */
  private int levelByCodes() {
    List<String> codes = batch.items().stream().map(item -> item.unit().pcode()).toList();
    if (!codes.isEmpty() && codes.stream().allMatch(code -> code.matches("[A-Z]{3}\\d{3}(-.*)?"))) {
      return 1;
    }
    if (!codes.isEmpty()
        && codes.stream().allMatch(code -> code.matches("[A-Z]{3}\\d{3}[DS]\\d+"))) {
      return 2;
    }
    return codes.isEmpty() ? AdminUnit.MAX_LEVEL : batch.items().get(0).unit().level();
  }

  /**
   * @param release name of the release; empty: the name of the file
   * @return empty if a unit was rejected or there is none
   */
  public Optional<Boundaries> boundaries(String release, String credit, String licence) {
    if (batch.rejected() > 0 || batch.items().isEmpty()) {
      return Optional.empty();
    }
    List<ImportedUnit> items = batch.items().stream().map(this::withState).toList();
    List<AdminUnit> units = items.stream().map(ImportedUnit::unit).toList();
    StateNames names = StateNames.shipped();
    List<Ancestor> ancestors =
        items.stream().flatMap(unit -> unit.above().stream()).map(names::complete).toList();
    String name = release.isEmpty() ? fileName() : release;
    try {
      return Optional.of(Boundaries.of(new Release(name, credit, licence), units, ancestors));
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(file, e.getMessage());
    }
  }

  /**
   * Where no column tells the state, the first six characters of the code do: estimates need the
   * first level. A state's code given as the parent is the state, not a district.
   */
  private ImportedUnit withState(ImportedUnit item) {
    AdminUnit unit = item.unit();
    if (unit.level() == 1 || item.above().stream().anyMatch(above -> above.level() == 1)) {
      return item;
    }
    if (!unit.pcode().matches("[A-Z]{3}\\d{3}.+")) {
      throw new UnreadableFileException(
          file,
          "no column tells the state of unit "
              + unit.pcode()
              + ", nor do the first six characters of its code; add a column such as ADM1_PCODE");
    }
    String code = unit.pcode().substring(0, STATE_CODE_LENGTH);
    List<Ancestor> above = new ArrayList<>();
    String parent = code;
    for (Ancestor next : item.above()) {
      if (!next.pcode().matches("[A-Z]{3}\\d{3}")) {
        above.add(new Ancestor(next.pcode(), next.level(), next.name(), next.nameMy(), code));
        parent = next.pcode();
      }
    }
    above.add(new Ancestor(code, 1, code, "", ""));
    AdminUnit placed =
        new AdminUnit(
            unit.pcode(),
            unit.level(),
            unit.name(),
            unit.nameMy(),
            parent,
            unit.members(),
            unit.geometry());
    return new ImportedUnit(placed, above);
  }

  private String fileName() {
    return file.equals("-") ? "standard input" : Path.of(file).getFileName().toString();
  }
}
