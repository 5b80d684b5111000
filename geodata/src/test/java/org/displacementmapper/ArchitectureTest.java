package org.displacementmapper;

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

/** Holds the packages to the table in {@code docs/architecture.md}. */
class ArchitectureTest {

  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Pattern EDGE =
      Pattern.compile(
          "(?m)^\\s+org\\.displacementmapper\\.(\\w+)\\s+->\\s+org\\.displacementmapper\\.(\\w+)\\s");

  @Test
  void everyPackageImportsOnlyWhatTheTableAllows() throws IOException {
    Map<String, Set<String>> allowed = table();
    List<String> forbidden = new ArrayList<>();
    imports()
        .forEach(
            (from, targets) ->
                targets.forEach(
                    to -> {
                      if (!allowed.getOrDefault(from, Set.of()).contains(to)) {
                        forbidden.add(from + " imports " + to);
                      }
                    }));
    assertEquals(List.of(), forbidden, "not in the table of docs/architecture.md");
  }

  @Test
  void theTableListsExactlyThePackagesThereAre() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/displacementmapper"))) {
      Set<String> packages = new TreeSet<>();
      folders.forEach(folder -> packages.add(folder.getFileName().toString()));
      assertEquals(packages, table().keySet());
    }
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    for (String name : table().keySet()) {
      Path info = Path.of("src/main/java/org/displacementmapper", name, "package-info.java");
      assertFalse(Files.readString(info).isBlank(), name);
    }
  }

  @Test
  void onlyFormatAndSpoolReadOrWriteFiles() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        String path = file.toString();
        boolean allowed = path.contains("/format/") || path.contains("/spool/");
        if (!allowed && (text.contains("java.nio.file.Files") || text.contains("org.slf4j"))) {
          found.add(file.toString());
        }
        if (Pattern.compile("^import .*\\.\\*;", Pattern.MULTILINE).matcher(text).find()) {
          found.add("wildcard import in " + file);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static Map<String, Set<String>> table() throws IOException {
    Map<String, Set<String>> table = new TreeMap<>();
    String text = Files.readString(Path.of("docs/architecture.md"));
    String section = text.substring(text.indexOf("### geodata"), text.indexOf("### server"));
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

  private static Map<String, Set<String>> imports() {
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
    Map<String, Set<String>> imports = new TreeMap<>();
    Matcher edges = EDGE.matcher(out.toString());
    while (edges.find()) {
      imports.computeIfAbsent(edges.group(1), from -> new TreeSet<>()).add(edges.group(2));
    }
    assertFalse(imports.isEmpty(), "jdeps found nothing:\n" + out);
    return imports;
  }
}
