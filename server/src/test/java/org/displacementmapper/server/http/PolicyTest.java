package org.displacementmapper.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.format.Format;
import org.displacementmapper.format.Formats;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.displacementmapper.server.ogc.TileMatrixSet;
import org.displacementmapper.tile.TileEncoder;
import org.displacementmapper.tile.TileEncoders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Asks every output for the same incidents and finds none finer than another. */
class PolicyTest {

  private static final List<String> SECRETS =
      List.of("Zzrecent", "Zzshelter", "secret-new", "example.org/zz", "97.21317", "97.31317");

  private static final List<String> ESTIMATES =
      List.of(
          "displaced",
          "displaced_low80",
          "displaced_high80",
          "displaced_low95",
          "displaced_high95");

  /** These say the same whatever the data and the policy. */
  private static final Set<String> OF_THE_PROGRAM =
      Set.of("/assets/{file}", "/embed.js", "/openapi.json");

  @TempDir static Path folder;
  private static Path data;
  private static LocalDate yesterday;
  private static TestServer server;

  @BeforeAll
  static void load() throws IOException {
    data = folder.resolve("data");
    yesterday = LocalDate.now().minusDays(1);
    Path file =
        Files.writeString(
            folder.resolve("in.csv"),
            "id,date,lat,lon,place,precision,deaths,source_url,licence\n"
                + ("secret-new," + yesterday + ",19.6131,97.2131717,Zzrecent,village,3,")
                + "https://example.org/zz,CC0\n"
                + "secret-camp,2022-01-05,19.7131,97.3131717,Zzshelter IDP camp,village,1,,CC0\n"
                + "old,2022-01-05,19.6,97.2,Zzold,village,1,,CC0\n");
    Program program = Program.run("import", "incidents", file, "--source", "mine", "--data", data);
    assertEquals(0, program.exitCode(), program.out() + program.err());
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void noAnswerOfAnyRouteTellsMoreThanThePolicyAllows() throws IOException {
    for (String address : addresses()) {
      HttpResponse<byte[]> answer = server.get(address);
      assertEquals(200, answer.statusCode(), address + new String(answer.body(), UTF_8));
      assertAllowed(Answered.of(address, ending(address, answer), answer.body(), folder));
    }
  }

  @Test
  void noFileAndNoTileOfACommandTellsMore() throws IOException {
    for (String layer : layers()) {
      for (Format format : Formats.outputs()) {
        String ending = format.extensions().get(0);
        if (isTilesOnly(layer) && !ending.equals("pmtiles")) {
          continue;
        }
        Path file = folder.resolve(layer + "." + ending);
        List<Object> words = new ArrayList<>(List.of("export", layer, "-o", file));
        words.addAll(List.of("--to", yesterday));
        if (ending.equals("pmtiles")) {
          words.addAll(List.of("--max-zoom", 2));
        }
        run(words.toArray());
        assertAllowed(Answered.of(file.toString(), ending, Files.readAllBytes(file), folder));
      }
      for (TileEncoder encoder : TileEncoders.ALL) {
        Path file = folder.resolve(layer + "-tile." + encoder.id());
        run("tile", layer, "0/0/0", "-f", encoder.id(), "-o", file, "--to", yesterday);
        assertAllowed(Answered.of(file.toString(), encoder.id(), Files.readAllBytes(file), folder));
      }
    }
    assertAllowed(printed("compare", "--json", "--to", yesterday));
    assertAllowed(printed("layers", "--json"));
    assertAllowed(printed("validate", "--json"));
  }

  /** A command that opens the data and is not an import must take the policy. */
  @Test
  void everyCommandThatPutsDataOutTakesThePolicy() {
    for (CommandLine command : Program.commands()) {
      Set<String> options = command.getCommandSpec().optionsMap().keySet();
      String name = command.getCommandSpec().qualifiedName(" ");
      if (options.contains("--data") && !name.contains(" import ")) {
        assertTrue(options.contains("--least-people"), name);
        assertTrue(options.contains("--loosen-publication"), name);
      }
    }
  }

  @Test
  void everyAnswerNamesThePolicyAndTagsDependOnIt() throws IOException {
    PublicationPolicy loose = PublicationPolicy.of(10, 0);
    try (TestServer loosened = TestServer.over(data, loose)) {
      for (String address : addresses()) {
        HttpResponse<byte[]> answer = server.get(address);
        // How to embed is asked of the server whose view it is.
        HttpResponse<byte[]> other =
            loosened.get(address.replace(":" + server.port(), ":" + loosened.port()));
        String header = header(answer, PolicyHeader.NAME);
        assertTrue(header.startsWith("least-people=100"), address + " " + header);
        assertTrue(
            header.contains("recent-days=14, ") && header.endsWith("loosened=?0"),
            address + " " + header);
        assertTrue(header(other, PolicyHeader.NAME).contains("loosened=?1"), address);
        if (answer.headers().firstValue("ETag").isPresent()) {
          assertNotEquals(header(answer, "ETag"), header(other, "ETag"), address);
        }
        String type = header(answer, "Content-Type");
        // Documents of the OGC standards have the header only.
        if (type.equals(Route.JSON) && !address.startsWith(OgcRoutes.ROOT)) {
          assertEquals(14, TestServer.json(answer).at("/policy/recent_days").asInt(-1), address);
          assertFalse(TestServer.json(answer).at("/policy/loosened").asBoolean(true), address);
          assertTrue(TestServer.json(other).at("/policy/loosened").asBoolean(), address);
          assertEquals(loose.text(), TestServer.json(other).at("/policy/text").asText(), address);
        }
        if (type.startsWith("text/html")) {
          assertFalse(new String(answer.body(), UTF_8).contains("policy-banner"), address);
          assertTrue(new String(other.body(), UTF_8).contains("Loosened by the operator"), address);
        }
      }
    }
  }

  @Test
  void tighteningIsFreeAndShowsInEveryOutput() {
    Program csv = run("export", "adm1", "-o", folder.resolve("t.csv"), "--least-people", 1000);
    assertEquals("", csv.err().replaceAll("(?m)^.* features of .*\n", ""));
    Program compared = run("compare", "--least-people", 1000, "--as-of", "2021-10-17");
    assertFalse(compared.out().contains("under 100 "), compared.out());
    assertTrue(compared.out().contains("no number under 1,000"), compared.out());
    try (TestServer tight = TestServer.over(data, PublicationPolicy.of(1000, 60))) {
      assertEquals(60, tight.json("/health").at("/policy/recent_days").asInt());
      String page = new String(tight.get("/?as_of=2021-10-17").body(), UTF_8);
      assertFalse(page.contains("under 100 ") || page.contains("under 100<"), page);
    }
  }

  @Test
  void looseningTakesAFlagOfItsOwnAndIsSaid() {
    Program refused = Program.run("compare", "--least-people", 10, "--data", data);
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("add --loosen-publication"), refused.err());
    assertEquals(2, Program.run("layers", "--recent-days", 0, "--data", data).exitCode());
    assertEquals(2, Program.run("layers", "--least-people", 5000, "--data", data).exitCode());
    Path file = folder.resolve("loose.csv");
    Program loosened =
        run("export", "adm1", "-o", file, "--least-people", 10, "--loosen-publication");
    assertTrue(loosened.err().contains("Loosened by the operator"), loosened.err());
  }

