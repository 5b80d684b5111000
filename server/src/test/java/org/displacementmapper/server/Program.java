package org.displacementmapper.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.server.cli.Commands;
import picocli.CommandLine;

/** One run of the command line: what it printed and how it ended. */
public record Program(int exitCode, String out, String err) {

  public static Program run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new Commands(Application::open, Application::open, (useCases, settings) -> settings.port())
            .printingTo(new PrintWriter(out), new PrintWriter(err))
            .execute(words);
    return new Program(exitCode, out.toString(), err.toString());
  }

  /** All commands that do something, not those that only hold others. */
  public static List<CommandLine> commands() {
    List<CommandLine> commands = new ArrayList<>();
    CommandLine root =
        new Commands(Application::open, Application::open, (useCases, settings) -> settings.port())
            .commandLine();
    collect(root, commands);
    return commands;
  }

  private static void collect(CommandLine command, List<CommandLine> into) {
    command
        .getSubcommands()
        .values()
        .forEach(
            one -> {
              if (one.getSubcommands().isEmpty()) {
                into.add(one);
              }
              collect(one, into);
            });
  }
}
