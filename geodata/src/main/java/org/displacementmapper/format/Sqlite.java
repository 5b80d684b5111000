package org.displacementmapper.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * Opens SQLite files, others' with care. Loads the native library when first used: nothing of the
 * start-up may call this.
 */
final class Sqlite {

  /** Bytes of a text or blob, at most. */
  static final int MAX_VALUE = 128 << 20;

  private Sqlite() {}

  /** An empty file to be filled at once and never read by another meanwhile: no journal. */
  static Connection create(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.OFF);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    connection.setAutoCommit(false);
    return connection;
  }

  /**
   * A file of somebody else, which may be damaged or hostile: nothing is written, not even beside
   * it, and a change by another program meanwhile is not seen. Functions that a schema calls are
   * not trusted, and pages are checked when they are read.
   *
   * @param budget asked from time to time whether a statement may go on
   */
  static Connection open(Path file, SqliteBudget budget) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setSharedCache(false);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(MAX_VALUE));
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    // The address keeps signs such as ? and % in the name of the file from being understood.
    String address = "file:" + file.toAbsolutePath().toUri().getRawPath() + "?immutable=1";
    Connection connection = config.createConnection("jdbc:sqlite:" + address);
    try (Statement statement = connection.createStatement()) {
      ProgressHandler.setHandler(connection, SqliteBudget.OPERATIONS, budget);
      statement.executeUpdate("PRAGMA trusted_schema = OFF");
      statement.executeUpdate("PRAGMA cell_size_check = ON");
      statement.executeUpdate("PRAGMA mmap_size = 0");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Statements that lie beside this class as a file. */
  static String script(String name) {
    try (InputStream script = Sqlite.class.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name as it stands in SQL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A table name that needs no quotes in any program: letters, digits, underscores. */
  static String plainName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    return plain.matches("[a-z].*") ? plain : "layer_" + plain;
  }
}
