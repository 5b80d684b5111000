package org.displacementmapper.server.store;

import static com.fasterxml.jackson.core.JsonGenerator.Feature.AUTO_CLOSE_TARGET;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Population;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.dataset.Contents;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.spool.KeyOrderedIncidents;
import org.displacementmapper.spool.Spool;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Contents to bytes and back, part by part, so that a version that changes one part shares the
 * others with the version before. The same contents always give the same bytes.
 */
final class ContentsCodec {

  /** A part that a version may lack. */
  static final String GRID = "grid";

  private record StoredBoundaries(Release release, List<AdminUnit> units) {}

  private record StoredPopulation(LocalDate asOf, SortedMap<String, Long> people, String source) {}

  /** Also for what is stored beside contents: records by their components, dates as text. */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(LocalDate.class, new DateWriter())
                  .addDeserializer(LocalDate.class, new DateReader())
                  .addSerializer(Geometry.class, new GeometryWriter())
                  .addDeserializer(Geometry.class, new GeometryReader()))
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          // Records have only their components: isPublic() and the like are derived from them.
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          .build();

  private final Spool spool;

  /**
   * @param spool takes the incidents that are read, if they are many
   */
  ContentsCodec(Spool spool) {
    this.spool = spool;
  }

  /** The parts, each made while it is written: a million incidents are half a gigabyte of text. */
  Map<String, Objects.Content> encode(Contents contents) {
    Boundaries boundaries = contents.boundaries();
    List<AdminUnit> units =
        boundaries.levels().stream().flatMap(level -> boundaries.units(level).stream()).toList();
    Population population = contents.population();
    Map<String, Objects.Content> parts = new LinkedHashMap<>();
    parts.put("incidents", json(contents.incidents()));
    parts.put("boundaries", json(new StoredBoundaries(boundaries.release(), units)));
    parts.put(
        "population",
        json(
            new StoredPopulation(
                population.asOf(), new TreeMap<>(population.people()), population.source())));
    parts.put("figures", json(contents.figures()));
    if (contents.grid().isPresent()) {
      parts.put(GRID, out -> out.write(GridCodec.encode(contents.grid().get())));
    }
    return parts;
  }

  private static Objects.Content json(Object value) {
    return out -> MAPPER.writer().without(AUTO_CLOSE_TARGET).writeValue(out, value);
  }

  /**
   * @param hashes of the parts
   */
  Contents decode(Map<String, String> hashes, Objects objects) {
    StoredBoundaries boundaries = decode("boundaries", StoredBoundaries.class, hashes, objects);
    return new Contents(
        objects.read(hashes.getOrDefault("incidents", ""), this::incidents),
        Boundaries.of(boundaries.release(), boundaries.units()),
        decode("population", Population.class, hashes, objects),
        List.of(decode("figures", UnFigure[].class, hashes, objects)),
        Optional.ofNullable(hashes.get(GRID)).map(objects::read).map(GridCodec::decode));
  }

  /** One after the other, so that only those that the spool keeps in the memory are there. */
  private List<Incident> incidents(InputStream in) throws IOException {
    KeyOrderedIncidents incidents = spool.keyOrdered();
    Recurring recurring = new Recurring();
    try (MappingIterator<Incident> rows = MAPPER.readerFor(Incident.class).readValues(in)) {
      while (rows.hasNextValue()) {
        incidents.add(recurring.in(rows.nextValue()));
      }
    }
    return incidents.list();
  }

  private static <T> T decode(
      String part, Class<T> type, Map<String, String> hashes, Objects objects) {
    return objects.read(hashes.getOrDefault(part, ""), in -> MAPPER.readValue(in, type));
  }

  private static final class DateWriter extends JsonSerializer<LocalDate> {
    @Override
    public void serialize(LocalDate date, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(date.toString());
    }
  }

  private static final class DateReader extends JsonDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return LocalDate.parse(in.getText());
    }
  }

  private static final class GeometryWriter extends JsonSerializer<Geometry> {
    @Override
    public void serialize(Geometry geometry, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeBinary(new WKBWriter().write(geometry));
    }
  }

  private static final class GeometryReader extends JsonDeserializer<Geometry> {
    @Override
    public Geometry deserialize(JsonParser in, DeserializationContext context) throws IOException {
      try {
        return new WKBReader(new GeometryFactory()).read(in.getBinaryValue());
      } catch (ParseException e) {
        throw new IOException("not a geometry", e);
      }
    }
  }
}
