package org.displacementmapper.server.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.displacementmapper.displacement.UnanswerableException;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.server.usecase.BadQuestionException;
import org.displacementmapper.server.usecase.UnknownException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line: all commands, how they are wired and how they fail. */
public final class Commands {

  /** Exit code of a command that goes on in the background: the program must not end. */
  public static final int KEEP_RUNNING = -1;

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  @Command(
      name = "displacement-mapper",
      version = "displacement-mapper 0.1.0",
      mixinStandardHelpOptions = true,
      scope = CommandLine.ScopeType.INHERIT,
      synopsisSubcommandLabel = "COMMAND",
      description =
          "Where people were displaced in Myanmar, estimated from recorded violence and set beside"
              + " the UN's figures.",
      footer = {
        "",
        "Exit codes: 0 done, 1 failed, 2 wrong usage. A flag beats its environment variable, which"
            + " beats the default."
      })
  static final class Root implements Runnable {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "Missing command");
    }
  }

  private final CommandLine commandLine;

  /**
   * @param open all use cases over a data folder, read at once
   * @param openForServing the same, read while the server starts
   */
  public Commands(Opening open, Opening openForServing, Serving serving) {
    Root root = new Root();
    commandLine = new CommandLine(root);
    commandLine
        .addSubcommand(new ServeCommand(openForServing, serving))
        .addSubcommand(
            new CommandLine(new ImportCommand())
                .addSubcommand(new ImportCommand.Incidents(open))
                .addSubcommand(new ImportCommand.Boundaries(open))
                .addSubcommand(new ImportCommand.Population(open))
                .addSubcommand(new ImportCommand.PopulationRaster(open))
                .addSubcommand(new ImportCommand.Figures(open)))
        .addSubcommand(new JoinCommand())
        .addSubcommand(new CompareCommand(open))
        .addSubcommand(new ExposureCommand(open))
        .addSubcommand(new ValidateCommand(open))
        .addSubcommand(new VersionsCommand(open))
        .addSubcommand(new ChangesCommand(open))
        .addSubcommand(new LayersCommand(open))
        .addSubcommand(new TileCommand(open))
        .addSubcommand(new ExportCommand(open));
    commandLine.setExecutionExceptionHandler(Commands::failed);
    commandLine.setResourceBundle(new FormatWords());
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
  }

  public int execute(String... args) {
    try {
      return commandLine.execute(args);
    } catch (OutOfMemoryError e) {
      // What was being made is garbage by now.
      commandLine.getErr().println(TooLittleMemory.text());
      return FAILED;
    }
  }

  /** Prints to these instead of the console. */
  public Commands printingTo(PrintWriter out, PrintWriter err) {
    commandLine.setOut(out);
    commandLine.setErr(err);
    return this;
  }

  /** All commands with their options, for tests of the documentation. */
  public CommandLine commandLine() {
    return commandLine;
  }

  /** One sentence for what a user can mend; the trace only for our own faults. */
  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult result) {
    if (e instanceof UnknownException unknown) {
      command.getErr().println(unknown.getMessage() + " " + unknown.allowed());
    } else if (e instanceof UncheckedIOException
        || e instanceof UnreadableFileException
        || e instanceof UnanswerableException
        || e instanceof BadQuestionException
        || e instanceof IllegalArgumentException
        || e instanceof FailedException) {
      command.getErr().println(e.getMessage());
    } else {
      command.getErr().println("The program failed; this is a fault of its own:");
      e.printStackTrace(command.getErr());
    }
    return FAILED;
  }
}
