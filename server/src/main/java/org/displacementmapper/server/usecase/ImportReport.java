package org.displacementmapper.server.usecase;

import java.util.List;
import org.displacementmapper.feature.Issue;

/**
 * What an import did, or with {@code dryRun} would have done.
 *
 * @param what is imported, in the plural, such as {@code incidents}
 * @param accepted rows taken; of them some were added, some changed, some are as they were
 * @param removed rows of the dataset that the import takes away
 * @param rejected rows left out, each with an issue
 * @param warned warnings, those included that are only counted
 * @param issues in the order of the files; of very many the rest is counted by fault
 * @param versionBefore name of the dataset version that it was applied to
 * @param version name of the version that holds the result; the same if nothing changed
 */
public record ImportReport(
    String what,
    long accepted,
    long added,
    long changed,
    long unchanged,
    long removed,
    long rejected,
    long warned,
    List<Issue> issues,
    List<String> notes,
    String versionBefore,
    String version,
    boolean dryRun) {

  public ImportReport {
    issues = List.copyOf(issues);
    notes = List.copyOf(notes);
  }
}
