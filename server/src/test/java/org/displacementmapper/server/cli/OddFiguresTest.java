package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.displacementmapper.server.Program;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures that cannot be right: refused by line and column, or kept and flagged. */
class OddFiguresTest {

  private static final String HEADER =
      "as_of,published,adm1_pcode,adm1_name,people_displaced,measure,publisher,title,url,"
          + "exclude_reason,note\n";

  @TempDir Path folder;

  @Test
  void namesEveryFigureThatIsNone() throws IOException {
    Program program =
        importing(
            row("XX9", "500")
                + row("MMR", "-5")
                + row("MMR002", "10.5")
                + row("MMR003", "99999999999999")
                + row("MMR004", "7"));
    assertEquals(0, program.exitCode());
    assertTrue(program.out().contains("1 accepted") && program.out().contains("4 rejected"));
    for (String place :
        List.of(
            "line 2, column adm1_pcode, \"XX9\"",
            "line 3, column people_displaced, \"-5\"",
            "line 4, column people_displaced, \"10.5\"",
            "line 5, column people_displaced, \"99999999999999\"")) {
      assertTrue(program.out().contains(place), place + " in " + program.out());
    }
  }

  @Test
  void flagsPartsThatExceedTheirTotalAndGivesNoNumberThatIsNone() throws IOException {
    Program program =
        importing(
            row("SE", "1000")
                + row("MMR002", "90000")
                + row("MMR003", "60000")
                + row("MMR", "120000"));
    assertEquals(0, program.exitCode(), program.out());
    try (TestServer server = TestServer.over(folder.resolve("data"))) {
      for (String product : List.of("independent", "allocation")) {
        JsonNode answer = server.json("/api/comparison?as_of=2022-03-10&product=" + product);
        assertFalse(answer.toString().contains("NaN"), product);
        assertFalse(answer.toString().contains("Infinity"), product);
      }
      JsonNode flags =
          server.json("/api/comparison?as_of=2022-03-10&product=allocation").get("flags");
      assertTrue(flags.findValuesAsText("flag").contains("parts_exceed_total"), flags::toString);
      assertTrue(flags.findValuesAsText("meaning").toString().contains("add up to more"));
      assertEquals(400, server.get("/api/comparison?as_of=2035-03-12").statusCode(), "years ahead");
    }
  }

  private static String row(String area, String people) {
    return "2022-03-10,,"
        + area
        + ",,"
        + people
        + ",since_2021-02-01,OCHA,A page,https://example.org/a,,\n";
  }

  private Program importing(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("figures.csv"), HEADER + rows);
    return Program.run("import", "figures", file, "--data", folder.resolve("data"));
  }
}
