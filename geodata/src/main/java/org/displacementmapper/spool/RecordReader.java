package org.displacementmapper.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.displacementmapper.incident.AirAttack;
import org.displacementmapper.incident.Citation;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Period;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.incident.Toll;
import org.displacementmapper.incident.Where;

/**
 * Reads a stretch of a {@link ScratchFile} from its beginning to its end, as {@link RecordWriter}
 * wrote it. Texts that stand in many rows one after the other, such as the licence, become one
 * object. For one thread.
 */
final class RecordReader {

  private static final AirAttack[] AIR = AirAttack.values();
  private static final Precision[] PRECISIONS = Precision.values();

  private final ScratchFile file;
  private final long end;
  private ByteBuffer buffer;

  /** Where the byte after the buffer lies. */
  private long position;

  private String source = "";
  private String kind = "";
  private String state = "";
  private String licence = "";

  RecordReader(ScratchFile file, long start, long end, int bufferBytes) {
    this.file = file;
    this.position = start;
    this.end = end;
    this.buffer = ByteBuffer.allocate((int) Math.min(bufferBytes, Math.max(end - start, 1)));
    buffer.limit(0);
  }

  boolean hasNext() {
    return buffer.hasRemaining() || position < end;
  }

  Incident incident() {
    source = text(source);
    String id = text("");
    Period period = new Period(day(), day());
    Where where = where();
    kind = text(kind);
    AirAttack air = AIR[oneByte()];
    Toll killed = new Toll(optional(), optional(), optional());
    Citation citation = new Citation(text(""), text(""));
    licence = text(licence);
    return new Incident(source, id, period, where, kind, air, killed, citation, licence);
  }

  private Where where() {
    boolean point = oneByte() == 1;
    Double lon = point ? (Double) Double.longBitsToDouble(eightBytes()) : null;
    Double lat = point ? (Double) Double.longBitsToDouble(eightBytes()) : null;
    Precision precision = PRECISIONS[oneByte()];
    Integer uncertaintyMetres = optional();
    String place = text("");
    String area = text("");
    String pcode = text("");
    state = text(state);
    boolean line = oneByte() == 1;
    return new Where(lon, lat, precision, uncertaintyMetres, place, area, pcode, state, line);
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(unzigzag(unsigned()));
  }

  private Integer optional() {
    long number = unsigned();
    return number == 0 ? null : (Integer) (int) unzigzag(number - 1);
  }

  private static long unzigzag(long number) {
    return number >>> 1 ^ -(number & 1);
  }

  long unsigned() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      int more = oneByte();
      number |= (long) (more & 0x7f) << shift;
      if (more < 0x80) {
        return number;
      }
    }
  }

  /**
   * @param before given back if it is the same
   */
  private String text(String before) {
    int header = (int) unsigned();
    int length = header >>> 1;
    if (length == 0) {
      return "";
    }
    boolean small = (header & 1) == 0;
    int count = small ? length : 2 * length;
    require(count);
    String text;
    if (small) {
      byte[] bytes = buffer.array();
      int at = buffer.position();
      text =
          isSame(before, bytes, at, length)
              ? before
              : new String(bytes, at, length, StandardCharsets.ISO_8859_1);
      buffer.position(at + count);
    } else {
      char[] characters = new char[length];
      for (int i = 0; i < length; i++) {
        characters[i] = buffer.getChar();
      }
      text = new String(characters);
    }
    return text;
  }

  private static boolean isSame(String before, byte[] bytes, int at, int length) {
    if (before.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (before.charAt(i) != (bytes[at + i] & 0xff)) {
        return false;
      }
    }
    return true;
  }

  private long eightBytes() {
    require(Long.BYTES);
    return buffer.getLong();
  }

  private int oneByte() {
    if (!buffer.hasRemaining()) {
      require(1);
    }
    return buffer.get() & 0xff;
  }

  /** Has so many bytes in the buffer, which grows for a long text. */
  private void require(int count) {
    if (buffer.remaining() >= count) {
      return;
    }
    if (count > buffer.capacity()) {
      buffer = ByteBuffer.allocate(count).put(buffer);
    } else {
      buffer.compact();
    }
    buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + end - position));
    position += file.read(buffer, position);
    buffer.flip();
    if (buffer.remaining() < count) {
      throw new IllegalStateException("a temporary file became shorter while it was read");
    }
  }
}
