package org.displacementmapper.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.displacementmapper.server.cli.Commands;

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
}
