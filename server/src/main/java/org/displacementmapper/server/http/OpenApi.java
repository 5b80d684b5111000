package org.displacementmapper.server.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;

/** The API description (OpenAPI 3.0.3), made from the list of routes and the layers' schemas. */
final class OpenApi {

  static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.0";

  private static final String VERSION = "1.0.0";
  private static final String TOKEN = "token";

  /**
   * Groups of routes; the first whose word is in the operation id has it, the last has the rest.
   */
  private static final Map<String, String> TAGS = tags();

  private static final Pattern MENTIONS_NULL =
      Pattern.compile("\\bnull\\b", Pattern.CASE_INSENSITIVE);

  private OpenApi() {}

  /** The route of the description itself, which stands in it too. */
  static Route route(List<Route> others, PublicUrl publicUrl) {
    List<Route> all = new ArrayList<>(others);
    Route self =
        new Route(
            "/openapi.json",
            "getApiDescription",
            "This description of the API (OpenAPI 3.0.3).",
            List.of(),
            List.of(MEDIA_TYPE),
            "",
            (context, parameters) -> {
              String server = publicUrl.prefix(context) + "/";
              Answers.send(
                  context,
                  VERSION + server,
                  MEDIA_TYPE,
                  Answers.DATA,
                  () -> Json.bytes(describe(all, Schemas.ALL, server)));
            });
    all.add(self);
    return self;
  }

  /**
   * @param server address that all paths are relative to
   */
  static Map<String, Object> describe(
      List<Route> routes, Map<String, Schema> schemas, String server) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", info());
    document.put("servers", List.of(Map.of("url", server)));
    document.put("tags", TAGS.entrySet().stream().map(OpenApi::tag).toList());
    // A public server asks for nothing, a private one for a token.
    document.put("security", List.of(Map.of(), Map.of(TOKEN, List.of())));
    Map<String, Object> paths = new LinkedHashMap<>();
    routes.forEach(route -> paths.put(route.path(), Map.of("get", operation(route))));
    document.put("paths", paths);
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("schemas", components(schemas));
    components.put("securitySchemes", Map.of(TOKEN, Map.of("type", "http", "scheme", "bearer")));
    document.put("components", components);
    return document;
  }

  private static Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("Tiles", "Vector tiles and what describes them.");
    tags.put("Collections", "Collections of features.");
    tags.put("Features", "Features, page by page.");
    tags.put("Service", "Figures, files, and the service itself.");
    return tags;
  }

  private static Map<String, Object> info() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", "displacement-mapper");
    info.put(
        "description",
        "How many people recorded violence is estimated to have displaced in Myanmar, unit by unit"
            + " and with intervals, beside the UN's figures. Estimates are placed where the"
            + " violence happened, UN figures where people are now. Not for finding displaced"
            + " people.");
    info.put("version", VERSION);
    info.put("contact", Map.of("name", "Whoever runs this server"));
    info.put(
        "license",
        Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0"));
    return info;
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", route.id());
    operation.put("summary", route.summary());
    operation.put("description", route.summary());
    operation.put("tags", List.of(tag(route)));
    operation.put("parameters", route.params().stream().map(Param::describe).toList());
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", good(route));
    responses.put("304", Map.of("description", "The client has this already (If-None-Match)."));
    responses.put("400", bad("A parameter is unknown or has a value that is not allowed."));
    if (route.params().stream().anyMatch(param -> param.in().equals("path"))) {
      responses.put("404", bad("There is no such thing; the detail lists what there is."));
    }
    operation.put("responses", responses);
    return operation;
  }

  /** Routes are grouped by what they are for. */
  private static String tag(Route route) {
    return TAGS.keySet().stream()
        .filter(tag -> route.id().contains(tag.substring(0, tag.length() - 1)))
        .findFirst()
        .orElse("Service");
  }

  private static Map<String, Object> tag(Map.Entry<String, String> tag) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", tag.getKey());
    described.put("description", tag.getValue());
    return described;
  }

  private static Map<String, Object> good(Route route) {
    Map<String, Object> schema =
        route.schema().isEmpty()
            ? Map.of()
            : Map.of("schema", Map.of("$ref", "#/components/schemas/" + route.schema()));
    Map<String, Object> content = new LinkedHashMap<>();
    route.mediaTypes().forEach(mediaType -> content.put(mediaType, schema));
    return Map.of("description", route.summary(), "content", content);
  }

  private static Map<String, Object> bad(String text) {
    return Map.of(
        "description",
        text,
        "content",
        Map.of(
            Problem.MEDIA_TYPE, Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
  }

  private static Map<String, Object> components(Map<String, Schema> schemas) {
    Map<String, Object> components = new LinkedHashMap<>();
    schemas.forEach((name, schema) -> components.put(name, object(name, schema)));
    return components;
  }

  private static Map<String, Object> object(String name, Schema schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    schema
        .fields()
        .forEach(
            field ->
                properties.put(field.name(), property(field, Schemas.part(name, field.name()))));
    List<String> required = new ArrayList<>(schema.names());
    required.removeIf(field -> Schemas.isOptional(name, field));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", required);
    return object;
  }

  /**
   * @param part what a list or an object holds, where its type alone does not say it
   */
  private static Map<String, Object> property(Field field, Map<String, Object> part) {
    Map<String, Object> property = new LinkedHashMap<>();
    switch (field.type()) {
      case INTEGER -> property.put("type", "integer");
      case NUMBER -> property.put("type", "number");
      case BOOLEAN -> property.put("type", "boolean");
      case LIST -> {
        property.put("type", "array");
        property.put("items", part);
        property.putAll(Schemas.pair(field.name()));
      }
      case OBJECT -> {
        if (part.isEmpty()) {
          property.put("type", "object");
        } else {
          property.put("allOf", List.of(part)); // a reference may have no neighbours
        }
      }
      case DATE -> {
        property.put("type", "string");
        property.put("format", "date");
      }
      default -> property.put("type", "string");
    }
    // A field that may be null says in its text when it is.
    if (MENTIONS_NULL.matcher(field.text()).find()) {
      property.putIfAbsent("type", "object"); // OpenAPI 3.0 knows nullable only beside a type
      property.put("nullable", true);
    }
    property.put("description", field.text());
    return property;
  }
}
