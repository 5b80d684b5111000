package org.displacementmapper.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the server's packages to the table in {@code geodata/docs/architecture.md}. */
class ArchitectureTest {

  private static final Path TABLE = Path.of("../geodata/docs/architecture.md");
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern EDGE =
      Pattern.compile(
          "(?m)^\\s+org\\.displacementmapper\\.server\\.(\\w+)\\s+->\\s+"
              + "org\\.displacementmapper\\.server\\.(\\w+)\\s");

  @Test
  void everyPackageImportsOnlyWhatTheTableAllows() throws IOException {
    Map<String, Set<String>> allowed = table();
    List<String> forbidden = new ArrayList<>();
    Matcher edges = EDGE.matcher(jdeps());
    int found = 0;
    while (edges.find()) {
      found++;
      if (!allowed.getOrDefault(edges.group(1), Set.of()).contains(edges.group(2))) {
        forbidden.add(edges.group(1) + " imports " + edges.group(2));
      }
    }
    assertFalse(found == 0, "jdeps found nothing");
    assertEquals(List.of(), forbidden, "not in the table of docs/architecture.md");
  }

  @Test
  void theTableListsExactlyThePackagesThereAre() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/displacementmapper/server"))) {
      Set<String> packages = new TreeSet<>();
      files
          .filter(Files::isDirectory)
          .forEach(folder -> packages.add(folder.getFileName().toString()));
      assertEquals(packages, table().keySet());
    }
  }

  @Test
  void onlyHttpKnowsTheHttpLibrary() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (text.contains("import io.javalin") && !file.toString().contains("/http/")) {
          found.add(file.toString());
        }
        if (text.contains("import picocli") && !file.toString().contains("/cli/")) {
          found.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    String text = Files.readString(TABLE);
    String section = text.substring(text.indexOf("### server"), text.indexOf("## From file"));
    Matcher rows = ROW.matcher(section);
    while (rows.find()) {
      Set<String> names = new TreeSet<>(Set.of(rows.group(1)));
      Matcher cells = NAME.matcher(rows.group(2));
      while (cells.find()) {
        names.add(cells.group(1));
      }
      table.put(rows.group(1), names);
    }
    return table;
  }

  private static String jdeps() {
    StringWriter out = new StringWriter();
    ToolProvider.findFirst("jdeps")
        .orElseThrow()
        .run(
            new PrintWriter(out),
            new PrintWriter(out),
            "-verbose:package",
            "-filter:none",
            "--ignore-missing-deps",
            "--multi-release",
            "17",
            "target/classes");
    return out.toString();
  }
}
