package org.displacementmapper.server.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexedPngTest {

  @Test
  void keepsEveryColourOfAPictureThatHasFew() throws IOException {
    BufferedImage image = new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        image.setRGB(x, y, 0x102030 * (x + 1) + y % 3);
      }
    }
    BufferedImage read = read(IndexedPng.bytes(image));
    assertEquals(7, read.getWidth());
    assertEquals(5, read.getHeight());
    for (int y = 0; y < 5; y++) {
      for (int x = 0; x < 7; x++) {
        assertEquals(image.getRGB(x, y), read.getRGB(x, y), x + ", " + y);
      }
    }
  }

  /** Shades of the legend are frequent: they stay exact whatever the rare colours become. */
  @ParameterizedTest
  @CsvSource({"150, 293, 48", "540, 660, 256"})
  void givesASmallPictureFewerColoursAndKeepsItsShades(int width, int height, int most)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(
            x, y, x % 10 == 0 ? random.nextInt(0x1000000) : y % 2 == 0 ? 0xB5823F : 0x53330F);
      }
    }
    BufferedImage read = read(IndexedPng.bytes(image));
    int[] pixels = read.getRGB(0, 0, width, height, null, 0, width);
    assertEquals(most, Arrays.stream(pixels).distinct().count());
    assertEquals(0xFFB5823F, read.getRGB(1, 0));
    assertEquals(0xFF53330F, read.getRGB(1, 1));
  }

  private static BufferedImage read(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertTrue(image.getColorModel() instanceof IndexColorModel, "a palette");
    return image;
  }
}
