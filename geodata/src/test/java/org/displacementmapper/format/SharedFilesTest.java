package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real files, which people will import. */
class SharedFilesTest {

  @ParameterizedTest
  @CsvSource({
    "incidents/ucdp_ged_myanmar.csv, 5637, 36",
    "incidents/ucdp_ged_kayah_49cols.csv, 243, 49",
    "incidents/ucdp_air_mentions.csv, 241, 14",
    "incidents/airstrikes_curated.csv, 117, 20",
    "incidents/airstrikes_curated.geojson, 117, 18",
    "incidents/acled_format_new_INVENTED.csv, 5, 31",
    "incidents/acled_format_old_INVENTED.csv, 5, 31",
    "boundaries/mmr_adm1_mimu_v93.geojson, 18, 5",
    "boundaries/mmr_adm2_mimu_v93.geojson, 80, 7",
    "boundaries/mmr_adm3_mimu_v93.geojson, 330, 10",
    "reference/un_displacement.csv, 253, 11",
    "reference/population_adm1_18units.csv, 18, 10",
    "reference/population_state.csv, 15, 9",
    "reference/population_district_2014frame.csv, 74, 10",
    "reference/population_district_v93.csv, 80, 10",
    "reference/population_township.csv, 330, 15",
    "packaged/mmr_adm1_naturalearth.geojson, 14, 7",
    "packaged/neighbours.geojson, 13, 3",
    "packaged/places_geonames.csv, 76, 10",
  })
  void readsEveryRowWithoutAnIssue(String name, int rows, int fields) {
    Reading file = Reading.of(Shared.file(name));
    assertEquals(List.of(), file.issues());
    assertEquals(rows, file.features().size());
    assertEquals(fields, file.schema().fields().size(), () -> "" + file.schema().names());
  }

  @Test
  void keepsBurmeseNames() {
    Feature first =
        Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson")).features().get(0);
    assertEquals("မြစ်ကြီးနား", first.text("TS_MMR4"));
    assertEquals(5, first.line());
  }

  @Test
  void keepsNullGeometries() {
    Reading strikes = Reading.of(Shared.file("incidents/airstrikes_curated.geojson"));
    long placed = strikes.features().stream().filter(each -> each.geometry() != null).count();
    assertEquals(43, placed);
    assertEquals("MMA0001", strikes.features().get(0).id());
  }
}
