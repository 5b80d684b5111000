package org.displacementmapper.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.sf.geographiclib.Geodesic;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.feature.UnreadableFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;

class PeopleRasterTest {

  private static final Envelope UNITS = new Envelope(90, 102, 9, 29);
  private static final int WIDTH = 53;
  private static final int HEIGHT = 41;

  @TempDir Path folder;

  @Test
  void everyLayoutGivesTheSameGrid() throws IOException {
    float[] pixels = pixels(new Random(1));
    PopulationGrid expected = null;
    for (int layout = 0; layout < 32; layout++) {
      TinyTiff tiff = new TinyTiff(WIDTH, pixels);
      tiff.order = (layout & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      tiff.big = (layout & 2) != 0;
      tiff.deflate = (layout & 4) != 0;
      tiff.tile = (layout & 8) != 0 ? 16 : 0;
      tiff.floatPredictor = (layout & 16) != 0;
      PeopleRaster raster = read(tiff);
      assertEquals(sum(pixels), raster.people(), 1e-3, "layout " + layout);
      assertEquals(raster.people(), raster.grid().totalPeople(), 0.01, "layout " + layout);
      assertEquals(0, raster.peopleOutside());
      expected = expected == null ? raster.grid() : expected;
      // Tiles come in another order than strips, and floats do not add up alike in any order.
      assertArrayEquals(expected.people(), raster.grid().people(), 1e-3f, "layout " + layout);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "Deflate", "PackBits", "none"})
  void readsThePixelsThatJavaWrites(String compression) throws IOException {
    long seed = System.nanoTime();
    for (boolean tiled : new boolean[] {false, true}) {
      // Wide values for long LZW tables, repeated ones for PackBits.
      float[] pixels = new float[300 * 200];
      Random random = new Random(seed);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = i > 0 && random.nextInt(3) == 0 ? pixels[i - 1] : random.nextFloat() * 100;
      }
      Path file = folder.resolve(compression + tiled + ".tif");
      writeWithJava(file, pixels, 300, compression, tiled);
      float[] got = new float[pixels.length];
      try (FileChannel channel = FileChannel.open(file)) {
        new Blocks(new TiffTags(channel))
            .visit((column, row, value) -> got[row * 300 + column] = (float) value);
      }
      assertArrayEquals(pixels, got, "seed " + seed);
    }
  }

