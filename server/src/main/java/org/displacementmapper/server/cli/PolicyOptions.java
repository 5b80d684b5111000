package org.displacementmapper.server.cli;

import org.displacementmapper.dataset.PublicationPolicy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What is told of the data: on every command that puts data out. It may be tightened freely;
 * loosening it below the method's rules takes a flag of its own, and every output says so.
 */
final class PolicyOptions {

  private static final String LOOSEN = "--loosen-publication";

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--least-people",
      paramLabel = "N",
      description =
          "No estimate under this is given as a number (environment:"
              + " DISPLACEMENT_MAPPER_LEAST_PEOPLE; default: 100).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_LEAST_PEOPLE:-100}")
  int leastPeople;

  @Option(
      names = "--recent-days",
      paramLabel = "N",
      description =
          "Of an incident of the last N days before the dataset version was made only the township"
              + " is told (environment: DISPLACEMENT_MAPPER_RECENT_DAYS; default: 14).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_RECENT_DAYS:-14}")
  int recentDays;

  @Option(
      names = LOOSEN,
      description =
          "Allow less than these defaults; every output then says that it is finer than the method"
              + " allows (environment: DISPLACEMENT_MAPPER_LOOSEN_PUBLICATION; default: false).",
      defaultValue = "${env:DISPLACEMENT_MAPPER_LOOSEN_PUBLICATION:-false}")
  boolean loosen;

  /**
   * The rules to apply. If they are loosened, that is said on the error stream, for outputs that
   * have no place for it.
   */
  PublicationPolicy policy() {
    if (leastPeople < 1 || leastPeople > PublicationPolicy.MOST_LEAST_PEOPLE) {
      throw usage(
          "--least-people must be 1 to "
              + PublicationPolicy.MOST_LEAST_PEOPLE
              + ", was "
              + leastPeople);
    }
    if (recentDays < 0 || recentDays > PublicationPolicy.MOST_RECENT_DAYS) {
      throw usage(
          "--recent-days must be 0 to "
              + PublicationPolicy.MOST_RECENT_DAYS
              + ", was "
              + recentDays);
    }
    PublicationPolicy policy = PublicationPolicy.of(leastPeople, recentDays);
    if (policy.loosened() && !loosen) {
      throw usage(
          "--least-people "
              + leastPeople
              + " and --recent-days "
              + recentDays
              + " tell more than the method's "
              + PublicationPolicy.STANDARD.estimates().least()
              + " and "
              + PublicationPolicy.STANDARD.recentDays()
              + "; raise them, or add "
              + LOOSEN
              + ", which every output will say");
    }
    if (policy.loosened()) {
      spec.commandLine().getErr().println(policy.text());
    }
    return policy;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
