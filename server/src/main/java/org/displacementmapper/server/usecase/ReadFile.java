package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.IssueLog;
import org.displacementmapper.source.SameKey;
import org.displacementmapper.source.Source;
import org.displacementmapper.source.SourceRows;

/**
 * A file whose rows went elsewhere, and what is wrong with it. What its keys have to say comes
 * later, when all files are read, and in another order than that of the file.
 */
final class ReadFile<T> {

  private final String name;
  private final Source<T> source;
  private final IssueLog ofFormat;
  private final IssueLog ofRows;
  private final SourceRows rows;
  private final IssueLog ofKeys = IssueLog.byLine();
  private long contradicted;

  /**
   * @param ofFormat what could not even become a row
   * @param ofRows what is wrong with single rows
   */
  ReadFile(String name, Source<T> source, IssueLog ofFormat, IssueLog ofRows, SourceRows rows) {
    this.name = name;
    this.source = source;
    this.ofFormat = ofFormat;
    this.ofRows = ofRows;
    this.rows = rows;
  }

  /** The rows of one key, of which this is the first. */
  SameKey<T> key(long line, T first) {
    return new SameKey<>(source, name, line, first);
  }

  /** Another row of that key. */
  void again(SameKey<T> key, long line, T other) {
    ofKeys.accept(key.again(line, other));
  }

  /** The key has no more rows. */
  void end(SameKey<T> key) {
    contradicted += key.rejected();
  }

  long rows() {
    return ofFormat.rejected() + rows.rows();
  }

  long rejected() {
    return ofFormat.rejected() + rows.rejected() + contradicted;
  }

  long warned() {
    return ofFormat.warned() + ofRows.warned() + ofKeys.warned() + rows.remarks().size();
  }

  /** As {@link org.displacementmapper.source.Batch} has them. */
  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>(ofFormat.list());
    issues.addAll(IssueLog.merged(ofRows, ofKeys, rows.remarks()).list());
    return issues;
  }
}
