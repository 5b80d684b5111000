package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.junit.jupiter.api.Test;

/** Files are read and written a piece at a time, however long they are. */
class StreamingTest {

  private static final long ROWS = 200_000;

  @Test
  void readsALongCsvRowByRow() {
    Generated file =
        new Generated(
            "id,date,lat,lon,note\n",
            row -> row + ",2021-02-01,19.5,97.2,\"" + "a note ".repeat(20) + "\"\n",
            "");
    long rows = readLazily(file, ROWS);
    assertEquals(ROWS, rows);
  }

  @Test
  void readsALongGeoJsonFeatureByFeature() {
    String ring = "[97,19],[98,19],[98,20],".repeat(20);
    Generated file =
        new Generated(
            "{\"type\":\"FeatureCollection\",\"features\":[\n",
            row ->
                (row == 0 ? "" : ",\n")
                    + "{\"type\":\"Feature\",\"id\":"
                    + row
                    + ",\"properties\":{\"name\":\"unit\"},\"geometry\":{\"type\":\"Polygon\","
                    + "\"coordinates\":[["
                    + ring
                    + "[97,19]]]}}",
            "]}");
    assertEquals(ROWS / 4, readLazily(file, ROWS / 4));
  }

  /** Formats whose beginning depends on all features: they go through a temporary file. */
  private static final Set<String> THROUGH_A_FILE = Set.of("shp", "gpkg", "fgb", "pmtiles");

  @Test
  void writesEachFormatWithoutCollecting() throws IOException {
    Schema schema = Schema.of(new Field("name", Field.Type.TEXT, ""));
    for (FeatureWriter writer : Formats.writers()) {
      if (THROUGH_A_FILE.contains(writer.id())) {
        continue;
      }
      long[] made = new long[1];
      long[] written = new long[1];
      long[] furthest = new long[1];
      OutputStream out =
          new OutputStream() {
            @Override
            public void write(int b) {
              written[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
              written[0] += length;
            }
          };
      Stream<Feature> features =
          LongStream.range(0, ROWS)
              .mapToObj(
                  row -> {
                    made[0] += 5;
                    furthest[0] = Math.max(furthest[0], made[0] - written[0]);
                    return Feature.of(null, null, Map.of("name", "12345"));
                  });
      writer.write(schema, features, out);
      assertTrue(written[0] > made[0], writer.id());
      assertTrue(furthest[0] < 100_000, () -> writer.id() + " held " + furthest[0] + " bytes");
    }
  }

  /** Counts the features, and checks that the file is never read far ahead. */
  private static long readLazily(Generated file, long rows) {
    file.rows = rows;
    try (FeatureStream features =
        Formats.read(Input.of("-", file), issue -> assertEquals("", issue.toString()))) {
      long count = 0;
      long ahead = 0;
      for (Iterator<Feature> each = features.iterator(); each.hasNext(); ) {
        each.next();
        count++;
        ahead = Math.max(ahead, file.made - count);
      }
      // What is recognised and sampled at the beginning, and one buffer.
      assertTrue(ahead < 1000, "rows read ahead: " + ahead);
      return count;
    }
  }

  /** A file that is made while it is read. */
  private static final class Generated extends InputStream {

    private final LongFunction<String> row;
    private final String end;
    private long rows;
    private long made;
    private byte[] piece;
    private int position;

    Generated(String start, LongFunction<String> row, String end) {
      this.piece = start.getBytes(StandardCharsets.UTF_8);
      this.row = row;
      this.end = end;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      while (position == piece.length) {
        if (made > rows) {
          return -1;
        }
        String next = made < rows ? row.apply(made) : end;
        made++;
        piece = next.getBytes(StandardCharsets.UTF_8);
        position = 0;
      }
      int count = Math.min(length, piece.length - position);
      System.arraycopy(piece, position, buffer, offset, count);
      position += count;
      return count;
    }
  }
}
