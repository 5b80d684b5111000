package org.displacementmapper.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.displacementmapper.feature.Feature;
import org.displacementmapper.feature.Field;
import org.displacementmapper.feature.Schema;
import org.displacementmapper.feature.UnreadableFileException;
import org.displacementmapper.testing.Shared;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;

class KmlFormatTest {

  private static final String START =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">"
          + "<Document>\n";
  private static final String END = "</Document></kml>";

  @Test
  void readsPlacemarksWithTheirData() {
    String file =
        START
            + "<Schema name=\"s\" id=\"s\"><SimpleField type=\"int\" name=\"killed\"/></Schema>"
            + "<Folder><name>not this</name>"
            + "<Placemark id=\"p1\"><name>ရွှေ</name><description><![CDATA[<b>x</b>]]></description>"
            + "<Style><LineStyle/></Style><ExtendedData><Data name=\"date\"><displayName>d</displayName>"
            + "<value>2021-02-01</value></Data><SchemaData schemaUrl=\"#s\">"
            + "<SimpleData name=\"killed\"> 12 </SimpleData></SchemaData></ExtendedData>"
            + "<Point><coordinates> 96.5,20.25,100 </coordinates></Point></Placemark></Folder>\n"
            + "<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>\n95,20 99,20\t99,24 95,24"
            + " 95,20</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing>"
            + "<coordinates>96,21 97,21 97,22 96,21</coordinates></LinearRing></innerBoundaryIs>"
            + "</Polygon></Placemark>"
            + "<Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point>"
            + "<LineString><coordinates>1,2 3,4</coordinates></LineString></MultiGeometry></Placemark>"
            + "<Placemark><name>nowhere</name></Placemark>"
            + END;
    Reading read = Reading.of("a.csv", file);
    assertEquals(List.of(), read.issues());
    Feature first = read.features().get(0);
    assertEquals("p1", first.id());
    assertEquals(
        "{name=ရွှေ, description=<b>x</b>, date=2021-02-01, killed=12}", "" + first.values());
    assertEquals("POINT (96.5 20.25)", first.geometry().toText());
    assertEquals(
        "POLYGON ((95 20, 99 20, 99 24, 95 24, 95 20), (96 21, 97 21, 97 22, 96 21))",
        read.features().get(1).geometry().toText());
    assertEquals(
        "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (1 2, 3 4))",
        read.features().get(2).geometry().toText());
    assertEquals(4, read.features().size());
    assertEquals(List.of("name", "description", "date", "killed"), read.schema().names());
  }

  @Test
  void leavesOutWhatIsWrongAndGoesOn() {
    String file =
        START
            + placemark("<Point><coordinates>96.5 20.25</coordinates></Point>")
            + placemark("<Point><coordinates>NaN,20</coordinates></Point>")
            + placemark("<LineString><coordinates>1,2</coordinates></LineString>")
            + placemark("<Polygon/>")
            + placemark("<MultiGeometry/>")
            + placemark("<MultiGeometry>".repeat(500) + "</MultiGeometry>".repeat(500))
            + placemark("<Point><coordinates>200,20</coordinates></Point>")
            + placemark("<Point><coordinates>96,20</coordinates></Point>")
            + END;
    Reading read = Reading.of("a.kml", file);
    assertEquals(2, read.features().size());
    assertEquals(
        "a.kml, line 3, column geometry: placemark 1 was left out: \"96.5\" is no position:"
            + " write longitude,latitude without blanks between them",
        read.issues().get(0));
    assertEquals(6, read.issues().size(), "" + read.issues());
  }

  @Test
  void opensNoOtherFile() {
    assertRefused(
        "declares a document type",
        "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + "<kml><Placemark><name>&x;</name></Placemark></kml>");
    assertRefused(
        "declares a document type",
        "<!DOCTYPE kml SYSTEM \"http://127.0.0.1:1/a.dtd\"><kml><Placemark/></kml>");
    StringBuilder bomb = new StringBuilder("<!DOCTYPE kml [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 40; i++) {
      bomb.append("<!ENTITY a" + i + " \"&a" + (i - 1) + ";&a" + (i - 1) + ";\">");
    }
    assertRefused("document type", bomb + "]><kml><Placemark><name>&a39;</name></Placemark></kml>");
  }

  @Test
  void saysWhereTheXmlIsBroken() {
    assertRefused("a.kml, line 4: this is no valid XML", START + "<Placemark>\n</Folder>");
    assertRefused("this is no valid XML", START + "<Placemark>");
    assertRefused("this is no valid XML", START + "<name>&nbsp;</name>" + END);
  }

  @Test
  void readsWhatItWrites() throws IOException {
    Schema schema =
        Schema.of(
            new Field("name", Field.Type.TEXT, ""),
            new Field("killed", Field.Type.INTEGER, ""),
            new Field("ratio", Field.Type.NUMBER, ""),
            new Field("public", Field.Type.BOOLEAN, ""));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "<&> \"ကချင်\" \u0001");
    values.put("killed", 3L);
    values.put("ratio", 0.1);
    values.put("public", true);
    Feature feature =
        Feature.of(
            "MMR001",
            new GeometryFactory().createPoint(new org.locationtech.jts.geom.Coordinate(96.5, 20)),
            values);
    Feature nowhere = Feature.of("MMR002", null, Map.of());
    Map<String, Object> about = Map.of("credits", List.of("UCDP", "OCHA <x>"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new KmlFormat().write(schema, List.of(feature, nowhere).stream(), about, out);
    String text = out.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("<description>credits:\n- UCDP\n- OCHA &lt;x&gt;\n"), text);
    Reading read = Reading.of("a.kml", text);
    assertEquals(List.of(), read.issues());
    assertEquals("MMR001", read.features().get(0).id());
    assertEquals(
        Arrays.asList("<&> \"ကချင်\" ?", 3L, 0.1, true),
        new ArrayList<>(read.features().get(0).values().values()));
    assertEquals("POINT (96.5 20)", read.features().get(0).geometry().toText());
    assertEquals(2, read.features().size());
  }

  @Test
  void keepsTheTownships() throws IOException {
    Reading json = Reading.of(Shared.file("boundaries/mmr_adm3_mimu_v93.geojson"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new KmlFormat().write(json.schema(), json.features().stream(), out);
    Reading kml = Reading.of("a.kml", out.toByteArray());
    assertEquals(List.of(), kml.issues());
    assertEquals(330, kml.features().size());
    for (int i = 0; i < 330; i++) {
      Feature one = json.features().get(i);
      Feature other = kml.features().get(i);
      assertTrue(one.geometry().equalsExact(other.geometry()), one.text("TS"));
      one.values().forEach((name, value) -> assertEquals(value, other.values().get(name)));
    }
  }

  private static String placemark(String geometry) {
    return "<Placemark>" + geometry + "</Placemark>\n";
  }

  private static void assertRefused(String message, String file) {
    String found =
        assertThrows(UnreadableFileException.class, () -> Reading.of("a.kml", file)).getMessage();
    assertTrue(found.contains(message), found);
  }
}
