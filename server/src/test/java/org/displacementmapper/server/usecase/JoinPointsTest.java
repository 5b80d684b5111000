package org.displacementmapper.server.usecase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.displacementmapper.boundary.AdminUnit;
import org.displacementmapper.boundary.Ancestor;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.boundary.Release;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.join.PointJoin;
import org.displacementmapper.server.usecase.JoinPoints.Counts;
import org.displacementmapper.server.usecase.JoinPoints.Options;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class JoinPointsTest {

  private static final String ADDED =
      ",adm1_pcode,adm2_pcode,adm3_pcode,unit_name,basis,distance_m";
  private static final String WEST = ",MMR001,,MMR001001,West,inside,0";
  private static final String INVALID = ",,,,,invalid,";

  private final JoinPoints join =
      new JoinPoints(
          new PointJoin(
              Boundaries.of(
                  new Release("paper", "", ""),
                  List.of(
                      square("MMR001001", "West", 96), square("MMR001002", "East, \"far\"", 97)),
                  List.of(new Ancestor("MMR001", 1, "State", "", "")))));

  private static AdminUnit square(String pcode, String name, double lon) {
    return new AdminUnit(
        pcode,
        3,
        name,
        "",
        "MMR001",
        List.of(),
        new GeometryFactory().toGeometry(new Envelope(lon, lon + 1, 20, 21)));
  }

  @Test
  void appendsCellsToRowsThatStayAsTheyAre() throws IOException {
    assertJoined(
        """
        id,lat,lon,note
        1,20.5,96.5,"a, ""b"\""
        2, 20.5 ,"96.5",
        3,20.5,98.01,é
        4,30,96.5,far
        """,
        """
        id,lat,lon,note,adm1_pcode,adm2_pcode,adm3_pcode,unit_name,basis,distance_m
        1,20.5,96.5,"a, ""b"\"",MMR001,,MMR001001,West,inside,0
        2, 20.5 ,"96.5",,MMR001,,MMR001001,West,inside,0
        3,20.5,98.01,é,MMR001,,MMR001002,"East, ""far"\"",nearest,1043.13
        4,30,96.5,far,,,,,country,
        """);
  }

  @Test
  void countsWhatBecameOfTheRows() throws IOException {
    Counts counts = counts("lon,lat\n96.5,20.5\n98.01,20.5\n96.5,30\nx,y\n,\n");
    assertEquals(new Counts(5, 1, 1, 1, 2), counts);
  }

  @Test
  void keepsRowsWithBadCoordinates() throws IOException {
    for (String bad :
        List.of(
            "\"96,5\",20.5",
            "96.5,",
            ",20.5",
            "abc,20.5",
            "NaN,20.5",
            "Infinity,20.5",
            "20.5,96.5",
            "96.5,20.5d",
            "0x60,20.5",
            "96.5 E,20.5",
            "196.5,20.5",
            "96.5,1e400",
            "--96.5,20.5",
            "96.5.1,20.5",
            ".,20.5",
            "+,20.5")) {
      assertJoined("lon,lat\n" + bad + "\n", "lon,lat" + ADDED + "\n" + bad + INVALID + "\n");
    }
  }

  @Test
  void readsNumbersWrittenInOtherWays() throws IOException {
    for (String good : List.of("+96.5,20.5", "9.65e1,2.05E+1", "96.50000000000000000001,20.5")) {
      assertJoined("lon,lat\n" + good + "\n", "lon,lat" + ADDED + "\n" + good + WEST + "\n");
    }
  }

  @Test
  void keepsSemicolonsTabsLineBreaksAndByteOrderMark() throws IOException {
    assertJoined(
        "\uFEFFx;y;a,b\r\n96.5;20.5;1,2\r\n96.5;20.5;3,4",
        ("\uFEFFx;y;a,b" + ADDED.replace(',', ';') + "\r\n")
            + ("96.5;20.5;1,2" + WEST.replace(',', ';') + "\r\n")
            + ("96.5;20.5;3,4" + WEST.replace(',', ';')));
    assertJoined(
        "Longitude\tLATITUDE\n96.5\t20.5\n",
        ("Longitude\tLATITUDE" + ADDED + "\n96.5\t20.5" + WEST + "\n").replace(',', '\t'));
    assertJoined("lon,lat\r96.5,20.5\r", "lon,lat" + ADDED + "\r96.5,20.5" + WEST + "\r");
  }

  @Test
  void keepsLineBreaksWithinQuotesAndBlankLines() throws IOException {
    assertJoined(
        "lon,lat,note\n96.5,20.5,\"one\n\ntwo\"\n\n96.5,20.5,x\n\n",
        ("lon,lat,note" + ADDED + "\n96.5,20.5,\"one\n\ntwo\"" + WEST)
            + ("\n\n96.5,20.5,x" + WEST + "\n\n"));
  }

  @Test
  void keepsBytesOfOtherEncodings() throws IOException {
    byte[] latin = "lon,lat,note\n96.5,20.5,Café\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] expected =
        ("lon,lat,note" + ADDED + "\n96.5,20.5,Café" + WEST + "\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    join.join("points.csv", new ByteArrayInputStream(latin), out, Options.DEFAULT, rows -> {});
    assertArrayEquals(expected, out.toByteArray());
  }

  @Test
  void fillsShortRowsUpToTheHeaderAndRefusesLongOnes() throws IOException {
    assertJoined(
        "lon,lat,a,b\n96.5,20.5\n96.5\n",
        "lon,lat,a,b" + ADDED + "\n96.5,20.5,," + WEST + "\n96.5,,," + INVALID + "\n");
    assertRefused(
        "points.csv, line 4: the row has 4 cells, but the header has 3",
        "lon,lat,a\n96.5,20.5,\"x\ny\"\n96.5,20.5,x,y\n",
        Options.DEFAULT);
  }

  @Test
  void takesTheColumnsNamed() throws IOException {
    String text = "lon,lat,East,North\n0,0,96.5,20.5\n";
    assertEquals(
        "lon,lat,East,North" + ADDED + "\n0,0,96.5,20.5" + WEST + "\n",
        joined(text, new Options("east", "North", false)));
    assertRefused("no column \"oost\"; found: lon, lat", text, new Options("oost", "", false));
    assertRefused(
        "no column of latitudes: needed is one of lat, latitude, y, or name it; found: lon, b",
        "lon,b\n1,2\n",
        Options.DEFAULT);
  }

  @Test
  void refusesColumnsOfItsOwnUnlessTheyMayBeOverwritten() throws IOException {
    String text = "lon,basis,lat,unit_name\n96.5,old,20.5,old\n96.5,old\n";
    assertRefused("column unit_name: the file already has this column", text, Options.DEFAULT);
    String once = joined(text, new Options("", "", true));
    assertEquals(
        "lon,basis,lat,unit_name,adm1_pcode,adm2_pcode,adm3_pcode,distance_m\n"
            + "96.5,inside,20.5,West,MMR001,,MMR001001,0\n"
            + "96.5,invalid,,,,,,\n",
        once);
    assertEquals(once, joined(once, new Options("", "", true)));
  }

  @Test
  void refusesWhatIsNoTable() {
    assertRefused("the file is empty", "", Options.DEFAULT);
    assertRefused("found: id", "id\n", Options.DEFAULT);
    assertRefused("line 2: a quote is opened", "lon,lat\n1,\"2\n3,4\n", Options.DEFAULT);
    assertRefused(
        "line 2: the row is longer than 16 MB", "lon,lat\n" + "1".repeat(1 << 25), Options.DEFAULT);
    UnreadableFileException encoding =
        assertThrows(
            UnreadableFileException.class,
            () ->
                join.join(
                    "points.csv",
                    new ByteArrayInputStream("lon,lat\n".getBytes(StandardCharsets.UTF_16)),
                    OutputStream.nullOutputStream(),
                    Options.DEFAULT,
                    rows -> {}));
    assertTrue(encoding.getMessage().contains("UTF-16"), encoding.getMessage());
  }

  @Test
  void doesTheSameWhereverTheInputIsCut() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] pieces = {
      "96.5", "20.5", ",", ",", "\n", "\r\n", "\"a,\n\"\"b\"", "x\"y", "\r", "é", " ", "\"\""
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("lon,lat,a,b,c,d,e,f\n");
      for (int i = 0; i < 60; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      String whole = outcome(new ByteArrayInputStream(bytes));
      String cut = outcome(dripping(bytes, random));
      assertEquals(whole, cut, "seed " + seed + ", round " + round);
    }
  }

  @Test
  void parsesNumbersToTheSameBitsAsJavaDoes() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      String text =
          switch (random.nextInt(4)) {
            case 0 -> Double.toString((random.nextDouble() - 0.5) * 360);
            case 1 -> String.valueOf(random.nextInt(2_000_000) / 1e4);
            case 2 -> Long.toString(random.nextLong());
            default -> random.nextInt(180) + "." + Math.abs(random.nextLong());
          };
      byte[] bytes = (" \"" + text + "\" ").getBytes(StandardCharsets.UTF_8);
      assertEquals(
          Double.parseDouble(text),
          Decimals.parse(bytes, 0, bytes.length),
          text + ", seed " + seed);
    }
  }

  @Test
  void joinsTenMillionRowsInConstantMemory() throws IOException {
    long rows = 10_000_000;
    EndlessPoints in = new EndlessPoints(rows);
    CountingOutput out = new CountingOutput();
    long[] told = {0, 0};
    Counts counts =
        join.join(
            "-",
            in,
            out,
            Options.DEFAULT,
            done -> {
              told[0] = done;
              told[1] = Math.max(told[1], rows - in.rows - done);
            });
    assertEquals(new Counts(rows, rows, 0, 0, 0), counts);
    assertTrue(told[0] > rows - 200_000, "last told of " + told[0]);
    assertTrue(told[1] < 20_000, "held " + told[1] + " rows at once");
    long header = ("lon,lat" + ADDED + "\n").length();
    assertEquals(header + rows * ("96.123456,20.5" + WEST + "\n").length(), out.bytes);
  }

  private void assertJoined(String text, String expected) throws IOException {
    assertEquals(expected, joined(text, Options.DEFAULT));
  }

  private String joined(String text, Options options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    join.join(
        "points.csv",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        out,
        options,
        rows -> {});
    return out.toString(StandardCharsets.UTF_8);
  }

  private Counts counts(String text) throws IOException {
    return join.join(
        "points.csv",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        Options.DEFAULT,
        rows -> {});
  }

  private void assertRefused(String part, String text, Options options) {
    UnreadableFileException thrown =
        assertThrows(UnreadableFileException.class, () -> joined(text, options));
    assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
  }

  private String outcome(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      join.join("points.csv", in, out, Options.DEFAULT, rows -> {});
    } catch (UnreadableFileException e) {
      return e.getMessage();
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Gives one to three bytes at a time. */
  private static InputStream dripping(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, 1 + random.nextInt(3)));
      }
    };
  }

  private static final class CountingOutput extends OutputStream {

    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }

  /** A file of so many rows that never exists as a whole. */
  private static final class EndlessPoints extends InputStream {

    private static final byte[] ROW = "96.123456,20.5\n".getBytes(StandardCharsets.UTF_8);

    private byte[] current = "lon,lat\n".getBytes(StandardCharsets.UTF_8);
    private int at;
    private long rows;

    private EndlessPoints(long rows) {
      this.rows = rows;
    }

    @Override
    public int read() {
      if (at == current.length) {
        if (rows == 0) {
          return -1;
        }
        rows--;
        current = ROW;
        at = 0;
      }
      return current[at++];
    }
  }
}
