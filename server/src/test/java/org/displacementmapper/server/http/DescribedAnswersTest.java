package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import org.displacementmapper.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are as the API description says, which the page's own types are generated from. */
class DescribedAnswersTest {

  @TempDir static Path data;
  private static TestServer server;
  private static JsonNode schemas;
  private static final JsonNode EMPTY = JsonNodeFactory.instance.arrayNode();

  @BeforeAll
  static void start() {
    server = TestServer.over(data);
    schemas = server.json("/openapi.json").get("components").get("schemas");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/health, Health",
    "/layers, Layers",
    "/tiles/adm1.json, TileJson",
    "/api/comparison, Comparison",
    "/api/comparison?as_of=2021-10-14, Comparison",
    "/api/comparison?as_of=2022-01-25, Comparison",
    "/api/comparison?as_of=2023-12-31, Comparison",
    "/api/comparison?product=allocation, Comparison",
    "/api/comparison/classes, ClassesByDay",
    "/api/comparison/classes?product=allocation, ClassesByDay",
    "/api/estimates, Estimates",
    "/api/timeline?by=month, Timeline",
    "/api/incidents, Incidents",
    "/api/incidents/ucdp:391053, OneIncident",
    "/api/incidents?precision=district, Incidents",
    "/api/versions, Versions",
    "/api/changes, Changes",
    "/api/units/MMR002, UnitDetail",
    "/api/units/MMR002?as_of=2022-02-05, UnitDetail",
    "/api/units/MMR013?product=allocation, UnitDetail",
    "/api/comparison?as_of=yesterday, Problem"
  })
  void haveTheFieldsAndTypesOfTheirSchema(String address, String schema) {
    JsonNode answer = TestServer.json(server.get(address));
    assertFits(answer, schemas.get(schema), address);
  }

  @Test
  void howToEmbedHasTheFieldsAndTypesOfItsSchema() {
    String address = "/oembed?url=http://127.0.0.1:" + server.port() + "/";
    assertFits(server.json(address), schemas.get("OEmbed"), address);
  }

  @Test
  void incidentsHaveTheFieldsAndTypesOfTheirSchema() {
    for (JsonNode incident : server.json("/tiles/incidents/0/0/0.geojson").get("features")) {
      assertFits(incident.get("properties"), schemas.get("Incident"), incident.get("id").asText());
    }
  }

  private static void assertFits(JsonNode value, JsonNode schema, String where) {
    if (value != null && value.isNull() && schema.path("nullable").asBoolean()) {
      return;
    }
    if (schema.has("allOf")) {
      assertFits(value, schema.get("allOf").get(0), where);
    } else if (schema.has("$ref")) {
      String[] path = schema.get("$ref").asText().split("/");
      assertFits(value, schemas.get(path[path.length - 1]), where);
    } else if (value == null || value.isNull()) {
      assertTrue(value != null, where + " is missing");
      assertTrue(schema.path("nullable").asBoolean(), where + " is null, which is not described");
    } else {
      switch (schema.path("type").asText("")) {
        case "object" -> assertTrue(value.isObject(), where + " is no object: " + value);
        case "array" -> assertTrue(value.isArray(), where + " is no list: " + value);
        case "string" -> assertTrue(value.isTextual(), where + " is no text: " + value);
        case "integer" -> assertTrue(value.isIntegralNumber(), where + " is not whole: " + value);
        case "number" -> assertTrue(value.isNumber(), where + " is no number: " + value);
        case "boolean" -> assertTrue(value.isBoolean(), where + " is not true or false: " + value);
        default -> assertEquals(0, schema.size(), where + " has a schema without a type");
      }
      for (JsonNode item : value.isArray() ? value : EMPTY) {
        assertFits(item, schema.get("items"), where + "[]");
      }
      schema
          .path("required")
          .forEach(
              name ->
                  assertFits(
                      value.get(name.asText()),
                      schema.get("properties").get(name.asText()),
                      where + " " + name.asText()));
    }
  }
}