  @Test
  void aPixelGoesToItsPlace() throws IOException {
    float[] pixels = new float[WIDTH * HEIGHT];
    pixels[3 * WIDTH + 10] = 70;
    TinyTiff tiff = new TinyTiff(WIDTH, pixels);
    PopulationGrid grid = read(tiff).grid();
    double lon = tiff.west + 10.5 * tiff.pixel;
    double lat = tiff.north - 3.5 * tiff.pixel;
    double within = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        double x = (column + grid.firstColumn() + 0.5) / grid.cellsPerDegree();
        double y = (row + grid.firstRow() + 0.5) / grid.cellsPerDegree();
        if (Math.abs(x - lon) < 0.0075 && Math.abs(y - lat) < 0.0075) {
          within += grid.people(column, row);
        } else {
          assertEquals(0, grid.people(column, row));
        }
      }
    }
    assertEquals(70, within, 1e-4);
  }

  @Test
  void readsUtm() throws IOException {
    float[] pixels = new float[WIDTH * HEIGHT];
    pixels[20 * WIDTH + 26] = 1_000;
    TinyTiff tiff = new TinyTiff(WIDTH, pixels);
    tiff.epsg = 32647;
    tiff.pixel = 100;
    // The middle of the pixel is on the central meridian, 99 E, at northing 2,213,000.
    tiff.west = 500_000 - 26.5 * 100;
    tiff.north = 2_213_000 + 20.5 * 100;
    PopulationGrid grid = read(tiff).grid();
    double metres = 2_213_000 / 0.9996;
    double lat = Geodesic.WGS84.Direct(0, 99, 0, metres).lat2;
    double found = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        if (grid.people(column, row) > 0) {
          found += grid.people(column, row);
          assertEquals(99, (column + grid.firstColumn() + 0.5) / 240, 0.005);
          assertEquals(lat, (row + grid.firstRow() + 0.5) / 240, 0.005);
        }
      }
    }
    assertEquals(1_000, found, 1e-3);
  }

  @Test
  void utmKeepsDistancesAndTheMeridian() {
    TransverseMercator zone = new TransverseMercator(47, false);
    for (double northing = 1_000_000; northing < 3_200_000; northing += 90_000) {
      double[] middle = zone.lonLat(500_000, northing);
      assertEquals(99, middle[0], 1e-12);
      assertEquals(Geodesic.WGS84.Direct(0, 99, 0, northing / 0.9996).lat2, middle[1], 1e-9);
      for (double easting = 200_000; easting < 800_000; easting += 50_000) {
        double[] one = zone.lonLat(easting, northing);
        double[] other = zone.lonLat(easting + 60, northing + 80);
        double x = (easting - 500_000) / 0.9996;
        double scale = 0.9996 * (1 + x * x / (2 * 6_371_000.0 * 6_371_000.0));
        assertEquals(
            100 / scale, Geodesic.WGS84.Inverse(one[1], one[0], other[1], other[0]).s12, 0.003);
      }
    }
  }

  @Test
  void whatLiesOutsideTheUnitsIsToldAndLeftOut() throws IOException {
    float[] pixels = pixels(new Random(2));
    Path file = new TinyTiff(WIDTH, pixels).write(folder.resolve("out.tif"));
    PeopleRaster raster =
        PeopleRaster.read(file, new Envelope(96, 96.2, 20.2, 20.4), "test", "none");
    assertTrue(raster.peopleOutside() > 0);
    assertEquals(raster.people(), raster.grid().totalPeople() + raster.peopleOutside(), 0.1);
  }

  @Test
  void refusesWhatIsNoRasterOfPeopleAndSaysWhy() throws IOException {
    refused("not a TIFF", Files.writeString(folder.resolve("a.tif"), "hello, this is a text file"));
    refused("not a TIFF", Files.writeString(folder.resolve("b.tif"), ""));
    TinyTiff negative = tiff();
    negative.nodata = "";
    refused("name the value", negative.write(folder.resolve("c.tif")));
    TinyTiff system = tiff();
    system.epsg = 3857;
    refused("EPSG:3857", system.write(folder.resolve("d.tif")));
    refused("no GeoTIFF keys", spoilt(TiffTags.GEO_KEYS, ""));
    refused("bands", spoilt(TiffTags.SAMPLES, 3));
    refused("compression is number 7", spoilt(TiffTags.COMPRESSION, 7));
    refused("bits", spoilt(TiffTags.BITS, 1));
    refused("nodata", spoilt(TiffTags.NODATA, "none\0"));
    refused("width", spoilt(TiffTags.WIDTH, 0));
    refused("blocks", spoilt(TiffTags.HEIGHT, 100_000));
    TinyTiff elsewhere = tiff();
    elsewhere.west = 10;
    refused("elsewhere", elsewhere.write(folder.resolve("e.tif")));
    refused(
        "no people", new TinyTiff(WIDTH, new float[WIDTH * HEIGHT]).write(folder.resolve("f.tif")));
    float[] enormous = pixels(new Random(3));
    enormous[5] = 1e20f;
    refused("1.0", new TinyTiff(WIDTH, enormous).write(folder.resolve("g.tif")));
    enormous[5] = Float.POSITIVE_INFINITY;
    refused("Infinity", new TinyTiff(WIDTH, enormous).write(folder.resolve("h.tif")));
  }

  @Test
  void aDamagedFileIsRefusedOrReadNeverWorse() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      TinyTiff tiff = tiff();
      tiff.deflate = random.nextBoolean();
      tiff.big = random.nextBoolean();
      byte[] bytes = Files.readAllBytes(tiff.write(folder.resolve("x.tif")));
      int directory = bytes.length - 700;
      for (int hit = 0; hit < 4; hit++) {
        bytes[Math.max(0, directory + random.nextInt(700))] = (byte) random.nextInt();
      }
      if (random.nextInt(3) == 0) {
        bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      Path file = Files.write(folder.resolve("y.tif"), bytes);
      try {
        PopulationGrid grid = PeopleRaster.read(file, UNITS, "test", "none").grid();
        assertTrue(Double.isFinite(grid.totalPeople()), "seed " + seed);
      } catch (UnreadableFileException refused) {
        assertTrue(refused.getMessage().length() > 20);
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed + ", file " + i, e);
      }
    }
  }

  private TinyTiff tiff() {
    return new TinyTiff(WIDTH, pixels(new Random(1)));
  }

  private Path spoilt(int tag, Object value) throws IOException {
    TinyTiff tiff = tiff();
    tiff.instead.put(tag, value);
    return tiff.write(folder.resolve("spoilt-" + tag + ".tif"));
  }

  private static void refused(String why, Path file) {
    UnreadableFileException refused =
        assertThrows(
            UnreadableFileException.class,
            () -> PeopleRaster.read(file, UNITS, "test", "none"),
            why);
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  private PeopleRaster read(TinyTiff tiff) throws IOException {
    return PeopleRaster.read(tiff.write(folder.resolve("people.tif")), UNITS, "test", "none");
  }

  private static float[] pixels(Random random) {
    float[] pixels = new float[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int kind = random.nextInt(10);
      pixels[i] = kind == 0 ? -99_999 : kind == 1 ? Float.NaN : random.nextFloat() * 50;
    }
    return pixels;
  }

  private static double sum(float[] pixels) {
    double sum = 0;
    for (float pixel : pixels) {
      sum += pixel > 0 ? pixel : 0;
    }
    return sum;
  }

  private static void writeWithJava(
      Path file, float[] pixels, int width, String compression, boolean tiled) throws IOException {
    ComponentColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, 1, DataBuffer.TYPE_FLOAT);
    WritableRaster raster = model.createCompatibleWritableRaster(width, pixels.length / width);
    raster.setPixels(0, 0, width, pixels.length / width, pixels);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("TIFF").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (!compression.equals("none")) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
    }
    if (tiled) {
      param.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      param.setTiling(64, 32, 0, 0);
    }
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(
          null, new IIOImage(new BufferedImage(model, raster, false, null), null, null), param);
    } finally {
      writer.dispose();
    }
  }
}
