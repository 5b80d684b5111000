package org.displacementmapper.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;

/**
 * KML 2.2 and 2.3 (OGC 12-007r2): the Placemarks of a document, in whatever folders. A KMZ is found
 * by {@link ZipFormat}.
 *
 * <p>Reads Point, LineString, LinearRing, Polygon and MultiGeometry, without heights, and as values
 * the name, the description and all of ExtendedData; styles and links to other files are passed
 * over, and a document type or entities of its own are refused. Values are text except where a
 * Schema in the file says that they are numbers or booleans.
 *
 * <p>Writes one document with a Schema, so that other programs keep the types, and what is to be
 * said about the file in the description of the document.
 */
public final class KmlFormat implements FeatureReader, FeatureWriter {

  private static final Pattern START =
      Pattern.compile(
          "(?s)\\s*(<\\?xml.*?\\?>)?(\\s|<!--.*?-->|<!DOCTYPE.*?>)*<([\\w.-]+:)?kml[\\s>/].*");

  /** A document type may hold brackets, and then the root is not looked for. */
  private static final Pattern DOCTYPE =
      Pattern.compile("(?s)\\s*(<\\?xml.*?\\?>)?\\s*<!DOCTYPE\\s+([\\w.-]+:)?kml\\b.*");

  @Override
  public String id() {
    return "kml";
  }

  @Override
  public String mediaType() {
    return "application/vnd.google-earth.kml+xml";
  }

  @Override
  public List<String> extensions() {
    return List.of("kml");
  }

  @Override
  public boolean recognises(Head head) {
    if (!head.isText() || !head.textBeginsWith("<")) {
      return false;
    }
    String text = head.text();
    String start = text.substring(0, Math.min(text.length(), 4096));
    return START.matcher(start).matches() || DOCTYPE.matcher(start).matches();
  }

  @Override
  public FeatureStream read(Input input, ReadOptions options, Consumer<Issue> issues) {
    options.requireNoLayer(input.name(), "KML");
    KmlPlacemarks placemarks = new KmlPlacemarks(input, issues);
    Optional<Crs> crs = Crs.find(input.name(), options, Optional.of("OGC:CRS84"));
    PlacedFeatures placed = new PlacedFeatures(input.name(), placemarks, crs, issues);
    return new FeatureStream(input.name(), placemarks.schema(), placed, placemarks, true);
  }

  @Override
  public void write(Schema schema, Stream<Feature> features, Map<String, ?> about, OutputStream out)
      throws IOException {
    SchemaCheck check = new SchemaCheck(schema);
    try (KmlWriter writer = new KmlWriter(schema, out)) {
      writer.begin(about);
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        Feature feature = each.next();
        check.requireKnownFields(feature);
        writer.feature(feature);
      }
      writer.end();
    }
  }
}
