package org.displacementmapper.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.AirFilter;
import org.displacementmapper.dataset.IncidentFilter;
import org.displacementmapper.server.TestServer;
import org.displacementmapper.server.picture.Borders;
import org.displacementmapper.server.picture.Captions;
import org.displacementmapper.server.picture.Look;
import org.displacementmapper.server.picture.PictureSize;
import org.displacementmapper.server.picture.Run;
import org.displacementmapper.server.picture.Scene;
import org.displacementmapper.server.usecase.DrawPicture;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnitMeasure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

class PictureCaptionsTest {

  private static final Scene ONE_MARK =
      new Scene(
          new Envelope(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Borders.of(List.of()),
          List.of(),
          List.of(),
          List.of(new Scene.Spot(97, 20, true, false)),
          List.of());

  @TempDir static Path data;
  private static TestServer server;

  @BeforeAll
  static void open() {
    server = TestServer.over(data);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void saysThatIncidentsAreFiltered() {
    String all = captions(IncidentFilter.NONE).legend().marks();
    assertEquals("Recorded incidents, 1 February 2021 to 31 January 2022", all);
    assertEquals(all + ", filtered", captions(killed(50)).legend().marks());
    assertFalse(captions(air()).legend().marks().contains("filtered"), "it has words of its own");
  }

  @Test
  void titlesIncidentsAsThePageShadesThemWhateverIsFiltered() {
    assertEquals(
        "Incidents of the source of the estimate, 1 February 2021 to 31 January 2022",
        captions(air()).legend().title());
    assertEquals(captions(killed(50)).legend().title(), captions(air()).legend().title());
  }

  @Test
  void namesTheSourcesOfTheMarks() {
    String list = "displacement-mapper's list of documented air attacks";
    String documented = credits(captions(air()));
    assertTrue(documented.contains("UCDP GED 24.1, CC BY 4.0; " + list), documented);
    String ucdp = credits(captions(only("ucdp")));
    assertFalse(ucdp.contains(list), ucdp);
  }

  private static IncidentFilter air() {
    return IncidentFilter.of(AirFilter.DOCUMENTED);
  }

  private static IncidentFilter killed(int least) {
    return new IncidentFilter(AirFilter.ALL, Set.of(), Set.of(), Set.of(), least, "");
  }

  private static IncidentFilter only(String source) {
    return new IncidentFilter(AirFilter.ALL, Set.of(source), Set.of(), Set.of(), 0, "");
  }

  private static String credits(Captions captions) {
    return captions.credits().stream().map(Run::text).collect(Collectors.joining());
  }

  private static Captions captions(IncidentFilter filter) {
    Question asked = Question.DEFAULT;
    Question question =
        new Question(
            asked.asOf(),
            asked.cutoff(),
            asked.product(),
            asked.source(),
            asked.from(),
            asked.to(),
            filter,
            asked.pcodes(),
            asked.bbox(),
            asked.version());
    DrawPicture.Request request =
        new DrawPicture.Request(
            question,
            PictureSize.SHARED,
            Look.LIGHT,
            1,
            UnitMeasure.INCIDENTS,
            Optional.empty(),
            Optional.empty(),
            false,
            PageWords.ENGLISH);
    return new PictureCaptions(
            PageWords.of(PageWords.ENGLISH),
            request,
            server.useCases().comparisons().compare(request.countedQuestion()),
            server.useCases().drawPicture().sources(question))
        .captions(ONE_MARK);
  }
}
