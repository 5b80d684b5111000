package org.displacementmapper.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Keeps README and program in step. */
class DocsTest {

  private static final Pattern SETTING =
      Pattern.compile("environment: (\\w+); default: ([^)]*)\\)");

  private static String readme;
  @TempDir Path data;

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readString(Path.of("../README.md"));
  }

  @Test
  void everyCommandIsInTheReadme() {
    for (CommandLine command : Program.commands()) {
      String name = command.getCommandSpec().qualifiedName(" ").replace("displacement-mapper ", "");
      assertTrue(readme.contains("`" + name) || readme.contains(" " + name + " "), name);
    }
  }

  @Test
  void everyCommandHasHelp() {
    for (CommandLine command : Program.commands()) {
      String[] words =
          (command.getCommandSpec().qualifiedName(" ") + " --help")
              .replace("displacement-mapper ", "")
              .split(" ");
      assertEquals(0, Program.run((Object[]) words).exitCode(), String.join(" ", words));
    }
  }

  @Test
  void everySettingIsInTheReadmeWithItsDefault() {
    List<String> settings = new ArrayList<>();
    for (CommandLine command : Program.commands()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        Matcher setting = SETTING.matcher(String.join(" ", option.description()));
        if (setting.find()) {
          String start = "| `" + option.longestName() + "` | `" + setting.group(1) + "` | ";
          settings.add(start);
          String value = setting.group(2).replace("./", "");
          assertTrue(
              readme.contains(start + "`" + value + "`") || readme.contains(start + value), start);
        }
      }
    }
    assertTrue(settings.size() >= 4, settings::toString);
  }

  @Test
  void everyRouteAndLayerIsInTheReadme() {
    try (TestServer server = TestServer.over(data)) {
      server
          .json("/openapi.json")
          .get("paths")
          .fieldNames()
          .forEachRemaining(
              path ->
                  assertTrue(
                      readme.contains("GET " + path + "`") || path.startsWith("/assets/"), path));
      for (JsonNode layer : server.json("/layers").get("layers")) {
        assertTrue(readme.contains("`" + layer.get("id").asText() + "`"), layer::toString);
      }
    }
  }

  @Test
  void theReadmeNamesTheTwoCommandsAndCiRunsTheSecond() throws IOException {
    assertTrue(
        readme.contains(
            "mvn -q -DskipTests package && java -jar server/target/displacement-mapper.jar serve"));
    assertTrue(readme.contains("\nmvn verify\n"));
    assertTrue(Files.readString(Path.of("../.ci/run")).contains("verify"));
  }

  @Test
  void everyLinkOfTheReadmeLeadsSomewhere() {
    Matcher links = Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme);
    while (links.find()) {
      assertTrue(Files.exists(Path.of("..", links.group(1))), links.group(1));
    }
  }
}