  @Test
  void smallPrivateFiguresAreNotTold() throws IOException {
    Path own = folder.resolve("private");
    Path file =
        Files.writeString(
            folder.resolve("figures.csv"),
            "as_of,adm1_pcode,people_displaced,measure,publisher\n"
                + "2022-01-31,MMR013,77,since_2021-02-01,Friends\n"
                + "2022-01-31,MMR010,23457,since_2021-02-01,Friends\n");
    Program imported = Program.run("import", "figures", file, "--data", own);
    assertEquals(0, imported.exitCode(), imported.out() + imported.err());
    assertTrue(imported.out().contains("2 private figures are kept but not told"), imported.out());
    try (TestServer friends = TestServer.over(own)) {
      String answer = friends.json("/api/comparison").toString();
      assertFalse(answer.contains(":77,") || answer.contains("23457"), answer);
    }
  }

  @Test
  void aRecentIncidentCountsInItsAreaAndAnOldOneIsDrawn() {
    String day = "?from=" + yesterday + "&to=" + yesterday;
    assertEquals(0, features("/tiles/incidents/0/0/0.geojson" + day).size());
    JsonNode areas = features("/tiles/incident-areas/0/0/0.geojson" + day);
    assertEquals(1, areas.size());
    assertEquals(1, areas.get(0).get("properties").get("incidents").asInt());
    assertEquals("[]", areas.get(0).get("properties").get("ids").toString());
    assertTrue(features("/tiles/incidents/0/0/0.geojson").toString().contains("Zzold"));
  }

