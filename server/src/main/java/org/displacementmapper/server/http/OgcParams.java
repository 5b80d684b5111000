package org.displacementmapper.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.displacementmapper.server.ogc.ItemsQuery;
import org.displacementmapper.server.ogc.OgcCrs;

/** The parameters that the OGC services know beside those of every question. */
final class OgcParams {

  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> NAMES =
      Map.of("type", "array", "items", Map.of("type", "string"));

  static final Param COLLECTION =
      Param.path("collectionId", TEXT, "A collection that GET /ogc/collections lists.");
  static final Param FEATURE = Param.path("featureId", TEXT, "Id of a feature of the collection.");

  static final Param F =
      Param.query(
          "f",
          Map.of("type", "string", "enum", List.of("json", "html")),
          "Encoding of the answer; without it the header Accept decides.");
  static final Param LIMIT =
      Param.query(
          "limit",
          Map.of(
              "type",
              "integer",
              "minimum",
              1,
              "maximum",
              ItemsQuery.MAX_LIMIT,
              "default",
              ItemsQuery.DEFAULT_LIMIT),
          "Features on a page; a greater number gives as many as the maximum.");
  static final Param BBOX =
      Param.query(
          "bbox",
          Map.of("type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number")),
          "Only what lies in this box or touches it: west,south,east,north, or in the axes of"
              + " bbox-crs. In degrees it may run over the antimeridian.");
  static final Param DATETIME =
      Param.query(
          "datetime",
          TEXT,
          "Only what holds on this date or in this interval: 2022-01-31,"
              + " 2021-02-01/2022-01-31, 2021-02-01/.. or ../2022-01-31.");
  static final Param CRS =
      Param.query(
          "crs",
          Map.of("type", "string", "format", "uri", "default", OgcCrs.CRS84.uri()),
          "System of the coordinates of the answer, such as "
              + "http://www.opengis.net/def/crs/EPSG/0/32647.");
  static final Param BBOX_CRS =
      Param.query(
          "bbox-crs",
          Map.of("type", "string", "format", "uri", "default", OgcCrs.CRS84.uri()),
          "System of the coordinates of bbox, in the order of its axes.");
  static final Param FILTER =
      Param.query(
          "filter",
          TEXT,
          "Only what this condition in CQL2 text holds for, such as air = 'documented' AND"
              + " S_DWITHIN(geometry, POINT(97.2 19.7), 50, km).");
  static final Param FILTER_LANG =
      Param.query(
          "filter-lang",
          Map.of("type", "string", "enum", List.of("cql2-text"), "default", "cql2-text"),
          "Language of filter.");
  static final Param FILTER_CRS =
      Param.query(
          "filter-crs",
          Map.of("type", "string", "format", "uri", "default", OgcCrs.CRS84.uri()),
          "System of the coordinates in filter.");
  static final Param SORTBY =
      Param.query(
          "sortby",
          NAMES,
          "Properties to sort by, with commas between: +name upwards, -name down.");
  static final Param PROPERTIES =
      Param.query("properties", NAMES, "Only these properties of each feature.");
  static final Param CURSOR =
      Param.query("cursor", TEXT, "Where the page before ended; only from a next link.");

  /** Of these a collection takes some, or none. */
  static final List<Param> QUESTION =
      List.of(
          Param.AS_OF,
          Param.CUTOFF,
          Param.PRODUCT,
          Param.SOURCE,
          Param.FROM,
          Param.TO,
          Param.AIR,
          Param.INCIDENT_SOURCE,
          Param.KIND,
          Param.PRECISION,
          Param.MIN_KILLED,
          Param.INCIDENT_TEXT);

  private OgcParams() {}

  static List<Param> items() {
    List<Param> params =
        new ArrayList<>(
            List.of(
                COLLECTION,
                LIMIT,
                BBOX,
                BBOX_CRS,
                DATETIME,
                FILTER,
                FILTER_LANG,
                FILTER_CRS,
                SORTBY,
                PROPERTIES,
                CRS,
                CURSOR,
                F,
                Param.V));
    params.addAll(QUESTION);
    return params;
  }

  static List<Param> feature() {
    List<Param> params = new ArrayList<>(List.of(COLLECTION, FEATURE, CRS, F, Param.V));
    params.addAll(QUESTION);
    return params;
  }
}
