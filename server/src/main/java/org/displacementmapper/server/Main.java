package org.displacementmapper.server;

import org.displacementmapper.server.cli.Commands;
import org.displacementmapper.server.cli.Serving;
import org.displacementmapper.server.http.HttpServer;
import org.displacementmapper.server.http.ServerSettings;
import org.displacementmapper.server.http.Tokens;
import org.displacementmapper.server.usecase.UseCases;

/** Starts the program: see {@code displacement-mapper --help}. */
public final class Main {

  private Main() {}

  private static int serve(UseCases useCases, Serving.Settings settings) {
    ServerSettings server =
        new ServerSettings(
            settings.host(),
            settings.port(),
            settings.publicUrl(),
            settings.trustsProxy(),
            settings.tokenFile().map(Tokens::read),
            settings.basemap());
    int listening = HttpServer.start(useCases, server).port();
    HeapLimit.keep();
    return listening;
  }

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    Commands commands = new Commands(Application::open, Application::openForServing, Main::serve);
    int exitCode = commands.execute(args);
    if (exitCode != Commands.KEEP_RUNNING) {
      System.out.flush();
      System.exit(exitCode);
    }
  }
}
