package org.displacementmapper.server.cli;

import java.util.Optional;
import org.displacementmapper.server.usecase.Basemap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The operator's own background map, on the command that serves. */
final class BasemapOptions {

  private static final String STYLE = "--basemap-style";
  private static final String ORIGINS = "--basemap-origins";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = STYLE,
      paramLabel = "URL",
      description =
          "MapLibre style of a background map, which readers' browsers fetch from there"
              + " (environment: DISPLACEMENT_MAPPER_BASEMAP_STYLE; default: our own, for which"
              + " nobody else is asked).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_BASEMAP_STYLE:-}")
  String style;

  @Option(
      names = ORIGINS,
      paramLabel = "ORIGIN,…",
      description =
          "Origins of that style's tiles, fonts and images where they are not its own, such as"
              + " https://tiles.example.org; no others are asked (environment:"
              + " DISPLACEMENT_MAPPER_BASEMAP_ORIGINS; default: that of the style only).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_BASEMAP_ORIGINS:-}")
  String origins;

  /** Empty: our own. */
  Optional<Basemap> basemap() {
    if (style.isBlank()) {
      if (!origins.isBlank()) {
        throw usage(ORIGINS + " belongs to " + STYLE + ", which is not given");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(Basemap.of(style, origins));
    } catch (IllegalArgumentException e) {
      throw usage(STYLE + ", " + ORIGINS + ": " + e.getMessage());
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
