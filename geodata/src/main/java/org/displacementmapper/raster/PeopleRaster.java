package org.displacementmapper.raster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.displacementmapper.boundary.PopulationGrid;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.Envelope;

/**
 * Adds the people of a GeoTIFF up into a grid that is small enough to keep. Each pixel is people,
 * not people per square kilometre; it is cut into so many parts that none is wider or higher than a
 * fifth of a cell, and each part goes whole to the cell of its middle, so that nobody is lost.
 * Memory is the grid and one block of the file.
 *
 * @param grid of the part that was wanted
 * @param people in the whole raster
 * @param peopleOutside of those, how many live outside the grid
 */
public record PeopleRaster(PopulationGrid grid, double people, double peopleOutside) {

  private static final long MOST_CELLS = 40_000_000;
  private static final int PARTS_PER_CELL = 5;
  private static final double MOST_PEOPLE_OF_A_PIXEL = 50_000_000;
  private static final double MOST_PEOPLE = 20_000_000_000.0;

  /**
   * @param wanted longitude and latitude; what lies outside is not kept
   * @param source who made the raster, as a credit line
   * @throws UnreadableFileException if the file is no GeoTIFF of people, and why
   */
  public static PeopleRaster read(Path file, Envelope wanted, String source, String licence)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      TiffTags tags = new TiffTags(channel);
      return new Adding(tags, wanted).read(source, licence);
    } catch (NotReadable e) {
      throw new UnreadableFileException(
          String.valueOf(file.getFileName()), "not a raster of people: " + e.getMessage() + ".");
    }
  }

  /** One reading. */
  private static final class Adding {
    private final Blocks blocks;
    private final GeoReference reference;
    private final Optional<Double> nodata;
    private final int perDegree;
    private final int firstColumn;
    private final int firstRow;
    private final int columns;
    private final int rows;
    private final float[] cells;
    private final int partsAcross;
    private final int partsDown;
    private double people;
    private double outside;

    Adding(TiffTags tags, Envelope wanted) throws IOException {
      this.blocks = new Blocks(tags);
      this.reference = new GeoReference(tags);
      this.nodata = nodata(tags.text(TiffTags.NODATA));
      double[] corner = reference.lonLat(0, 0);
      double[] right = reference.lonLat(1, 0);
      double[] below = reference.lonLat(0, 1);
      Envelope own = new Envelope();
      for (double[] end :
          List.of(
              corner,
              reference.lonLat(blocks.width(), 0),
              reference.lonLat(0, blocks.height()),
              reference.lonLat(blocks.width(), blocks.height()))) {
        own.expandToInclude(end[0], end[1]);
      }
      Envelope kept = own.intersection(wanted);
      if (kept.isNull() || kept.getArea() == 0) {
        throw new NotReadable(
            "it covers %.2f to %.2f E and %.2f to %.2f N, the units lie elsewhere"
                .formatted(own.getMinX(), own.getMaxX(), own.getMinY(), own.getMaxY()));
      }
      this.perDegree = perDegree(kept);
      this.firstColumn = (int) Math.floor(kept.getMinX() * perDegree) - 1;
      this.firstRow = (int) Math.floor(kept.getMinY() * perDegree) - 1;
      this.columns = (int) Math.ceil(kept.getMaxX() * perDegree) + 1 - firstColumn;
      this.rows = (int) Math.ceil(kept.getMaxY() * perDegree) + 1 - firstRow;
      this.cells = new float[columns * rows];
      this.partsAcross = parts(corner, right);
      this.partsDown = parts(corner, below);
    }

    private static int perDegree(Envelope kept) {
      int perDegree = PopulationGrid.FINEST_CELLS_PER_DEGREE;
      while (kept.getArea() * perDegree * perDegree > MOST_CELLS && perDegree % 2 == 0) {
        perDegree /= 2;
      }
      return perDegree;
    }

    private int parts(double[] from, double[] to) {
      double degrees = Math.max(Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1]));
      double parts = Math.ceil(degrees * perDegree * PARTS_PER_CELL - 1e-6);
      if (!(parts < 10_000)) {
        throw new NotReadable("its pixels are %.1f degrees wide".formatted(degrees));
      }
      return Math.max(1, (int) parts);
    }

    private static Optional<Double> nodata(String text) {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(Double.valueOf(text));
      } catch (NumberFormatException e) {
        throw new NotReadable("its nodata value is no number, was \"" + text + "\"");
      }
    }

    PeopleRaster read(String source, String licence) throws IOException {
      blocks.visit(this::add);
      if (people == 0) {
        throw new NotReadable("it has no people");
      }
      if (people > MOST_PEOPLE) {
        throw new NotReadable(
            "it has %,.0f people, more than live on earth; its nodata value may be missing"
                .formatted(people));
      }
      return new PeopleRaster(
          new PopulationGrid(source, licence, perDegree, firstColumn, firstRow, columns, cells),
          people,
          outside);
    }

    private void add(int column, int row, double value) {
      if (value == 0 || Double.isNaN(value) || isNodata(value)) {
        return;
      }
      if (!(value >= 0 && value <= MOST_PEOPLE_OF_A_PIXEL)) {
        throw new NotReadable(
            "the pixel in column %d, row %d has %s people; wanted are 0 to %,.0f, or name the value"
                    .formatted(column, row, value, MOST_PEOPLE_OF_A_PIXEL)
                + " that stands for no data, such as gdal_edit -a_nodata does");
      }
      people += value;
      double part = value / ((double) partsAcross * partsDown);
      for (int i = 0; i < partsAcross; i++) {
        for (int j = 0; j < partsDown; j++) {
          double[] middle =
              reference.lonLat(column + (i + 0.5) / partsAcross, row + (j + 0.5) / partsDown);
          int x = (int) Math.floor(middle[0] * perDegree) - firstColumn;
          int y = (int) Math.floor(middle[1] * perDegree) - firstRow;
          if (x < 0 || y < 0 || x >= columns || y >= rows) {
            outside += part;
          } else {
            cells[y * columns + x] += (float) part;
          }
        }
      }
    }

    /** A float's nodata is printed with more digits than it has. */
    private boolean isNodata(double value) {
      return nodata.isPresent()
          && (value == nodata.get() || (float) value == nodata.get().floatValue());
    }
  }
}
