package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts over time against the list of the same incidents, counted plainly. */
class TimelineTest {

  private static final List<String> FILTERS =
      List.of("", "&air=documented", "&unit=MMR002", "&text=karen", "&incident_source=curated");

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

  @Test
  void theStepsAreThoseOfAPlainCount() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 15; round++) {
      LocalDate from = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(600));
      LocalDate to = from.plusDays(random.nextInt(300));
      String by = List.of("month", "week", "day").get(random.nextInt(3));
      String filter = FILTERS.get(random.nextInt(FILTERS.size()));
      String question = "from=" + from + "&to=" + to + filter;
      JsonNode timeline = server.json("/api/timeline?by=" + by + "&" + question);
      Map<LocalDate, long[]> expected = new TreeMap<>();
      for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
        expected.putIfAbsent(start(day, by), new long[6]);
      }
      String cursor = "";
      do {
        JsonNode part = server.json("/api/incidents?limit=500&" + question + cursor);
        for (JsonNode one : part.get("incidents")) {
          add(one, to, by, timeline.get("source").asText(), expected);
        }
        cursor = part.get("next").isNull() ? "" : "&cursor=" + part.get("next").asText();
      } while (!cursor.isEmpty());
      String what = "seed " + seed + ", " + by + " " + question;
      JsonNode steps = timeline.get("steps");
      assertEquals(expected.size(), steps.size(), what);
      for (JsonNode step : steps) {
        long[] found = {
          step.get("shown").asLong(),
          step.get("spanning").asLong(),
          step.get("incidents").asLong(),
          step.get("air_incidents").asLong(),
          step.get("air_mentions").asLong(),
          step.get("killed_best").asLong()
        };
        LocalDate start = LocalDate.parse(step.get("start").asText());
        assertEquals(
            Arrays.toString(expected.get(start)), Arrays.toString(found), what + " " + start);
      }
      // What is kept answers the same.
      assertEquals(timeline, server.json("/api/timeline?" + question + "&by=" + by), what);
    }
  }

  private static void add(
      JsonNode one, LocalDate to, String by, String source, Map<LocalDate, long[]> steps) {
    LocalDate first = LocalDate.parse(one.get("date_start").asText());
    LocalDate last = LocalDate.parse(one.get("date_end").asText());
    LocalDate step = start(last.isAfter(to) ? to : last, by);
    LocalDate next = step;
    while (start(next, by).equals(step)) {
      next = next.plusDays(1);
    }
    boolean counted = one.get("source").asText().equals(source);
    String air = one.get("air").asText();
    long[] sums = steps.get(step);
    sums[0]++;
    sums[1] += first.isBefore(step) || !last.isBefore(next) ? 1 : 0;
    sums[2] += counted ? 1 : 0;
    sums[3] += air.equals("documented") ? 1 : 0;
    sums[4] += counted && air.equals("mentioned") ? 1 : 0;
    sums[5] += counted ? one.get("killed_best").asLong(0) : 0;
  }

  private static LocalDate start(LocalDate day, String by) {
    return switch (by) {
      case "month" -> day.withDayOfMonth(1);
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      default -> day;
    };
  }
}
