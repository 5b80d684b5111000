package org.displacementmapper.server.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A PNG (w3.org/TR/png) of at most 256 colours, a third of the size of one of all colours. The
 * frequent colours are kept as they are, so that a shade on the map is the shade of the legend; the
 * rare ones, edges of letters and lines, become the nearest of them.
 */
final class IndexedPng {

  private static final int COLOURS = 256;

  /** Enough where there is no room for more shades than those of the legend, and half the bytes. */
  private static final int COLOURS_OF_SMALL = 48;

  private static final int SMALL_PIXELS = 60_000;

  /** Share of them that are exact; the rest of the palette is for what is far from all of those. */
  private static final double FREQUENT = 0.625;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private IndexedPng() {}

  /**
   * @param image of type {@code TYPE_INT_RGB}
   */
  static byte[] bytes(BufferedImage image) {
    boolean small = image.getWidth() * image.getHeight() <= SMALL_PIXELS;
    int[] palette = palette(counts(image), small ? COLOURS_OF_SMALL : COLOURS);
    return write(image.getWidth(), image.getHeight(), indexed(image, palette), palette);
  }

  private static Map<Integer, Integer> counts(BufferedImage image) {
    Map<Integer, int[]> counts = new HashMap<>();
    int[] row = new int[image.getWidth()];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int from = 0; from < row.length; ) {
        int to = from + 1;
        while (to < row.length && row[to] == row[from]) {
          to++;
        }
        counts.computeIfAbsent(row[from] & 0xFFFFFF, missing -> new int[1])[0] += to - from;
        from = to;
      }
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    counts.forEach((colour, count) -> numbers.put(colour, count[0]));
    return numbers;
  }

  /** The most frequent colours, then always the one that most pixels miss by most. */
  private static int[] palette(Map<Integer, Integer> counts, int colours) {
    List<Map.Entry<Integer, Integer>> byCount = new ArrayList<>(counts.entrySet());
    byCount.sort(
        Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    int exact = byCount.size() <= colours ? byCount.size() : (int) (FREQUENT * colours);
    int[] palette = new int[Math.min(colours, byCount.size())];
    for (int i = 0; i < exact; i++) {
      palette[i] = byCount.get(i).getKey();
    }
    List<Map.Entry<Integer, Integer>> rest = byCount.subList(exact, byCount.size());
    double[] missed = new double[rest.size()];
    for (int i = 0; i < missed.length; i++) {
      missed[i] = distance(palette, exact, rest.get(i).getKey());
    }
    for (int size = exact; size < palette.length; size++) {
      int worst = 0;
      for (int i = 1; i < missed.length; i++) {
        if (missed[i] * rest.get(i).getValue() > missed[worst] * rest.get(worst).getValue()) {
          worst = i;
        }
      }
      int colour = rest.get(worst).getKey();
      palette[size] = colour;
      for (int i = 0; i < missed.length; i++) {
        missed[i] = Math.min(missed[i], distance(colour, rest.get(i).getKey()));
      }
    }
    return palette;
  }

  private static byte[] indexed(BufferedImage image, int[] palette) {
    int width = image.getWidth();
    byte[] indices = new byte[width * image.getHeight()];
    Map<Integer, Integer> nearest = new HashMap<>();
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0, at = y * width; x < width; x++, at++) {
        indices[at] =
            x > 0 && row[x] == row[x - 1]
                ? indices[at - 1]
                : (byte)
                    (int)
                        nearest.computeIfAbsent(
                            row[x] & 0xFFFFFF, colour -> nearest(palette, colour));
      }
    }
    return indices;
  }

  private static int nearest(int[] palette, int colour) {
    int nearest = 0;
    for (int i = 1; i < palette.length; i++) {
      if (distance(palette[i], colour) < distance(palette[nearest], colour)) {
        nearest = i;
      }
    }
    return nearest;
  }

  private static double distance(int[] palette, int size, int colour) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, distance(palette[i], colour));
    }
    return least;
  }

  private static double distance(int a, int b) {
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    return red * red + green * green + blue * blue;
  }

  /**
   * Rows without a filter: a step between numbers of colours says nothing, and the writer of the
   * JDK filters them all the same, for a file a quarter larger.
   */
  private static byte[] write(int width, int height, byte[] pixels, int[] palette) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 3); // bits of a pixel, of a colour type that means a palette
    ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
    for (int colour : palette) {
      colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    ByteBuffer rows = ByteBuffer.allocate(height * (width + 1));
    for (int y = 0; y < height; y++) {
      rows.put((byte) 0).put(pixels, y * width, width);
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    chunk(png, "IHDR", header.array());
    chunk(png, "PLTE", colours.array());
    chunk(png, "IDAT", deflated(rows.array()));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      while (!deflater.finished()) {
        packed.write(part, 0, deflater.deflate(part));
      }
      return packed.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] body =
        ByteBuffer.allocate(4 + content.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    CRC32 check = new CRC32();
    check.update(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
