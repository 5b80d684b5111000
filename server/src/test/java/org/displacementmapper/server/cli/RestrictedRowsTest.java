package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that may not be passed on: kept, in no public output, and all there on a private server. */
class RestrictedRowsTest {

  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/layers",
          "/api/estimates",
          "/api/comparison",
          "/api/timeline",
          "/api/incidents",
          "/tiles/incidents/0/0/0.geojson",
          "/tiles/adm1/0/0/0.geojson",
          "/download/incidents.csv",
          "/download/incidents.geojson",
          "/download/adm1.geojson");

  @TempDir static Path folder;
  private static Path with;
  private static Path without;

  @BeforeAll
  static void load() throws IOException {
    with = folder.resolve("with");
    without = folder.resolve("without");
    StringBuilder rows =
        new StringBuilder(
            "event_id_cnty,event_date,time_precision,event_type,sub_event_type,country,admin1,"
                + "admin2,admin3,location,latitude,longitude,geo_precision,source,fatalities\n");
    for (int i = 0; i < 40; i++) {
      rows.append(
          "Zzmadeup%d,%s,1,Battles,Armed clash,Myanmar,Kayah,Loikaw,Loikaw,Zzplace,19.67,97.2,1,Zzpaper,2\n"
              .formatted(i, LocalDate.of(2021, 3, 1).plusDays(10L * i)));
    }
    Path file = Files.writeString(folder.resolve("acled.csv"), rows);
    Program program = Program.run("import", "incidents", file, "--data", with, "--licence", "CC0");
    assertEquals(0, program.exitCode(), program.err());
    assertTrue(program.out().contains("40 accepted"), program.out());
    assertTrue(program.out().contains("ACLED's terms forbid"), program.out());
  }

  @Test
  void noPublicOutputDerivesFromThem() {
    try (TestServer plain = TestServer.over(without);
        TestServer publicServer = TestServer.over(with)) {
      String versionWith = publicServer.json("/health").get("version").textValue();
      String versionWithout = plain.json("/health").get("version").textValue();
      for (String address : ADDRESSES) {
        String text = text(publicServer, address);
        assertFalse(text.contains("Zz"), address);
        String named = text.replace(versionWith, versionWithout);
        assertEquals(normal(text(plain, address)), normal(named), address);
      }
    }
  }

  /** Without the address of the server. */
  private static String normal(String text) {
    return text.replaceAll("127\\.0\\.0\\.1(:|%3A)\\d+", "HOST");
  }

  @Test
  void aPrivateServerShowsThemAndSaysSoOnEveryOutput() {
    PublicationPolicy policy = PublicationPolicy.STANDARD.withRestrictedRows();
    try (TestServer server = TestServer.over(with, policy)) {
      assertTrue(text(server, "/download/incidents.csv").contains("Zzmadeup7"));
      assertTrue(text(server, "/api/estimates?source=acled").contains("\"restricted_rows\":true"));
      assertTrue(text(server, "/download/incidents.geojson").contains("pass nothing on"));
      assertTrue(
          text(server, "/api/timeline?source=acled&by=month").contains("\"incidents\":3"),
          "three or four in every month");
    }
  }

  private static String text(TestServer server, String address) {
    var answer = server.get(address);
    assertEquals(200, answer.statusCode(), address);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
