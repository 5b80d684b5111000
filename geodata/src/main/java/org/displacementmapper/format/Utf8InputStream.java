package org.displacementmapper.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.UnreadableFileException;

/**
 * Passes bytes on after checking that they are UTF-8 text (RFC 3629), so that the error can name
 * line and byte: decoders replace such bytes or report no place. Bounds per lead byte are those of
 * table 3-7 of the Unicode Standard, which leaves no overlong forms and no surrogates.
 */
final class Utf8InputStream extends FilterInputStream {

  private final String file;
  private long offset;
  private long line = 1;
  private boolean afterCarriageReturn;

  /** First byte of the character that is being read, and its offset. */
  private int lead;

  private long leadOffset;

  /** Continuation bytes still expected, and the bounds of the next one. */
  private int expected;

  private int low;
  private int high;

  /**
   * @param offset bytes of the file before this stream
   */
  Utf8InputStream(InputStream in, String file, long offset) {
    super(in);
    this.file = file;
    this.offset = offset;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int start, int length) throws IOException {
    int count = super.read(buffer, start, length);
    if (count < 0 && expected > 0) {
      expected = 0;
      throw unreadable(
          leadOffset, "", "begins a character that is cut off: copy or export the file again");
    }
    for (int i = start; i < start + count; i++) {
      check(buffer[i] & 0xFF);
    }
    return count;
  }

  private void check(int octet) {
    if (expected > 0) {
      if (octet < low || octet > high) {
        throw notUtf8();
      }
      expected--;
      low = 0x80;
      high = 0xBF;
    } else if (octet >= 0x80) {
      begin(octet);
    } else if (octet == 0) {
      throw unreadable(offset, "", "is zero, so this is no text: export it as CSV or GeoJSON");
    } else if (octet <= '\r') {
      countLine(octet);
    } else {
      afterCarriageReturn = false;
    }
    offset++;
  }

  private void begin(int octet) {
    lead = octet;
    leadOffset = offset;
    low = 0x80;
    high = 0xBF;
    if (octet >= 0xC2 && octet <= 0xDF) {
      expected = 1;
    } else if (octet >= 0xE0 && octet <= 0xEF) {
      expected = 2;
      low = octet == 0xE0 ? 0xA0 : 0x80;
      high = octet == 0xED ? 0x9F : 0xBF;
    } else if (octet >= 0xF0 && octet <= 0xF4) {
      expected = 3;
      low = octet == 0xF0 ? 0x90 : 0x80;
      high = octet == 0xF4 ? 0x8F : 0xBF;
    } else {
      throw notUtf8();
    }
    afterCarriageReturn = false;
  }

  private void countLine(int octet) {
    if (octet == '\r' || octet == '\n' && !afterCarriageReturn) {
      line++;
    }
    afterCarriageReturn = octet == '\r';
  }

  private UnreadableFileException notUtf8() {
    String found = String.format("0x%02X", lead);
    return unreadable(
        leadOffset, found, "is not UTF-8: save the file as UTF-8 (in Excel \"CSV UTF-8\")");
  }

  private UnreadableFileException unreadable(long at, String found, String message) {
    String where = "byte " + (at + 1) + " of the file ";
    return new UnreadableFileException(Issue.rejected(file, line, "", found, where + message));
  }
}
