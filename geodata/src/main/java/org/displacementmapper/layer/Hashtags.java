package org.displacementmapper.layer;

import java.util.Map;
import org.displacementmapper.feature.Schema;

/**
 * What the fields of layers are called in the Humanitarian Exchange Language (hxlstandard.org, HXL
 * 1.1): a field of one name means the same in every layer, except what it is the name or the code
 * of.
 */
final class Hashtags {

  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("population", "#population"),
          Map.entry("incidents", "#event+num"),
          Map.entry("events", "#event+num+counted"),
          Map.entry("air_incidents", "#event+num+air"),
          Map.entry("air_mentions", "#event+num+air+mentioned"),
          Map.entry("killed_low", "#affected+killed+min"),
          Map.entry("killed_best", "#affected+killed"),
          Map.entry("killed_high", "#affected+killed+max"),
          Map.entry("displaced", "#affected+idps+estimated"),
          Map.entry("displaced_low80", "#affected+idps+estimated+min+p80"),
          Map.entry("displaced_high80", "#affected+idps+estimated+max+p80"),
          Map.entry("displaced_low95", "#affected+idps+estimated+min+p95"),
          Map.entry("displaced_high95", "#affected+idps+estimated+max+p95"),
          Map.entry("displaced_class", "#affected+idps+estimated+class"),
          Map.entry("quality", "#meta+quality"),
          Map.entry("un_displaced", "#affected+idps+reported"),
          Map.entry("un_complete", "#meta+reported+complete"),
          Map.entry("un_as_of", "#date+reported"),
          Map.entry("un_publisher", "#meta+source+reported"),
          Map.entry("un_url", "#meta+url+reported"),
          Map.entry("members", "#adm1+code+list"),
          Map.entry("units", "#adm1+code+list+loaded"),
          Map.entry("partly", "#adm1+code+list+partly"),
          Map.entry("exact", "#meta+outline+exact"),
          Map.entry("share_of_un", "#indicator+share"),
          Map.entry("ratio_to_un", "#indicator+ratio"),
          Map.entry("product", "#meta+method"),
          Map.entry("as_of", "#date+reference"),
          Map.entry("cutoff", "#date+cutoff"),
          Map.entry("date_start", "#date+occurred+start"),
          Map.entry("date_end", "#date+occurred"),
          Map.entry("place", "#loc+name"),
          Map.entry("kind", "#event+type"),
          Map.entry("air", "#event+air"),
          Map.entry("precision", "#geo+precision"),
          Map.entry("uncertainty_m", "#geo+accuracy"),
          Map.entry("basis", "#meta+basis"),
          Map.entry("explanation", "#meta+description"),
          Map.entry("source", "#meta+source"),
          Map.entry("source_title", "#meta+source+title"),
          Map.entry("source_url", "#meta+source+url"),
          Map.entry("licence", "#meta+license"),
          Map.entry("ids", "#event+id+list"));

  private Hashtags() {}

  /**
   * The schema with a hashtag for every field that has one.
   *
   * @param thing what {@code pcode}, {@code id} and the names belong to, such as {@code #adm1}
   */
  static Schema tag(Schema schema, String thing) {
    return new Schema(
        schema.fields().stream().map(field -> field.tagged(of(field.name(), thing))).toList());
  }

  private static String of(String name, String thing) {
    return switch (name) {
      case "pcode" -> (thing.equals("#event") ? "#loc" : thing) + "+code";
      case "code" -> thing + "+code";
      case "id" -> thing + "+id";
      case "name" -> thing + "+name";
      case "name_my" -> thing + "+name+i_my";
      default -> TAGS.getOrDefault(name, "");
    };
  }
}
