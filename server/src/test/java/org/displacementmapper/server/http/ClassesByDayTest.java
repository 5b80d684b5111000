package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a map is shaded by on every day, against the numbers of single days. */
class ClassesByDayTest {

  private static final int DAYS = 12;

  /** The day of the 440,000, one of the days on which the UN lists units. */
  private static final LocalDate LISTED = LocalDate.of(2022, 1, 31);

  @TempDir static Path data;
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.over(data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "measure=estimate",
        "measure=estimate&product=nowcast",
        "measure=estimate&product=allocation",
        "measure=rate",
        "measure=ratio",
        "measure=un",
        "measure=incidents",
        "measure=incidents&from=2022-03-01",
        "measure=incidents&from=2021-12-01&to=2022-06-30",
        "measure=killed"
      })
  void everyClassIsThatOfTheNumbersOfItsDay(String question) {
    JsonNode all = server.json("/api/comparison/classes?" + question);
    LocalDate first = LocalDate.parse(all.at("/as_of_range/0").asText());
    LocalDate last = LocalDate.parse(all.at("/as_of_range/1").asText());
    String same = question.replaceFirst("measure=[a-z]+", "");
    long seed = System.nanoTime();
    System.out.println(question + " seed " + seed);
    Random random = new Random(seed);
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    for (int round = 0; round < DAYS; round++) {
      boolean reached = !LISTED.isBefore(first);
      LocalDate day = round == 0 && reached ? LISTED : first.plusDays(random.nextInt(days));
      int place = (int) ChronoUnit.DAYS.between(first, day);
      Optional<JsonNode> comparison = find("/api/comparison?as_of=" + day + same);
      for (JsonNode unit : all.get("units")) {
        String where = question + " " + day + " " + unit.get("pcode").asText();
        assertEquals(days, unit.get("classes").asText().length(), where);
        char told = unit.get("classes").asText().charAt(place);
        if (comparison.isEmpty()) {
          assertEquals('.', told, where);
          continue;
        }
        JsonNode numbers = unit(comparison.get(), unit.get("pcode").asText());
        assertEquals(expected(all, numbers), told, where);
        assertEquals(
            !numbers.get("un_displaced").isNull(),
            StreamSupport.stream(unit.get("un_days").spliterator(), false)
                .anyMatch(one -> one.asText().equals(day.toString())),
            where);
      }
    }
  }

  @Test
  void exposureIsRefusedWithWhatIsAllowed() {
    var answer = server.get("/api/comparison/classes?measure=exposure");
    assertEquals(400, answer.statusCode());
    String detail = TestServer.json(answer).get("detail").asText();
    assertTrue(detail.contains("estimate, rate, ratio, un, incidents, killed"), detail);
  }

  private static Optional<JsonNode> find(String address) {
    var answer = server.get(address);
    JsonNode told = TestServer.json(answer);
    if (answer.statusCode() == 200) {
      return Optional.of(told);
    }
    assertTrue(told.get("detail").asText().matches("(?s).*(as_of|from).*"), address + " " + told);
    return Optional.empty();
  }

  private static JsonNode unit(JsonNode comparison, String pcode) {
    return StreamSupport.stream(comparison.get("units").spliterator(), false)
        .filter(unit -> unit.get("pcode").asText().equals(pcode))
        .findFirst()
        .orElseThrow();
  }

  /** The class as the page divides the numbers (web/src/theme/measures.ts). */
  private static char expected(JsonNode all, JsonNode unit) {
    String field =
        switch (all.get("measure").asText()) {
          case "ratio" -> "ratio_to_un";
          case "un" -> "un_displaced";
          case "incidents" -> "incidents";
          case "killed" -> "killed_best";
          default -> "displaced";
        };
    // Under the least that is told there is a class and no number.
    if (unit.get(field.equals("displaced") ? "displaced_class" : field).isNull()) {
      return '-';
    }
    double people =
        all.get("measure").asText().equals("rate") ? unit.get("population").asDouble() : 1_000;
    double number = 1_000 * unit.get(field).asDouble() / people;
    long shade =
        StreamSupport.stream(all.get("breaks").spliterator(), false)
            .filter(limit -> number >= limit.asDouble())
            .count();
    return Character.forDigit((int) shade, 10);
  }
}
