package org.displacementmapper.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.displacementmapper.server.JavaProcess;
import org.displacementmapper.server.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An import that is broken off: the data folder is as it was, and nothing else is left. */
@DisabledOnOs(OS.WINDOWS)
class InterruptedImportTest {

  /** Of a program that SIGINT ended, as shells count it. */
  private static final int INTERRUPTED = 130;

  /** GNU's, which sets signals back. */
  private static final Path ENV = Path.of("/usr/bin/env");

  /** More than the spool keeps in the memory, and enough for each stage to be met. */
  private static final int ROWS = 150_000;

  private static final String HEADER = "id,date,lat,lon,place,killed,source,licence\n";

  @TempDir Path folder;

  private Path data;

  @BeforeEach
  void importSomething() throws IOException {
    data = folder.resolve("data");
    Path file = Files.writeString(folder.resolve("small.csv"), HEADER + row(1));
    assertEquals(0, Program.run("import", "incidents", file, "--data", data).exitCode());
  }

  @Test
  void whileReading() throws Exception {
    SortedMap<String, String> before = files(data);
    Process process = importing("-");
    try (OutputStream rows = process.getOutputStream()) {
      // The file never ends, so it is still being read.
      write(rows);
      rows.flush();
      interrupt(process);
    } catch (IOException e) {
      assertTrue(e.getMessage().contains("Broken pipe"), e.getMessage());
    }
    assertInterrupted(process, before);
  }

  @Test
  void whileWriting() throws Exception {
    interruptOnce(1);
  }

  /** Incidents, boundaries, population and figures are there; what is made of them is not. */
  @Test
  void whileJoining() throws Exception {
    interruptOnce(4);
  }

  /** A limit on the size of files stands for a full disk: both end a write with an error. */
  @Test
  void aFullDiskIsSaidInWords() throws Exception {
    Path file = folder.resolve("large.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out);
    }
    SortedMap<String, String> before = files(data);
    ProcessBuilder importing =
        JavaProcess.of(List.of("-Xmx256m"), "import", "incidents", file, "--data", data);
    List<String> words = new ArrayList<>(List.of("sh", "-c", "ulimit -f 4000; exec \"$@\"", "sh"));
    words.addAll(importing.command());
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it goes on");
    String said = Files.readString(folder.resolve("err"));
    assertEquals(1, process.exitValue(), said);
    String last = said.strip().substring(said.strip().lastIndexOf('\n') + 1);
    assertTrue(last.matches(".*" + data + ".*Nothing was changed.*--data.*"), said);
    assertEquals(before, files(data));
  }

  /**
   * @param parts as soon as so many are being written
   */
  private void interruptOnce(int parts) throws Exception {
    Path file = folder.resolve("large.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out);
    }
    SortedMap<String, String> before = files(data);
    Process process = importing(file.toString());
    process.getOutputStream().close();
    while (process.isAlive() && unnamed() < parts) {
      Thread.sleep(1);
    }
    assertTrue(process.isAlive(), "it ended before it could be broken off");
    interrupt(process);
    assertInterrupted(process, before);
  }

  private Process importing(String file) throws IOException {
    ProcessBuilder importing =
        JavaProcess.of(List.of("-Xmx256m"), "import", "incidents", file, "--data", data);
    if (OS.LINUX.isCurrentOs() && Files.isExecutable(ENV)) {
      // Who runs the tests in the background ignores interrupts, and so would the program.
      List<String> words = new ArrayList<>(List.of(ENV.toString(), "--default-signal=INT"));
      words.addAll(importing.command());
      importing.command(words);
    }
    return importing
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private static void interrupt(Process process) throws Exception {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  private void assertInterrupted(Process process, SortedMap<String, String> before)
      throws Exception {
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it goes on");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(INTERRUPTED, process.exitValue(), Files.readString(folder.resolve("err")));
    assertEquals(before, files(data));
    assertEquals("", Files.readString(folder.resolve("out")), "it says that it is done");
  }

  private int unnamed() throws IOException {
    try (Stream<Path> objects = Files.list(data.resolve("objects"))) {
      return (int) objects.filter(file -> file.getFileName().toString().startsWith("new-")).count();
    }
  }

  private static void write(OutputStream out) throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < ROWS; i++) {
      rows.append(row(i));
      if (i % 1_000 == 0) {
        out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        rows.setLength(0);
      }
    }
    out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String row(int number) {
    return "E%d,2022-01-%02d,%d.5,9%d.5,Place %d,%d,invented,CC0%n"
        .formatted(
            number * 7_919L % 1_000_003,
            1 + number % 28,
            16 + number % 10,
            4 + number % 5,
            number,
            number % 9);
  }

  /** What lies in the folder, by name, and the bytes of each. */
  private static SortedMap<String, String> files(Path data) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(data)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            data.relativize(path).toString(), HexFormat.of().formatHex(Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
