package org.displacementmapper.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.displacementmapper.dataset.PublicationPolicy;
import org.displacementmapper.server.usecase.Basemap;
import org.displacementmapper.server.usecase.UseCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serve the map, the tiles and the API until stopped.")
final class ServeCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @Spec CommandSpec spec;
  @Mixin DataOption data;
  @Mixin PolicyOptions policy;
  @Mixin CorrectionsOption corrections;
  @Mixin BasemapOptions basemap;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "Address to listen on (environment: DISPLACEMENT_MAPPER_HOST; default: 127.0.0.1).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_HOST:-127.0.0.1}")
  String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Port to listen on, 0 picks a free one (environment: DISPLACEMENT_MAPPER_PORT; default:"
              + " 8080).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_PORT:-8080}")
  int port;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "Address under which the outside knows this server (environment:"
              + " DISPLACEMENT_MAPPER_PUBLIC_URL; default: as each request says).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_PUBLIC_URL:-}")
  String publicUrl;

  @Option(
      names = "--trust-proxy",
      description =
          "Believe a proxy that says in the headers Forwarded or X-Forwarded-* under which address"
              + " it was asked; it must drop those that its clients send (environment:"
              + " DISPLACEMENT_MAPPER_TRUST_PROXY; default: false).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_TRUST_PROXY:-false}")
  boolean trustsProxy;

  @Option(
      names = "--private",
      paramLabel = "TOKEN_FILE",
      description =
          "Show rows whose licence forbids passing them on, and answer only who sends one of the"
              + " tokens in this file, one on a line (environment: DISPLACEMENT_MAPPER_PRIVATE).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_PRIVATE:-" + Option.NULL_VALUE + "}")
  Path tokenFile;

  private final Opening open;
  private final Serving serving;

  ServeCommand(Opening open, Serving serving) {
    this.open = open;
    this.serving = serving;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > LAST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be 0 to " + LAST_PORT + ", was " + port);
    }
    Optional<Basemap> background = basemap.basemap();
    UseCases useCases = open.open(data.folder, policy(), corrections.corrections());
    int listening =
        serving.start(
            useCases,
            new Serving.Settings(
                host,
                port,
                publicUrl.replaceAll("/+$", ""),
                trustsProxy,
                Optional.ofNullable(tokenFile),
                background));
    String shown = host.contains(":") ? "[" + host + "]" : host;
    spec.commandLine()
        .getOut()
        .println(
            "Listening on http://%s:%d/ with dataset version %s"
                .formatted(shown, listening, useCases.describeCatalog().version(Optional.empty())));
    return Commands.KEEP_RUNNING;
  }

  private PublicationPolicy policy() {
    return tokenFile == null ? policy.policy() : policy.policy().withRestrictedRows();
  }
}
