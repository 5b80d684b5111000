package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same townships come from three files, and nothing tells afterwards from which: codes, names
 * in both languages, units above, and every corner to the last bit, in the same order. The files
 * hold doubles (Shapefile, GeoPackage) or six decimals, of which each is read as the same double.
 */
class SameBoundariesTest {

  private static final String GEOJSON = "boundaries/mmr_adm3_mimu_v93.geojson";

  @ParameterizedTest
  @ValueSource(
      strings = {"boundaries/mmr_adm3_mimu_v93.gpkg", "boundaries/mmr_adm3_mimu_v93_shp.zip"})
  void comeOutTheSameFromEveryFile(String other) {
    List<ImportedUnit> expected = townships(GEOJSON);
    List<ImportedUnit> found = townships(other);
    assertEquals(330, expected.size());
    assertEquals(330, found.size());
    for (int i = 0; i < expected.size(); i++) {
      AdminUnit before = expected.get(i).unit();
      AdminUnit after = found.get(i).unit();
      assertEquals(before.pcode(), after.pcode());
      assertEquals(before.level(), after.level());
      assertEquals(before.name(), after.name());
      assertEquals(before.nameMy(), after.nameMy());
      assertTrue(!before.nameMy().isEmpty(), before.pcode());
      assertEquals(before.parent(), after.parent());
      assertEquals(before.members(), after.members());
      assertEquals(expected.get(i).above(), found.get(i).above());
      assertTrue(before.geometry().equalsExact(after.geometry()), before.pcode());
    }
  }

  private static List<ImportedUnit> townships(String name) {
    FeatureStream rows = Formats.read(Shared.file(name), issue -> assertEquals("", "" + issue));
    try (Stream<Feature> stream = rows.stream()) {
      ImportFile file = new ImportFile(name, rows.schema(), true, ImportOptions.NONE);
      Batch<ImportedUnit> batch =
          Batch.read(new AdminBoundaries(3, BoundaryNames.NONE), file, stream);
      assertEquals(List.of(), batch.issues());
      return batch.items();
    }
  }
}
