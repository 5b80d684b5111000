package org.displacementmapper.spool;

import java.io.Closeable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.displacementmapper.incident.Incident;

/**
 * Incidents in key order, no key twice, that lie on the disk: made anew whenever they are read, and
 * never all in the memory at once. Made to be gone through; to get a single one takes a look at the
 * disk. Immutable and safe for use by many threads.
 *
 * <p>The room on the disk is free again when nobody holds the list, or at once when it is closed,
 * after which it may not be read.
 */
public final class SpooledIncidents extends AbstractList<Incident> implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;
  private static final int SMALL_BUFFER_BYTES = 1 << 13;

  /** Where every so many-th incident begins, which is enough to find the others. */
  static final class Index {

    private static final int STEP = 256;

    private long[] starts = new long[64];
    private int size;

    void add(long start) {
      if (size % STEP == 0) {
        int at = size / STEP;
        if (at == starts.length) {
          starts = Arrays.copyOf(starts, 2 * at);
        }
        starts[at] = start;
      }
      size = Math.addExact(size, 1);
    }
  }

  private final ScratchFile file;
  private final Index index;
  private final int from;
  private final int to;

  SpooledIncidents(ScratchFile file, Index index) {
    this(file, index, 0, index.size);
  }

  private SpooledIncidents(ScratchFile file, Index index, int from, int to) {
    this.file = file;
    this.index = index;
    this.from = from;
    this.to = to;
  }

  @Override
  public int size() {
    return to - from;
  }

  /** On the disk too; closed with the whole. */
  @Override
  public List<Incident> subList(int start, int end) {
    Objects.checkFromToIndex(start, end, size());
    return new SpooledIncidents(file, index, from + start, from + end);
  }

  @Override
  public Incident get(int place) {
    Objects.checkIndex(place, size());
    return reader(from + place, SMALL_BUFFER_BYTES).incident();
  }

  @Override
  public Iterator<Incident> iterator() {
    if (isEmpty()) {
      return Collections.emptyIterator();
    }
    RecordReader reader = reader(from, BUFFER_BYTES);
    return new Iterator<>() {
      private int next = from;

      @Override
      public boolean hasNext() {
        return next < to;
      }

      @Override
      public Incident next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        next++;
        return reader.incident();
      }
    };
  }

  /** Stands before the incident of that place in the file. */
  private RecordReader reader(int place, int bufferBytes) {
    RecordReader reader =
        new RecordReader(file, index.starts[place / Index.STEP], file.length(), bufferBytes);
    for (int i = place % Index.STEP; i > 0; i--) {
      reader.incident();
    }
    return reader;
  }

  /** One after the other: {@link AbstractList} would get each by its place. */
  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof List<?> list) || list.size() != size()) {
      return false;
    }
    Iterator<?> theirs = list.iterator();
    for (Incident incident : this) {
      if (!theirs.hasNext() || !incident.equals(theirs.next())) {
        return false;
      }
    }
    return !theirs.hasNext();
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (Incident incident : this) {
      hash = 31 * hash + incident.hashCode();
    }
    return hash;
  }

  @Override
  public void close() {
    file.close();
  }
}
