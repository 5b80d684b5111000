package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
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
  void findsNothingLeftToWithholdInTheShippedFiles() {
    Set<String> byHand = new HashSet<>(WithheldByHand.keys());
    for (Feature row : ShippedData.rows(Rows.PARSER, "ucdp_ged_myanmar.csv")) {
      List<String> texts = row.values().keySet().stream().map(row::text).toList();
      assertFalse(Shelter.isIn(texts), () -> "ucdp " + row.text("id"));
      if (byHand.remove("ucdp:" + row.text("id"))) {
        assertEquals("yes", row.text("withheld"), row.text("id"));
      }
      if (!row.text("withheld").isEmpty()) {
        assertEquals(
            "",
            row.text("latitude")
                + row.text("longitude")
                + row.text("source_headline")
                + row.text("source_article"),
            row.text("id"));
        String place = row.text("where_coordinates");
        assertTrue(
            place.matches(
                "(?i)|.*(township|district|state|region|zone|\\((north|south|east)\\))|Myanmar.*"),
            row.text("id"));
      }
    }
    for (Feature row : ShippedData.rows(Rows.PARSER, "airstrikes_curated.csv")) {
      List<String> texts = CuratedStrikes.TEXTS.stream().map(row::text).toList();
      boolean withheld = row.text("place").startsWith("(withheld");
      assertTrue(!byHand.remove("curated:" + row.text("id")) || withheld, row.text("id"));
      assertTrue(withheld || !Shelter.isIn(texts), row.text("id"));
      if (withheld) {
        assertEquals(
            "",
            row.text("lat")
                + row.text("lon")
                + row.text("source_title")
                + row.text("source_url")
                + row.text("note"),
            row.text("id"));
        assertEquals("township", row.text("location_precision"));
      }
    }
    assertEquals(Set.of(), byHand, "listed by hand but not shipped");
  }

  @Test
  void keepsWithheldIncidentsAndTellsNothingOfThem() {
    long curated = 0;
    long ucdp = 0;
    for (Incident incident : Rows.shipped().incidents()) {
      if (incident.citation().equals(Citation.NONE) && Shelter.isWithheld(incident.where())) {
        curated += incident.source().equals("curated") ? 1 : 0;
        ucdp += incident.source().equals("ucdp") ? 1 : 0;
        assertFalse(incident.where().line(), incident.key());
      }
    }
    assertEquals(22, curated);
    assertEquals(207, ucdp);
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
