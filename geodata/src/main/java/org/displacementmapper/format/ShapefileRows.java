package org.displacementmapper.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Issue;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.locationtech.jts.geom.Geometry;

/**
 * The features of one Shapefile: each shape with the row of the same number. Shapes are read in the
 * order of the .shp file; the .shx file is only compared. The line of a feature is the number of
 * its record.
 */
final class ShapefileRows implements Iterator<Feature>, Closeable {

  private final String file;
  private final Consumer<Issue> issues;
  private final ShapeFile shapes;

  /** Null if there is none. */
  private final DbfFile rows;

  /** Null if there is none, or once it did not fit. */
  private InputStream index;

  private boolean ended;
  private Feature next;

  ShapefileRows(String file, ShapefileParts parts, Consumer<Issue> issues) throws IOException {
    this.file = file;
    this.issues = issues;
    this.shapes = new ShapeFile(file, parts.open("shp"));
    try {
      this.rows =
          parts.has("dbf") ? new DbfFile(file, parts.open("dbf"), parts.findText("cpg")) : null;
      this.index = parts.has("shx") ? parts.open("shx") : null;
      if (index != null && index.readNBytes(ShapeFile.HEADER).length < ShapeFile.HEADER) {
        dropIndex("is shorter than its header");
      }
    } catch (IOException | RuntimeException e) {
      shapes.close();
      throw e;
    }
    if (rows == null) {
      warn("there is no .dbf file beside the .shp, so the shapes have no values: copy all files");
    }
  }

  Schema schema() {
    return rows == null ? Schema.of() : rows.schema();
  }

  int type() {
    return shapes.type();
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && !ended) {
        step();
      }
    } catch (IOException e) {
      throw new UnreadableFileException(file, "reading stopped: " + e.getMessage());
    }
    return next != null;
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Feature feature = next;
    next = null;
    return feature;
  }

  private void step() throws IOException {
    boolean row = rows != null && rows.next();
    if (!shapes.next()) {
      ended = true;
      finish(row);
      return;
    }
    compareIndex();
    long number = shapes.number();
    if (rows != null && !row) {
      ended = true;
      throw new UnreadableFileException(
          file,
          "the .dbf file ends after "
              + rows.number()
              + " rows, but there are more shapes: it was cut off or belongs to another file");
    }
    if (row && rows.isDeleted()) {
      return;
    }
    try {
      Geometry geometry = ShapeGeometry.read(shapes.content());
      Map<String, Object> values =
          row ? rows.values((column, text) -> wrongValue(number, column, text)) : Map.of();
      next = new Feature(null, geometry, values, number);
    } catch (IllegalArgumentException e) {
      issues.accept(
          Issue.rejected(
              file, number, "geometry", "", "the shape was left out: " + e.getMessage()));
    }
  }

  private void wrongValue(long number, String column, String text) {
    issues.accept(
        Issue.warned(
            file, number, column, text, "is not of the type of its column; taken as missing"));
  }

  private void finish(boolean anotherRow) throws IOException {
    if (anotherRow) {
      warn(
          "the .dbf file has more rows than the .shp has shapes ("
              + shapes.number()
              + "); the others were left out. Do the files belong together?");
    }
    if (shapes.number() == 0) {
      warn("the file has no shapes: nothing to read");
    }
    if (rows != null && rows.isGuessed()) {
      warn(
          "nothing tells the encoding of the .dbf file and it is not UTF-8; it was read as western"
              + " European (windows-1252). If names look wrong, add a .cpg file that names it");
    }
    if (index != null && index.read() >= 0) {
      dropIndex("has more records");
    }
  }

  private void compareIndex() throws IOException {
    if (index == null) {
      return;
    }
    byte[] entry = index.readNBytes(8);
    if (entry.length < 8) {
      dropIndex("has fewer records");
    } else if (2L * ByteBuffer.wrap(entry).getInt() != shapes.recordStart()) {
      dropIndex("names another place for record " + shapes.number());
    }
  }

  private void dropIndex(String what) throws IOException {
    warn("the .shx file does not fit (it " + what + "); shapes were read in the .shp's order");
    if (index != null) {
      index.close();
      index = null;
    }
  }

  private void warn(String message) {
    issues.accept(Issue.warned(file, 0, "", "", message));
  }

  @Override
  public void close() throws IOException {
    shapes.close();
    if (rows != null) {
      rows.close();
    }
    if (index != null) {
      index.close();
    }
  }
}
