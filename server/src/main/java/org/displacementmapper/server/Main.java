package org.displacementmapper.server;

import org.displacementmapper.server.cli.Commands;
import org.displacementmapper.server.http.HttpServer;
import org.displacementmapper.server.usecase.UseCases;

/** Starts the program: see {@code displacement-mapper --help}. */
public final class Main {

  private Main() {}

  private static int serve(UseCases useCases, String host, int port, String publicUrl) {
    return HttpServer.start(useCases, host, port, publicUrl).port();
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
