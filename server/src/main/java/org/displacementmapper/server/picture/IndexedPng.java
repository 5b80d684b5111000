package org.displacementmapper.server.picture;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A PNG of at most 256 colours, a third of the size of one of all colours. The frequent colours are
 * kept as they are, so that a shade on the map is the shade of the legend; the rare ones, edges of
 * letters and lines, become the nearest of them.
 */
final class IndexedPng {

  private static final int COLOURS = 256;

  /** Of these each is exact; the rest of the palette is for what is far from all of them. */
  private static final int FREQUENT = 160;

  private IndexedPng() {}

  /**
   * @param image of type {@code TYPE_INT_RGB}
   */
  static byte[] bytes(BufferedImage image) {
    Map<Integer, Integer> counts = counts(image);
    int[] palette = palette(counts);
    return write(indexed(image, palette));
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
  private static int[] palette(Map<Integer, Integer> counts) {
    List<Map.Entry<Integer, Integer>> byCount = new ArrayList<>(counts.entrySet());
    byCount.sort(
        Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    int exact = Math.min(byCount.size(), byCount.size() <= COLOURS ? COLOURS : FREQUENT);
    int[] palette = new int[Math.min(COLOURS, byCount.size())];
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

  private static BufferedImage indexed(BufferedImage image, int[] palette) {
    BufferedImage indexed =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    Map<Integer, Integer> nearest = new HashMap<>();
    int[] row = new int[image.getWidth()];
    byte[] indices = new byte[row.length];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      for (int x = 0; x < row.length; x++) {
        indices[x] =
            x > 0 && row[x] == row[x - 1]
                ? indices[x - 1]
                : (byte)
                    (int)
                        nearest.computeIfAbsent(
                            row[x] & 0xFFFFFF, colour -> nearest(palette, colour));
      }
      indexed.getRaster().setDataElements(0, y, row.length, 1, indices);
    }
    return indexed;
  }

  private static IndexColorModel model(int[] palette) {
    byte[][] parts = new byte[3][palette.length];
    for (int i = 0; i < palette.length; i++) {
      parts[0][i] = (byte) (palette[i] >> 16);
      parts[1][i] = (byte) (palette[i] >> 8);
      parts[2][i] = (byte) palette[i];
    }
    return new IndexColorModel(8, palette.length, parts[0], parts[1], parts[2]);
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

  private static byte[] write(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0); // the smallest file
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
