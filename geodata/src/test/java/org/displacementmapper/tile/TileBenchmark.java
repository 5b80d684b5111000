package org.displacementmapper.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.feature.Feature;
import org.locationtech.jts.geom.Geometry;

/**
 * Prints how long tiles of the shared townships take. Not a test: run {@code main} from the folder
 * {@code geodata} on an idle machine.
 */
final class TileBenchmark {

  private static final int ROUNDS = 40;

  private TileBenchmark() {}

  public static void main(String[] args) {
    List<Geometry> units = TownshipBoundaries.townships();
    long start = System.nanoTime();
    Coverage coverage = Coverage.of(units);
    coverage.clean();
    System.out.printf("clean %d units: %.0f ms%n", coverage.size(), millisSince(start));
    System.out.println("tile       encoding  first ms  later ms  units  vertices   bytes");
    for (int zoom = 3; zoom <= 14; zoom++) {
      for (TileEncoder encoder : TileEncoders.ALL) {
        measure(coverage, encoder, TileCoord.containing(96.2, 21, zoom));
      }
    }
  }

  private static void measure(Coverage coverage, TileEncoder encoder, TileCoord tile) {
    long start = System.nanoTime();
    byte[] bytes = draw(coverage, encoder, tile);
    double first = millisSince(start);
    start = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      draw(coverage, encoder, tile);
    }
    double later = millisSince(start) / ROUNDS;
    List<Geometry> parts = TileChecks.present(coverage.cut(encoder.grid(tile)));
    int vertices = parts.stream().mapToInt(Geometry::getNumPoints).sum();
    System.out.printf(
        "%-10s %-9s %8.0f %9.1f %6d %9d %7d%n",
        tile, encoder.id(), first, later, parts.size(), vertices, bytes.length);
  }

  private static byte[] draw(Coverage coverage, TileEncoder encoder, TileCoord tile) {
    TileGrid grid = encoder.grid(tile);
    List<Optional<Geometry>> parts = coverage.cut(grid);
    List<Feature> features = new ArrayList<>();
    for (int unit = 0; unit < parts.size(); unit++) {
      Map<String, Object> values = Map.of("pcode", "unit " + unit, "displaced", 10 * unit);
      parts.get(unit).ifPresent(part -> features.add(Feature.of(null, part, values)));
    }
    return encoder.encode("adm3", grid, features);
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
