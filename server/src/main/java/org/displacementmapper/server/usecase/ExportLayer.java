package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.FeatureWriter;
import org.displacementmapper.layer.Layer;
import org.displacementmapper.layer.View;

/** Writes a whole layer as a file that says what it is, so that its numbers can be traced back. */
public final class ExportLayer {

  private final Views views;
  private final Catalogs catalogs;

  public ExportLayer(Views views, Catalogs catalogs) {
    this.views = views;
    this.catalogs = catalogs;
  }

  /** Returns the number of features written. */
  public long export(
      String layerId,
      Question question,
      Set<String> properties,
      FeatureWriter writer,
      OutputStream out)
      throws IOException {
    View view = views.view(question);
    Layer layer = catalogs.layer(view.dataset(), layerId);
    Trimming trimming = Trimming.of(layer, properties);
    List<Feature> features = trimming.apply(layer.features(view));
    writer.write(trimming.schema(), features.stream(), about(layer, view), out);
    return features.size();
  }

  private static Map<String, Object> about(Layer layer, View view) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("title", layer.title());
    about.put("description", layer.text());
    about.put("version", view.dataset().version().toString());
    about.put("policy", view.dataset().policy().describe());
    about.put("product", view.request().product().word());
    about.put("as_of", view.request().asOf().toString());
    about.put("cutoff", view.request().cutoff().toString());
    about.put("source", view.request().source());
    about.put("from", view.selection().from().toString());
    about.put("to", view.selection().to().toString());
    about.put("credits", Credits.of(view.dataset()));
    return about;
  }
}
