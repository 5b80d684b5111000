package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.Shared;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program over the 330 townships of MIMU's release 9.3. */
class TownshipsTest {

  @TempDir static Path data;
  private static TestServer server;
  private static String report;

  @BeforeAll
  static void load() {
    Path file = Shared.file("boundaries/mmr_adm3_mimu_v93.geojson");
    Program program =
        Program.run(
            "import", "boundaries", file, "--level", "3", "--release", "MIMU 9.3", "--data", data);
    assertEquals(0, program.exitCode(), program.err());
    report = program.out();
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void dissolvesDistrictsAndStatesFromTheTownships() {
    assertTrue(report.contains("level 1: 18 units, level 2: 80 units, level 3: 330 units"), report);
  }

  @Test
  void theShippedStatesRetireAndTheEighteenUnitsHaveTheReferenceValues() {
    Map<String, JsonNode> units = units("/api/comparison");
    assertEquals(18, units.size());
    Map<String, String> events = new HashMap<>();
    units.forEach(
        (pcode, unit) -> events.put(unit.get("name").asText(), unit.get("events").asText()));
    assertEquals("292", events.get("Sagaing"));
    assertEquals("83", events.get("Kayah"));
    assertEquals("33.3", events.get("Shan (North)"));
    assertEquals("23.24", events.get("Shan (South)"));
    assertEquals("13.97", events.get("Bago (East)"));
    assertEquals(36_800, units.get("MMR002").get("displaced").asLong());
    assertEquals(449_000, server.json("/api/comparison").get("national").get("displaced").asLong());
  }

  @Test
  void townshipsHaveCountsPopulationAndBurmeseNames() {
    JsonNode demoso = units("/api/estimates?level=3").get("MMR002002");
    assertEquals("Demoso", demoso.get("name").asText());
    assertFalse(demoso.get("name_my").isNull());
    assertTrue(demoso.get("population").asLong() > 50_000);
    assertTrue(demoso.get("incidents").asDouble() > 20);
    assertTrue(demoso.get("un_displaced").isNull());
  }

  @Test
  void townshipsHaveEstimatesOfEveryProductMarkedAsUnvalidated() {
    JsonNode demoso = units("/api/estimates?level=3&product=allocation").get("MMR002002");
    assertEquals(44_400, demoso.get("displaced").asLong());
    assertEquals("30,000 to 100,000", demoso.get("displaced_class").asText());
    assertEquals("unvalidated", demoso.get("quality").asText());
    assertEquals(42, demoso.get("events").asInt());
    assertTrue(demoso.get("displaced_low80").asLong() < 44_400);
    JsonNode independent = units("/api/estimates?level=3").get("MMR002002");
    assertTrue(independent.get("displaced").asLong() > 10_000, independent::toString);
    JsonNode moved =
        units("/api/estimates?level=3&product=nowcast&cutoff=2022-01-17").get("MMR002002");
    assertTrue(moved.get("displaced").asLong() > 30_000, moved::toString);
  }

  @Test
  void districtsAreTheSumOfTheirTownshipsAndStatesCarryNoQuality() {
    Map<String, JsonNode> districts = units("/api/estimates?level=2&product=allocation");
    JsonNode loikaw = districts.get("MMR002D001");
    assertTrue(loikaw.get("displaced").asLong() > 70_000, loikaw::toString);
    assertEquals("unvalidated", loikaw.get("quality").asText());
    assertTrue(districts.get("MMR013D001").get("displaced").isNull(), "Yangon is not listed");
    assertTrue(units("/api/comparison").get("MMR002").get("quality").isNull());
  }

  @Test
  void aPageShowsTownshipsAsClasses() {
    for (String address :
        List.of("/ogc/collections/adm3/items", "/ogc/collections/adm3/items/MMR002001")) {
      String html = new String(server.get(address + "?f=html").body(), StandardCharsets.UTF_8);
      assertTrue(html.contains("class only"), address);
      assertFalse(html.contains("(80 %: "), address);
    }
  }

  @Test
  void aTileOfTownshipsSaysTheSameAsTheAnswer() {
    JsonNode answer = units("/api/estimates?level=3").get("MMR002002");
    JsonNode drawn = null;
    for (JsonNode feature : server.json("/tiles/adm3/0/0/0.geojson").get("features")) {
      if (feature.get("id").asText().equals("MMR002002")) {
        drawn = feature.get("properties");
      }
    }
    for (String field : new String[] {"displaced", "displaced_class", "quality"}) {
      assertEquals(answer.get(field), drawn.get(field), field);
    }
  }

  @Test
  void anIncidentKnownOnlyToATownshipIsDrawnAsThatTownship() {
    Map<String, JsonNode> areas = new HashMap<>();
    for (JsonNode area :
        server.json("/tiles/incident-areas/0/0/0.geojson?air=documented").get("features")) {
      areas.put(area.get("id").asText(), area.get("properties"));
    }
    assertEquals(3, areas.get("MMR003003").get("level").asInt(), areas::toString);
    assertTrue(areas.get("MMR003003").get("ids").toString().contains("curated:MMA0001"));
  }

  @Test
  void anIncidentSpreadOverUnitsHasNoPcode() throws IOException {
    Path out = data.resolve("incidents.csv");
    assertEquals(
        0,
        Program.run("export", "incidents", "-o", out, "--to", "2023-12-31", "--data", data)
            .exitCode());
    String text = Files.readString(out);
    assertFalse(text.contains(",spread,"), "spread incidents are areas, not points");
  }

  @Test
  void joinsPointsWithTheUnitsThatContainThem() throws IOException {
    Path points =
        Files.writeString(data.resolve("points.csv"), "id,lon,lat\n1,97.2,19.67\n2,x,y\n");
    Path out = data.resolve("joined.csv");
    Program program =
        Program.run(
            "join",
            "--boundaries",
            Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"),
            points,
            "-o",
            out);
    assertEquals(0, program.exitCode(), program.err());
    assertEquals(
        "id,lon,lat,adm1_pcode,adm2_pcode,adm3_pcode,unit_name,basis,distance_m\n"
            + "1,97.2,19.67,MMR002,MMR002D001,MMR002001,Loikaw,inside,0\n"
            + "2,x,y,,,,,invalid,\n",
        Files.readString(out));
  }

  @Test
  void dissolvedStatesHaveBurmeseNamesThoughTheFileHasNone() {
    units("/api/comparison")
        .forEach((pcode, unit) -> assertFalse(unit.get("name_my").isNull(), pcode));
  }

  private static Map<String, JsonNode> units(String address) {
    Map<String, JsonNode> units = new HashMap<>();
    server.json(address).get("units").forEach(unit -> units.put(unit.get("pcode").asText(), unit));
    return units;
  }

  @Test
  void aCodeOfAnotherReleaseShowsTheUnitsOfTheSameGround() {
    assertEquals(
        Set.of("MMR014", "MMR015", "MMR016"), units("/api/comparison?unit=MMR222").keySet());
    assertEquals(
        Set.of("MMR013046", "MMR013047", "MMR002001"),
        units("/api/estimates?level=3&unit=MMR013008,MMR002001").keySet());
  }

  @Test
  void aCodeWhoseUnitWentIntoLargerOnesIsRefusedWithTheirCodes() {
    HttpResponse<byte[]> refused = server.get("/api/estimates?level=3&unit=MMR013045");
    String text = new String(refused.body(), StandardCharsets.UTF_8);
    assertEquals(404, refused.statusCode());
    assertTrue(text.contains("Ask for MMR013017,MMR013035 or for one of them."), text);
    Program program = Program.run("compare", "--unit", "MMR013045", "--data", data);
    assertEquals(1, program.exitCode());
    assertTrue(program.err().contains("MMR013017"), program.err());
  }
}
