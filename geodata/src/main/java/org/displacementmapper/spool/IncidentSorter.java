package org.displacementmapper.spool;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.displacementmapper.incident.Incident;

/**
 * Puts rows in the order of their keys, however many there are: a merge sort whose runs lie on the
 * disk as soon as they are more than the spool keeps in the memory. Rows of one key stay in the
 * order in which they were added. For one thread.
 */
public final class IncidentSorter implements Closeable {

  /** For all runs together while they are merged. */
  private static final int MERGE_BYTES = 16 << 20;

  private static final int LEAST_RUN_BYTES = 4 << 10;
  private static final int MOST_RUN_BYTES = 256 << 10;

  private static final Comparator<Row> KEY_ORDER =
      Comparator.comparing(Row::incident, Incident.KEY_ORDER);

  /**
   * An incident and where it was read.
   *
   * @param file its number, from 0
   * @param line 0 or more
   */
  public record Row(int file, long line, Incident incident) {}

  private record Run(long start, long end) {}

  private final Spool spool;
  private final List<Row> inMemory = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private final RecordWriter record = new RecordWriter();
  private long bytes;
  private ScratchFile file;

  IncidentSorter(Spool spool) {
    this.spool = spool;
  }

  public void add(Row row) {
    inMemory.add(row);
    bytes += Spool.bytes(row.incident());
    if (bytes > spool.memoryBytes()) {
      writeRun();
    }
  }

  private void writeRun() {
    if (file == null) {
      file = ScratchFile.in(spool.folder());
    }
    inMemory.sort(KEY_ORDER);
    long start = file.length();
    for (Row row : inMemory) {
      record.clear();
      record.unsigned(row.file());
      record.unsigned(row.line());
      record.incident(row.incident());
      file.append(record.bytes(), 0, record.size());
    }
    runs.add(new Run(start, file.length()));
    inMemory.clear();
    bytes = 0;
  }

  /** All rows in key order, made while they are asked for; then nothing more may be added. */
  public Iterator<Row> sorted() {
    if (runs.isEmpty()) {
      inMemory.sort(KEY_ORDER);
      return inMemory.iterator();
    }
    if (!inMemory.isEmpty()) {
      writeRun();
    }
    file.flush();
    return new Merge();
  }

  @Override
  public void close() {
    inMemory.clear();
    if (file != null) {
      file.close();
    }
  }

  /** The next row of one run. */
  private static final class Head {

    private final int run;
    private final RecordReader reader;
    private Row row;

    Head(int run, RecordReader reader) {
      this.run = run;
      this.reader = reader;
      advance();
    }

    private boolean advance() {
      if (!reader.hasNext()) {
        return false;
      }
      row = new Row((int) reader.unsigned(), reader.unsigned(), reader.incident());
      return true;
    }

    private static int compare(Head a, Head b) {
      int byKey = KEY_ORDER.compare(a.row, b.row);
      return byKey != 0 ? byKey : Integer.compare(a.run, b.run);
    }
  }

  private final class Merge implements Iterator<Row> {

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Head::compare);

    Merge() {
      int runBytes = Math.min(MOST_RUN_BYTES, Math.max(LEAST_RUN_BYTES, MERGE_BYTES / runs.size()));
      for (int i = 0; i < runs.size(); i++) {
        Run run = runs.get(i);
        heads.add(new Head(i, new RecordReader(file, run.start(), run.end(), runBytes)));
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Row next() {
      Head head = heads.poll();
      if (head == null) {
        throw new NoSuchElementException();
      }
      Row row = head.row;
      if (head.advance()) {
        heads.add(head);
      }
      return row;
    }
  }
}
