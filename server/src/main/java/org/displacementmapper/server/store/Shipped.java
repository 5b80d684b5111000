package org.displacementmapper.server.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.dataset.Basemap;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.format.FeatureStream;
import org.displacementmapper.format.Formats;
import org.displacementmapper.format.Input;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.source.ShippedData;

/**
 * Version 1: the data that come with the program.
 *
 * @param published the day from which the age of its incidents is measured
 * @param fingerprint names and hashes of the files it was read from
 */
public record Shipped(Contents contents, Basemap basemap, LocalDate published, String fingerprint) {

  private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 24);

  private static final Release NATURAL_EARTH =
      new Release(
          "Natural Earth, 14 states and regions",
          "Made with Natural Earth. Free vector and raster map data @ naturalearthdata.com.",
          "public domain");

  /** Incidents as the build packed them; missing only where classes are run without a build. */
  static final String PACK = "/org/displacementmapper/server/store/shipped-incidents.bin";

  public static Shipped read() {
    // Files are read by more than one thread, but named in one order.
    Map<String, String> hashes = new ConcurrentSkipListMap<>();
    ShippedData data =
        ShippedData.read(
            (name, bytes) -> {
              byte[] file = whole(name, bytes);
              hashes.put(name, Objects.sha256(file));
              return features(name, file);
            },
            () -> {
              byte[] pack = incidentPack();
              hashes.put("incidents", Objects.sha256(pack));
              return IncidentPack.read(pack);
            });
    return new Shipped(
        new Contents(
            data.incidents(),
            Boundaries.of(NATURAL_EARTH, data.units()),
            data.population(),
            data.figures()),
        new Basemap(neighbours(data), places(data)),
        PUBLISHED,
        hashes.toString());
  }

  /** The incidents from their files, checked like any import. */
  static List<Incident> parseIncidents() {
    return ShippedData.readIncidents((name, bytes) -> features(name, whole(name, bytes)));
  }

  private static byte[] incidentPack() {
    InputStream pack = Shipped.class.getResourceAsStream(PACK);
    return pack == null ? IncidentPack.write(parseIncidents()) : whole(PACK, pack);
  }

  private static byte[] whole(String name, InputStream bytes) {
    try (bytes) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("shipped file " + name + " cannot be read", e);
    }
  }

  private static Stream<Feature> features(String name, byte[] file) {
    FeatureStream features =
        Formats.read(
            Input.of(name, new ByteArrayInputStream(file)),
            issue -> {
              throw new IllegalStateException("shipped data are wrong: " + issue);
            });
    return StreamSupport.stream(features.spliterator(), false).onClose(features::close);
  }

  private static List<Feature> neighbours(ShippedData data) {
    List<Feature> countries = new ArrayList<>();
    for (Feature country : data.neighbours()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", country.text("iso_a2"));
      values.put("name", country.text("name"));
      countries.add(Feature.of(country.text("iso_a2"), country.geometry(), values));
    }
    return countries;
  }

  private static List<Feature> places(ShippedData data) {
    List<Feature> places = new ArrayList<>();
    for (Feature place : data.places()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", place.id());
      values.put("name", place.text("name"));
      values.put("population", Long.valueOf(place.text("population")));
      values.put("feature_code", place.text("feature_code"));
      places.add(Feature.of(place.id(), place.geometry(), values));
    }
    return places;
  }
}
