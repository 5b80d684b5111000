package org.displacementmapper.feature;

/** A file that cannot be used at all; its message is the text of the {@link Issue} it carries. */
public final class UnreadableFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Issue issue;

  public UnreadableFileException(Issue issue) {
    super(issue.toString());
    this.issue = issue;
  }

  public UnreadableFileException(String file, String message) {
    this(Issue.rejected(file, 0, "", "", message));
  }

  public Issue issue() {
    return issue;
  }
}