  @Test
  void aRecentIncidentIsListedInItsTownshipWithoutPlaceReportAndId() {
    JsonNode list = server.json("/api/incidents?from=" + yesterday + "&to=" + yesterday);
    JsonNode row = list.at("/incidents/0");
    assertEquals(1, list.get("shown").asInt(), list::toString);
    for (String name : List.of("key", "id", "lon", "lat", "place", "source_url", "source_title")) {
      assertTrue(row.get(name).isNull(), name + " " + row);
    }
    assertEquals("township", row.get("precision").asText());
    assertEquals(1, row.get("areas").size(), row::toString);
    JsonNode shelter = server.json("/api/incidents?incident_source=mine&to=2022-01-31");
    assertEquals(2, shelter.get("shown").asInt());
    assertTrue(shelter.toString().contains("Zzold"));
    assertFalse(shelter.toString().contains("camp"), shelter::toString);
    String all = "?incident_source=mine&from=2021-01-01&to=" + yesterday;
    JsonNode areas = features("/tiles/incident-areas/0/0/0.geojson" + all);
    assertFalse(areas.toString().contains("mine:secret"), areas::toString);
    for (String key : List.of("mine:secret-new", "mine:secret-camp")) {
      assertEquals(404, server.get("/api/incidents/" + key).statusCode(), key);
    }
  }

  @Test
  void aBoxSmallerThanItsUnitDoesNotFindIt() {
    String day = "&from=" + yesterday + "&to=" + yesterday;
    String tile = "/tiles/incident-areas/0/0/0.geojson?bbox=";
    JsonNode here = features(tile + "97.21,19.61,97.22,19.62" + day);
    JsonNode near = features(tile + "97.24,19.64,97.25,19.65" + day);
    assertEquals(1, here.size());
    assertEquals(here, near);
  }

  private static JsonNode features(String address) {
    return server.json(address).get("features");
  }

  /** Every route with every layer and choice, over all days; a new one is asked by itself. */
  /** A filter sees no more than the answers do: else counts would tell what they leave out. */
  @Test
  void noFilterFindsWhatIsNotTold() throws IOException {
    int asked = 0;
    for (Route route : HttpServer.routes(server.useCases(), PublicUrl.AS_ASKED)) {
      if (!route.queryNames().containsAll(List.of("text", "precision", "to"))
          || route.path().startsWith(OgcRoutes.ROOT) // asked in its own language, below
          || route.path().matches("/download/.*(zip|gpkg|fgb|pmtiles)")) {
        continue; // files that hold the question packed are cut from what the others are
      }
      for (String path : paths(route.path())) {
        for (String secret : List.of("Zzrecent", "Zzshelter", "secret-new")) {
          String nowhere = "q".repeat(secret.length());
          assertEquals(filtered(path, nowhere), filtered(path, secret), path + " finds " + secret);
          asked++;
        }
      }
    }
    assertTrue(asked > 20, () -> "too few routes have filters");
    // Told by township and by state, so found as such and not as a village; the old one is one.
    String mine = "/api/filters?incident_source=mine&to=" + yesterday + "&precision=";
    assertEquals(1, server.json(mine + "village").get("shown").asInt());
    assertEquals(2, server.json(mine + "township,district,state,country").get("shown").asInt());
    assertEquals(List.of("old"), idsOf("place LIKE 'Zz%'"));
    assertEquals(List.of("old"), idsOf("source='mine' AND precision='village'"));
    assertEquals(List.of(), idsOf("id='secret-new' OR id='secret-camp'"));
  }

