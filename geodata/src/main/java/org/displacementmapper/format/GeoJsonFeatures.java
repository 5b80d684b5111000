package org.displacementmapper.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;

/** The features of one GeoJSON file; the first ones have been read once this exists. */
final class GeoJsonFeatures implements Iterator<Feature>, Closeable {

  /** Features from which the schema is made, as long as they have few positions. */
  static final int SAMPLE_SIZE = 100;

  static final int SAMPLE_POSITIONS = 20_000;
  static final int MAX_DEPTH = 100;
  static final int MAX_TEXT_LENGTH = 1 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT_LENGTH)
                  .build())
          // NaN is one bad number, not the end of the file.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Interning costs more than it saves where names come from strangers.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final Input input;
  private final Consumer<Issue> issues;
  private final JsonParser json;
  private final GeoJsonRoot root;
  private final Deque<Feature> ahead = new ArrayDeque<>();
  private final Schema schema;

  private boolean inCollection;
  private boolean ended;
  private long items;

  /**
   * @param crsKnown whether the reading person named the system, so that the file need not
   */
  GeoJsonFeatures(Input input, boolean crsKnown, Consumer<Issue> issues) {
    this.input = input;
    this.issues = issues;
    try {
      this.json = FACTORY.createParser(input.text());
    } catch (IOException e) {
      throw input.unreadable(e);
    }
    this.root = new GeoJsonRoot(input.name(), json, crsKnown);
    GeoJsonSchema sample = new GeoJsonSchema();
    long positions = 0;
    while (sample.size() < SAMPLE_SIZE && positions < SAMPLE_POSITIONS && fetch()) {
      Feature feature = ahead.getLast();
      sample.add(feature);
      positions += feature.geometry() == null ? 0 : feature.geometry().getNumPoints();
    }
    this.schema = sample.schema();
  }

  Schema schema() {
    return schema;
  }

  /** The system that the file names, if it names one. */
  Optional<String> findCrs() {
    return root.findCrs();
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty() || fetch();
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ahead.remove();
  }

  /** Reads one more feature; false at the end of the file. */
  private boolean fetch() {
    try {
      int before = ahead.size();
      while (!ended && ahead.size() == before) {
        step();
      }
      return ahead.size() > before;
    } catch (IOException e) {
      throw GeoJsonProblem.unreadable(input, json, e);
    }
  }

  private void step() throws IOException {
    JsonToken token = json.nextToken();
    if (inCollection) {
      if (token == JsonToken.END_ARRAY) {
        inCollection = false;
        root.finishCollection();
      } else {
        read(GeoJsonDraft.feature(json));
      }
    } else if (token == null) {
      ended = true;
      if (items == 0) {
        String message = "the file has no features: nothing to read";
        issues.accept(Issue.warned(input.name(), 0, "", "", message));
      }
    } else {
      GeoJsonDraft single = root.begin(token);
      inCollection = single == null;
      if (single != null) {
        read(single);
      }
    }
  }

  private void read(GeoJsonDraft draft) {
    items++;
    draft.finish(input.name(), items, issues).ifPresent(ahead::add);
  }

  @Override
  public void close() throws IOException {
    json.close();
    input.close();
  }
}
