package org.displacementmapper.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeps SOURCES.md and the shipped files in step. */
class SourcesFileTest {

  private static final Path SHIPPED =
      Path.of("src", "main", "resources", "org", "displacementmapper", "shipped");

  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (\\d+) \\| .*");

  @Test
  void listsEveryFileWithItsRows() throws IOException {
    Map<String, Integer> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(SHIPPED)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), rows(path));
      }
    }
    assertEquals(files, listed("# Shipped data", "## Credit lines"));
  }

  @Test
  void countsWhatIsWithheld() throws IOException {
    Map<String, Integer> withheld = new TreeMap<>();
    withheld.put("ucdp_ged_myanmar.csv", count("ucdp:"));
    withheld.put("airstrikes_curated.csv", count("curated:"));
    assertEquals(withheld, listed("## Places of shelter", "## Making"));
  }

  @Test
  void shipsWhatTheToolMakes(@TempDir Path made) throws IOException {
    Path shared = Shared.file("incidents/README.md").getParent().getParent();
    MakeShippedData.main(new String[] {shared.toString(), made.toString()});
    try (Stream<Path> paths = Files.list(made)) {
      for (Path path : paths.toList()) {
        assertArrayEquals(
            Files.readAllBytes(path),
            Files.readAllBytes(SHIPPED.resolve(path.getFileName())),
            path.getFileName() + " differs: make the files again as SOURCES.md says");
      }
    }
  }

  private static int count(String source) {
    return (int)
        ShippedData.rows(Rows.PARSER, "withheld.csv").stream()
            .filter(row -> row.text("key").startsWith(source))
            .count();
  }

  private static int rows(Path file) {
    return ShippedData.rows(Rows.PARSER, file.getFileName().toString()).size();
  }

  /** The numbers in the tables between two headings. */
  private static Map<String, Integer> listed(String from, String to) throws IOException {
    String text = Files.readString(Path.of("SOURCES.md"));
    Map<String, Integer> numbers = new TreeMap<>();
    text.substring(text.indexOf(from), text.indexOf(to))
        .lines()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .forEach(row -> numbers.put(row.group(1), Integer.valueOf(row.group(2))));
    return numbers;
  }
}
