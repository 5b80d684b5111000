package org.displacementmapper.format;

import java.sql.SQLException;
import org.sqlite.ProgressHandler;

/**
 * How long SQLite may work on one file, the time of those who use the rows not counted: a file can
 * be made so that its pages lead in circles or that one page is the content of a million rows. An
 * honest file is read at many megabytes a second. Not thread-safe.
 */
final class SqliteBudget extends ProgressHandler {

  /** Steps of SQLite's machine between two looks at the clock. */
  static final int OPERATIONS = 200_000;

  private static final long BASE_NANOS = 20_000_000_000L;
  private static final long NANOS_PER_BYTE = 1_000;

  private final long allowed;
  private long spent;
  private long start;
  private boolean running;

  /** What SQLite is asked to do. */
  interface Work<T> {
    T run() throws SQLException;
  }

  private SqliteBudget(long nanos) {
    this.allowed = nanos;
  }

  /** 20 s and a second for each megabyte. */
  static SqliteBudget forSize(long bytes) {
    return new SqliteBudget(BASE_NANOS + NANOS_PER_BYTE * bytes);
  }

  static SqliteBudget ofMillis(long millis) {
    return new SqliteBudget(millis * 1_000_000);
  }

  /** Does a piece of work; it ends with an exception once the time is up. */
  <T> T spend(Work<T> work) throws SQLException {
    start = System.nanoTime();
    running = true;
    try {
      return work.run();
    } finally {
      spent += System.nanoTime() - start;
      running = false;
    }
  }

  boolean isSpent() {
    return spent + (running ? System.nanoTime() - start : 0) > allowed;
  }

  /** Asked by SQLite: anything but zero ends the statement. */
  @Override
  protected int progress() {
    return isSpent() ? 1 : 0;
  }
}
