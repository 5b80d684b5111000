package org.displacementmapper.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A parameter as the API description shows it.
 *
 * @param in {@code path} or {@code query}
 * @param schema its JSON schema
 */
record Param(String name, String in, String text, Map<String, Object> schema) {

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> DATE = Map.of("type", "string", "format", "date");

  static final Param AS_OF =
      query("as_of", DATE, "Day the estimate is for. Default 2022-01-31, the date of the 440,000.");
  static final Param CUTOFF =
      query(
          "cutoff",
          DATE,
          "Last day of UN figures that the estimate may use; must be before as_of; not for"
              + " an allocation. Default: 31 days before as_of.");
  static final Param PRODUCT =
      query(
          "product",
          oneOf("independent", "nowcast", "allocation"),
          "independent (default): made from incidents, may be compared with the UN figure."
              + " nowcast: the last UN breakdown up to the cut-off moved on by incidents; depends on"
              + " earlier UN figures, from 2022-02-17 on."
              + " allocation: the UN's own figure shared out, never compared with it.");
  static final Param SOURCE =
      query("source", TEXT, "The one source of unit counts and estimates. Default ucdp.");
  static final Param FROM =
      query("from", DATE, "First day of the incidents shown and counted. Default 2021-02-01.");
  static final Param TO =
      query("to", DATE, "Last day of the incidents shown and counted. Default: as_of.");
  static final Param AIR =
      query(
          "air",
          oneOf("documented", "mentioned", "any"),
          "Only attacks from the air: documented by the source, mentioned in a headline, or either."
              + " Both are \"at least\".");
  static final Param INCIDENT_SOURCE =
      query(
          "incident_source",
          TEXT,
          "Only incidents of these sources, with commas between. Never changes what is estimated:"
              + " that is source.");
  static final Param KIND =
      query(
          "kind",
          TEXT,
          "Only incidents of these kinds, in the words of their sources, with commas between; a"
              + " comma of a kind itself stands behind a backslash. unstated: those without one.");
  static final Param PRECISION =
      query(
          "precision",
          TEXT,
          "Only incidents whose place is known so precisely, with commas between: exact, village,"
              + " town, township, district, state, country, unstated.");
  static final Param MIN_KILLED =
      query(
          "min_killed",
          Map.of("type", "integer", "minimum", 0, "maximum", 1_000_000),
          "Only incidents with at least so many killed, by the best figure. Default 0: all.");
  static final Param INCIDENT_TEXT =
      query(
          "text",
          Map.of("type", "string", "maxLength", 100),
          "Only incidents whose place, report, kind, source or unit contains this, whatever the"
              + " case and accents; units by any of their names, so Karenni finds Kayah.");
  static final Param UNIT =
      query("unit", TEXT, "Only these units and what lies in them: P-codes with commas between.");
  static final Param BBOX = query("bbox", TEXT, "Only this box: west,south,east,north in degrees.");
  static final Param V =
      query(
          "v",
          TEXT,
          "The data as they were in this dataset version, by its name or number, such as 1."
              + " Default: the newest.");
  static final Param PROPERTIES =
      query(
          "properties",
          TEXT,
          "Only these properties of each feature, with commas between; pcode or id always.");
  static final Param BOM =
      query(
          "bom",
          oneOf("false", "true"),
          "true: begin with a byte-order mark, by which Excel knows UTF-8.");
  static final Param HXL =
      query(
          "hxl",
          oneOf("false", "true"),
          "true: a second row with the HXL hashtag of each column, such as #adm1+code.");
  static final List<String> GEOMETRIES = List.of("all", "none");
  static final Param GEOMETRY =
      query(
          "geometry",
          oneOf("all", "none"),
          "all (default): points as lon and lat, shapes as WKT in the column wkt; none: without, for"
              + " Excel, whose cells hold 32,767 characters and shapes are longer. A point for each"
              + " unit is in the layers of labels.");
  static final Param LAYER = path("layer", TEXT, "A layer that GET /layers lists.");
  static final Param LEVEL =
      query(
          "level",
          Map.of("type", "integer", "minimum", 1, "maximum", 3),
          "Admin level: 1 state or region (default), 2 district, 3 township.");
  static final Param PCODE =
      path("pcode", TEXT, "P-code of a unit of a level that is loaded, such as MMR002.");
  static final Param BY =
      query("by", oneOf("month", "week", "day"), "Length of a step. Default month.");

  static final List<Param> QUESTION =
      List.of(
          AS_OF,
          CUTOFF,
          PRODUCT,
          SOURCE,
          FROM,
          TO,
          AIR,
          INCIDENT_SOURCE,
          KIND,
          PRECISION,
          MIN_KILLED,
          INCIDENT_TEXT,
          UNIT,
          BBOX,
          V);

  /** The same for one unit, which the path names. */
  static final List<Param> UNIT_QUESTION =
      Stream.concat(
              Stream.of(PCODE), QUESTION.stream().filter(param -> param != UNIT && param != BBOX))
          .toList();

  static Param path(String name, Map<String, Object> schema, String text) {
    return new Param(name, "path", text, schema);
  }

  static Param query(String name, Map<String, Object> schema, String text) {
    return new Param(name, "query", text, schema);
  }

  private static Map<String, Object> oneOf(String... words) {
    return Map.of("type", "string", "enum", List.of(words));
  }

  Map<String, Object> describe() {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("name", name);
    description.put("in", in);
    description.put("required", in.equals("path"));
    description.put("description", text);
    if (in.equals("query")) {
      description.put("style", "form");
      description.put("explode", false);
    }
    description.put("schema", schema);
    return description;
  }
}
