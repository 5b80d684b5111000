package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.layer.TileLayer;
import org.displacementmapper.layer.View;

/** What a file with a whole layer says of itself, so that its numbers can be traced back. */
final class About {

  private About() {}

  /** By name; values are text, lists and maps. */
  static Map<String, Object> of(
      TileLayer layer, View view, Question question, Corrections corrections) {
    Dataset dataset = view.dataset();
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("title", layer.title());
    about.put("description", layer.text());
    about.put("version", dataset.version().toString());
    about.put("policy", dataset.policy().describe());
    about.put("product", view.request().product().word());
    about.put("as_of", view.request().asOf().toString());
    about.put("cutoff", view.request().cutoff().toString());
    about.put("source", view.request().source());
    about.put("from", view.selection().from().toString());
    about.put("to", view.selection().to().toString());
    about.put("filter", question.filter());
    about.put("credits", Credits.of(dataset));
    about.put("licence", licences(dataset));
    about.put("corrections", corrections.sentence());
    return Collections.unmodifiableMap(about);
  }

  /** A name for the file, without ending: what it is, of which day, of which data. */
  static String fileName(TileLayer layer, View view) {
    return "%s_%s_v%s"
        .formatted(layer.id(), view.request().asOf(), view.dataset().version().toString());
  }

  private static List<String> licences(Dataset dataset) {
    List<String> licences = new ArrayList<>();
    dataset
        .licences()
        .forEach(
            (source, stated) ->
                licences.add("incidents, " + source + ": " + String.join("; ", stated)));
    String boundaries = dataset.boundaries().release().licence();
    if (!boundaries.isBlank()) {
      licences.add("boundaries: " + boundaries);
    }
    return licences;
  }
}