  private static List<String> idsOf(String cql2) {
    String address = OgcRoutes.ROOT + "/collections/incidents/items?filter=";
    List<String> ids = new ArrayList<>();
    server
        .json(address + URLEncoder.encode(cql2, UTF_8))
        .get("features")
        .forEach(feature -> ids.add(feature.at("/properties/id").asText()));
    return ids;
  }

  /** The answer without what repeats the question. */
  private static String filtered(String path, String text) {
    String address = path + (path.contains("?") ? "&" : "?") + "to=" + yesterday + "&text=" + text;
    HttpResponse<byte[]> answer = server.get(address);
    assertEquals(200, answer.statusCode(), address);
    return new String(answer.body(), ISO_8859_1).replace(text, "");
  }

  private static List<String> addresses() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (Route route : HttpServer.routes(server.useCases(), PublicUrl.AS_ASKED)) {
      if (!OF_THE_PROGRAM.contains(route.path())) {
        List<String> names = route.queryNames();
        boolean ogc = route.path().startsWith(OgcRoutes.ROOT); // there incidents are of all days
        String shallow = names.contains("maxzoom") ? "&maxzoom=2" : "";
        String query =
            ogc && names.contains("limit")
                ? "?limit=10000"
                : !ogc && names.contains("to") ? "?to=" + yesterday + shallow : "?";
        for (String path : paths(route.path())) {
          addresses.add(path + query);
          for (Param param : route.params()) {
            if (names.contains(param.name())
                && (!path.contains("/items") || param.name().equals("f"))
                && param.schema().get("enum") instanceof List<?> choices) {
              choices.forEach(one -> addresses.add(path + query + "&" + param.name() + "=" + one));
            }
          }
        }
      }
    }
    // A nowcast has no answer on the default day, which lies before its first breakdown.
    return addresses.stream()
        .map(address -> address.replace("?&", "?").replaceFirst("\\?$", ""))
        .map(
            one ->
                one.contains("product=nowcast") && !one.contains("/classes") // of all days
                    ? one + "&as_of=2022-03-31"
                    : one)
        .toList();
  }

  private static List<String> paths(String route) throws IOException {
    if (route.contains("{tileMatrixSetId}")) {
      List<String> all = new ArrayList<>();
      for (String set : TileMatrixSet.ids()) {
        String one = route.replace("{tileMatrixSetId}", set);
        // The world in one tile, or its eastern half.
        String column = set.equals("WorldCRS84Quad") ? "1" : "0";
        all.addAll(paths(one.replace("{tileMatrix}/{tileRow}/{tileCol}", "0/0/" + column)));
      }
      return all;
    }
    List<String> paths =
        List.of(
            route
                .replace("{z}/{x}/{y}", "0/0/0")
                .replace("{pcode}", "MMR002")
                .replace("{key}", "ucdp:391053"));
    if (route.contains("{layer}")) {
      paths =
          layers().stream()
              .filter(one -> !isTilesOnly(one) || route.matches("/tiles/.*|.*pmtiles"))
              .map(one -> route.replace("{layer}", one).replace("{z}/{x}/{y}", "0/0/0"))
              .toList();
    } else if (route.contains("{collectionId}")) {
      paths = new ArrayList<>();
      for (JsonNode collection : server.json(OgcRoutes.ROOT + "/collections").get("collections")) {
        String id = collection.get("id").asText();
        if (route.contains("/tiles") && id.equals("estimates")) {
          continue; // has none
        }
        String path = OgcRoutes.ROOT + "/collections/" + id + "/items?limit=1";
        String feature = server.json(path).at("/features/0/id").asText();
        paths.add(route.replace("{collectionId}", id).replace("{featureId}", feature));
      }
    }
    if (route.equals(OEmbed.ADDRESS)) {
      paths = List.of(route + "?url=http://127.0.0.1:" + server.port() + "/embed");
    }
    paths.forEach(path -> assertFalse(path.contains("{"), "say here what to ask of " + route));
    return paths;
  }

  private static boolean isTilesOnly(String layer) {
    return layer.equals("incident-clusters");
  }

  private static List<String> layers() throws IOException {
    List<String> layers = new ArrayList<>();
    server.json("/layers").get("layers").forEach(layer -> layers.add(layer.get("id").asText()));
    return layers;
  }

  private static String ending(String address, HttpResponse<byte[]> answer) {
    String type = header(answer, "Content-Type");
    return type.contains("geo+json")
        ? "geojson"
        : type.contains("json")
            ? "json"
            : type.startsWith("text/html")
                ? "html"
                : type.contains("vector-tile")
                    ? "mvt"
                    : address.replaceFirst("\\?.*", "").replaceFirst(".*\\.", "");
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("no " + name);
  }

  private static Program run(Object... args) {
    List<Object> words = new ArrayList<>(List.of(args));
    words.addAll(List.of("--data", data));
    Program program = Program.run(words.toArray());
    assertEquals(0, program.exitCode(), words + program.out() + program.err());
    return program;
  }

  private static Answered printed(Object... args) throws IOException {
    return Answered.of(List.of(args).toString(), "json", run(args).out().getBytes(UTF_8), folder);
  }

  private static void assertAllowed(Answered answered) {
    String where = answered.where();
    SECRETS.forEach(
        secret -> assertFalse(answered.text().contains(secret), secret + " in " + where));
    for (Map<String, Object> values : answered.records()) {
      // A row of hashtags has no number there.
      boolean located = Answered.number(values, "lon") != null;
      // The list holds those known to an area too, which must then have no place.
      boolean listed = where.startsWith("/api/incidents") && !located;
      boolean incident =
          values.containsKey("precision") && values.containsKey("date_end") && !listed;
      if (incident) {
        assertFalse(
            Set.of("township", "district", "state", "country").contains(values.get("precision")),
            values + " is drawn as a point in " + where);
        assertNotEquals("secret-camp", values.get("id"), where);
      }
      if (incident && located && !where.startsWith("/tiles/")) {
        for (double[] secret : new double[][] {{97.2131717, 19.6131}, {97.3131717, 19.7131}}) {
          double east = Answered.number(values, "lon") - secret[0];
          double north = Answered.number(values, "lat") - secret[1];
          assertTrue(Math.hypot(east, north) > 0.005, values + " in " + where);
        }
      }
      if (!"allocation".equals(values.get("product")) && !where.contains("product=allocation")) {
        assertRounded(values, where);
      }
    }
  }

  /** Of an allocation a unit that the UN listed keeps its figure, which is never rounded. */
  private static void assertRounded(Map<String, Object> values, String where) {
    for (String name : ESTIMATES) {
      Double people = Answered.number(values, name);
      if (people != null) {
        assertTrue(people >= 100, name + " " + people + " in " + where);
        assertEquals(0, people % (people < 100_000 ? 100 : 1_000), name + people + " in " + where);
      }
    }
    Double ours = Answered.number(values, "displaced");
    Double theirs = Answered.number(values, "un_displaced");
    Double ratio = Answered.number(values, "ratio_to_un");
    assertFalse(ours == null && ratio != null, where + values);
    if (ratio != null && theirs != null) {
      assertEquals(Math.rint(100 * ours / theirs) / 100, ratio, 1e-9, where + values);
    }
    Double share = Answered.number(values, "share_of_un");
    if (share != null) {
      assertEquals(Math.rint(10_000 * ours / 440_000) / 10_000, share, 1e-9, where + values);
    }
  }
}
