package org.displacementmapper.server.usecase;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.CsvOptions;
import org.displacementmapper.format.FeatureWriter;
import org.displacementmapper.format.WriteOptions;
import org.displacementmapper.layer.Layer;
import org.displacementmapper.layer.View;

/** Writes a whole layer as a file that says what it is, so that its numbers can be traced back. */
public final class ExportLayer {

  private final Views views;
  private final Catalogs catalogs;
  private final Corrections corrections;

  public ExportLayer(Views views, Catalogs catalogs, Corrections corrections) {
    this.views = views;
    this.catalogs = catalogs;
    this.corrections = corrections;
  }

  /**
   * Checks what is wanted; nothing is written or computed for it yet.
   *
   * @param properties names of those wanted; empty: all
   * @throws UnknownException if there is no such layer
   * @throws BadQuestionException naming a property that the layer has not
   */
  public Prepared prepare(String layerId, Question question, Set<String> properties) {
    View view = views.view(question);
    Layer layer = catalogs.layer(view.dataset(), layerId);
    return new Prepared(layer, view, Trimming.of(layer, properties), about(layer, view, question));
  }

  /**
   * @param bytes of the file as it is, before any compression on the way; empty if not measured
   */
  public record Size(long features, OptionalLong bytes) {}

  private Map<String, Object> about(Layer layer, View view, Question question) {
    return About.of(layer, view, question, corrections);
  }

  /** A file that may be written. */
  public static final class Prepared {

    private final Layer layer;
    private final View view;
    private final Trimming trimming;
    private final Map<String, Object> about;

    private Prepared(Layer layer, View view, Trimming trimming, Map<String, Object> about) {
      this.layer = layer;
      this.view = view;
      this.trimming = trimming;
      this.about = about;
    }

    public String version() {
      return view.dataset().version().toString();
    }

    /** A name for the file, without ending. */
    public String fileName() {
      return About.fileName(layer, view);
    }

    /** What the file says of itself, by name. */
    public Map<String, Object> about() {
      return about;
    }

    /**
     * How large the file would be: the number of features, and of bytes if there are not too many
     * to write them for that.
     *
     * @param most features that are written to be measured
     */
    public Size measure(FeatureWriter writer, CsvOptions csv, int most) throws IOException {
      long features = layer.features(view).size();
      if (features > most) {
        return new Size(features, OptionalLong.empty());
      }
      CountingOutputStream counted = new CountingOutputStream();
      write(writer, csv, counted);
      return new Size(features, OptionalLong.of(counted.count));
    }

    /** Writes it, each feature made when its turn comes; returns the number of features written. */
    public long write(FeatureWriter writer, CsvOptions csv, OutputStream out) throws IOException {
      List<Feature> features = layer.features(view);
      WriteOptions options = new WriteOptions(layer.id(), layer.geometryType(), layer.style(), csv);
      writer.write(trimming.schema(), trimming.apply(features.stream()), about(), options, out);
      return features.size();
    }
  }

  /** Takes bytes only to count them. */
  private static final class CountingOutputStream extends OutputStream {

    private long count;

    @Override
    public void write(int one) {
      count++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      count += length;
    }
  }
}
