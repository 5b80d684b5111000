package org.displacementmapper.server;

import java.io.File;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The program in a process of its own, which can be broken off and has its own folders. */
public final class JavaProcess {

  private JavaProcess() {}

  /**
   * @param options of the virtual machine
   */
  public static ProcessBuilder of(List<String> options, Object... arguments) {
    List<String> words = new ArrayList<>();
    words.add(tool("java"));
    words.addAll(options);
    words.addAll(List.of("-cp", classPath(), Main.class.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(words::add);
    return new ProcessBuilder(words);
  }

  /** A program that comes with the running Java. */
  public static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Also where a loader of its own has the classes of the test. */
  private static String classPath() {
    return Main.class.getClassLoader() instanceof URLClassLoader loader
        ? Arrays.stream(loader.getURLs())
            .map(url -> Path.of(URI.create(url.toString())).toString())
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }
}
