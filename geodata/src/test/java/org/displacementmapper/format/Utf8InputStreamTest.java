package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;

class Utf8InputStreamTest {

  /** Bytes at the edges of what UTF-8 allows, and line ends. */
  private static final int[] BYTES = {
    'a', '\n', '\r', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
    0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };

  @Test
  void stopsExactlyWhereTheDecoderOfTheJdkStops() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(9)];
      for (int b = 0; b < bytes.length; b++) {
        bytes[b] = (byte) BYTES[random.nextInt(BYTES.length)];
      }
      int bad = firstBadByte(bytes);
      String message = "seed " + seed + ", round " + i;
      InputStream checked = new Utf8InputStream(new ByteArrayInputStream(bytes), "a.csv", 0);
      if (bad < 0) {
        assertArrayEquals(bytes, checked.readAllBytes(), message);
      } else {
        String text =
            assertThrows(UnreadableFileException.class, checked::readAllBytes, message)
                .getMessage();
        String line = "a.csv, line " + (1 + lineBreaks(bytes, bad)) + ",";
        assertEquals(line, text.substring(0, line.length()).replace(":", ","), message);
        assertEquals("byte " + (bad + 1), text.replaceFirst(".*: (byte \\d+) .*", "$1"), message);
      }
    }
  }

  private static int firstBadByte(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, CharBuffer.allocate(20), true);
    return result.isError() ? in.position() : -1;
  }

  private static int lineBreaks(byte[] bytes, int end) {
    String before = new String(bytes, 0, end, StandardCharsets.UTF_8);
    return before.replace("\r\n", "\n").replaceAll("[^\n\r]", "").length();
  }
}
