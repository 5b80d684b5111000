package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Shelter;
import org.displacementmapper.incident.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShelterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "an IDP camp",
        "IDPs shelled on the road",
        "camp for displaced villagers",
        "Shelling of state camps kills 2",
        "a camp on a hill",
        "camp area near village",
        "29 dead as blast hits camp of civilians",
        "two refugee children",
        "monastery sheltering civilians",
        "church where people took refuge",
        "a shelter in the forest",
        "people fleeing fighting",
        "Resistance force accuses military of opening fire on fleeing villagers",
        "a boat of evacuees",
        "families in hiding",
        "people who had fled their village",
        "Army jets bomb displacement site",
        "bombs a monastery full of civilians",
        "attack on asylum-seekers",
        "relief centre hit",
        "the army camp and the displaced people's camp",
        "army camp near a camp",
        "army attacks camp",
        "the junta's refugee camp",
        "https://example.org/2022/07/30/jet-drops-bombs-on-idp-camp-in-the-hills/",
        "https://example.org/?title=two_refugee_children",
        "စစ်ဘေးရှောင်စခန်း",
        "ဒုက္ခသည်စခန်း",
      })
  void takesAShelterForOne(String text) {
    assertTrue(Shelter.isIn(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "army camp",
        "military camp in the town",
        "rebel camps",
        "TNLA’s Kyaukme Camp",
        "the army's hill camp",
        "MNDAA hilltop camp",
        "weapons production camp",
        "resistance training camp",
        "a camp held by the Yesagyo PDF",
        "on a Karen National Liberation Army (KNLA) camp",
        "Camp Victoria",
        "prison labor camp",
        "campaign of terror",
        "university campus",
        "Civilians urged to dig bomb shelters",
        "Thousands flee junta airstrikes",
        "1,000 villagers fled",
        "Clashes displace thousands",
        "displacement continues in the state",
        "Attention to potential talks",
        "https://example.org/news/army-camp-attacked",
      })
  void takesNothingElseForOne(String text) {
    assertFalse(Shelter.isIn(text), text);
  }

  @Test
  void tellsTheSmallestAreaThatIsKnown() {
    Where point = where(Precision.VILLAGE, "", "", "Kayah", false);
    assertEquals("TOWNSHIP Demoso", told(Shelter.withhold(point, "Demoso", "Loikaw")));
    assertEquals("DISTRICT Loikaw", told(Shelter.withhold(point, "", "Loikaw")));
    assertEquals("STATE Kayah", told(Shelter.withhold(point, "", "")));
    Where nowhere = where(Precision.VILLAGE, "", "", "", false);
    assertEquals("COUNTRY ", told(Shelter.withhold(nowhere, "", "")));
    Where coded = where(Precision.EXACT, "", "MMR002002", "Kayah", false);
    assertEquals("TOWNSHIP ", told(Shelter.withhold(coded, "", "Loikaw")));
    Where line = where(Precision.TOWNSHIP, "", "", "Kayah", true);
    assertEquals("DISTRICT Loikaw", told(Shelter.withhold(line, "", "Loikaw")));
    Where named = where(Precision.TOWNSHIP, "Hpruso", "", "Kayah", false);
    assertEquals("TOWNSHIP Hpruso", told(Shelter.withhold(named, "Demoso", "")));
    Where state = where(Precision.STATE, "Shan (North)", "", "Shan", false);
    assertEquals("STATE Shan (North)", told(Shelter.withhold(state, "Demoso", "")));
  }

  @Test
  void findsNothingLeftToWithholdInTheShippedEvents() {
    Set<String> withheld = withheld("ucdp:");
    for (Feature row : ShippedData.rows(Rows.PARSER, "ucdp_ged_myanmar.csv")) {
      List<String> texts = row.values().keySet().stream().map(row::text).toList();
      assertFalse(Shelter.isIn(texts), () -> "ucdp " + row.text("id"));
      if (withheld.remove("ucdp:" + row.text("id"))) {
        assertEmpty(row, "latitude", "longitude", "source_headline", "source_article");
        assertTrue(
            row.text("where_coordinates")
                .matches(
                    "(?i)|.*(township|district|state|region|zone|\\((north|south|east)\\))"
                        + "|Myanmar \\(Burma\\)"),
            row.text("id"));
      }
    }
    assertEquals(Set.of(), withheld, "listed but not shipped");
  }

  @Test
  void findsNothingLeftToWithholdInTheShippedList() {
    Set<String> withheld = withheld("curated:");
    for (Feature row : ShippedData.rows(Rows.PARSER, "airstrikes_curated.csv")) {
      if (withheld.remove("curated:" + row.text("id"))) {
        assertEquals("(withheld)", row.text("place"));
        assertEquals("township", row.text("location_precision"));
        assertEmpty(row, "lat", "lon", "source_title", "source_url", "note");
      } else {
        assertFalse(
            Shelter.isIn(CuratedStrikes.TEXTS.stream().map(row::text).toList()), row.text("id"));
      }
    }
    assertEquals(Set.of(), withheld, "listed but not shipped");
  }

  @Test
  void keepsWithheldIncidentsAndTellsNothingOfThem() {
    Set<String> withheld = withheld("");
    for (Incident incident : Rows.shipped().incidents()) {
      if (withheld.remove(incident.key())) {
        assertTrue(Shelter.isWithheld(incident.where()), incident.key());
        assertFalse(incident.where().line(), incident.key());
        assertEquals(Citation.NONE, incident.citation(), incident.key());
      }
    }
    assertEquals(Set.of(), withheld);
  }

  private static Set<String> withheld(String source) {
    return ShippedData.rows(Rows.PARSER, "withheld.csv").stream()
        .map(row -> row.text("key"))
        .filter(key -> key.startsWith(source))
        .collect(Collectors.toSet());
  }

  private static void assertEmpty(Feature row, String... columns) {
    for (String column : columns) {
      assertEquals("", row.text(column), row.text("id") + " " + column);
    }
  }

  private static Where where(
      Precision precision, String area, String pcode, String state, boolean line) {
    return new Where(97.0, 19.0, precision, 1000, "a place", area, pcode, state, line);
  }

  private static String told(Where where) {
    assertTrue(Shelter.isWithheld(where));
    assertEquals(null, where.uncertaintyMetres());
    return where.precision() + " " + where.area();
  }
}
