package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.displacementmapper.dataset.AirFilter;
import org.displacementmapper.displacement.Evidence;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.picture.Look;
import org.displacementmapper.server.picture.PictureSize;
import org.displacementmapper.server.picture.Scene;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.DrawPicture;
import org.displacementmapper.server.usecase.Question;
import org.displacementmapper.server.usecase.UnitMeasure;

/** The picture of a state of the page, for links, slow connections and reports. */
final class PictureRoutes implements Routes {

  static final String PNG = "image/png";

  private static final String RETRY_SECONDS = "10";
  private static final int MOST_ZOOM = 14;
  private static final String AT =
      "zoom/latitude/longitude is allowed, such as 7/19.6/97.2: zoom 0 to " + MOST_ZOOM + ".";

  private static final List<String> AIR = List.of("documented", "mentioned", "any", "all");
  private static final List<String> SWITCH = List.of("0", "1");
  private static final List<String> THEMES = List.of("light", "dark");

  private static final List<Param> PARAMS = params();

  private final DrawPicture drawPicture;
  private final Comparisons comparisons;
  private final Map<String, PageWords> words = new ConcurrentHashMap<>();

  PictureRoutes(DrawPicture drawPicture, Comparisons comparisons) {
    this.drawPicture = drawPicture;
    this.comparisons = comparisons;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(
            "/map.png",
            "getPicture",
            "The map of a state of the page as a picture, with legend, date, interval, sources and"
                + " what it is not for. Below 300 pixels of width it is map and date alone: whoever"
                + " shows it writes the rest beside it.",
            PARAMS,
            List.of(PNG),
            "",
            this::picture));
  }

  private static List<Param> params() {
    List<Param> params = new ArrayList<>();
    params.add(pixels("width", PictureSize.SHARED.width()));
    params.add(pixels("height", PictureSize.SHARED.height()));
    params.add(
        Param.query(
            "scale",
            Map.of("type", "integer", "minimum", 1, "maximum", PictureSize.MOST_SCALE),
            "2 draws every pixel as four, for screens with small ones. Default 1."));
    Param.QUESTION.stream()
        .filter(param -> !param.name().equals(Param.AIR.name()))
        .forEach(params::add);
    params.add(
        choice(
            "air",
            AIR,
            "Incidents that are marked: documented air attacks (default, a sample), those mentioned"
                + " in a headline, either, or all recorded incidents."));
    params.add(Param.LEVEL);
    params.add(
        choice(
            "measure",
            UnitMeasure.words(),
            "What shades the units: people displaced by our estimate (default), the same per 1,000"
                + " people, our estimate as a multiple of the UN figure, the UN figure, incidents,"
                + " people killed, or people living within "
                + DrawPicture.EXPOSURE_KM
                + " km of incidents. An allocation is no multiple of the UN figure that it shares out:"
                + " with it, ratio is answered as estimate."));
    params.add(
        Param.query(
            "selected",
            Map.of("type", "string"),
            "P-code of a unit, or source:id of an incident, that stands out."));
    params.add(
        Param.query(
            "at",
            Map.of("type", "string"),
            "Part of the map as zoom/latitude/longitude, as in the page's address. Default: the"
                + " whole country."));
    params.add(
        choice(
            "groups",
            SWITCH,
            "1: the groups of states for which the UN prints one total, outlined, with the last total"
                + " up to as_of. Default 0."));
    params.add(choice("lang", Languages.TAGS, "Language: English (default) or Burmese."));
    params.add(choice("theme", THEMES, "Colours of the light (default) or the dark mode."));
    return List.copyOf(params);
  }

  private static Param pixels(String name, int missing) {
    return Param.query(
        name,
        Map.of("type", "integer", "minimum", PictureSize.LEAST, "maximum", PictureSize.MOST),
        "Pixels at scale 1. Default " + missing + ".");
  }

  private static Param choice(String name, List<String> words, String text) {
    return Param.query(name, Map.of("type", "string", "enum", words), text);
  }

  private void picture(Context context, Parameters parameters) {
    DrawPicture.Request request = request(parameters);
    String version = drawPicture.check(request);
    Answers.stream(
        context,
        version,
        PNG,
        Answers.DATA,
        out -> out.write(drawPicture.draw(request, captions(request))));
  }

  private PictureCaptions captions(DrawPicture.Request request) {
    return new PictureCaptions(
        words.computeIfAbsent(request.language(), PageWords::of),
        request,
        comparisons.compare(request.countedQuestion()),
        drawPicture.sources(request.question()));
  }

  /** What these parameters ask for; a {@link Problem} if one is not allowed. */
  static DrawPicture.Request request(Parameters parameters) {
    String air = parameters.choice("air", AIR);
    Question question =
        parameters.without("air").question().withAir(AirFilter.find(air).orElse(AirFilter.ALL));
    PictureSize size =
        new PictureSize(
            pixels(parameters, "width", PictureSize.SHARED.width()),
            pixels(parameters, "height", PictureSize.SHARED.height()),
            parameters.integer("scale", 1, 1, PictureSize.MOST_SCALE));
    UnitMeasure asked =
        UnitMeasure.find(parameters.choice("measure", UnitMeasure.words())).orElseThrow();
    UnitMeasure measure =
        PageAddress.has(question.product().orElse(Product.INDEPENDENT), asked)
            ? asked
            : UnitMeasure.ESTIMATE;
    return new DrawPicture.Request(
        question,
        size,
        parameters.choice("theme", THEMES).equals("dark") ? Look.DARK : Look.LIGHT,
        parameters.integer("level", Evidence.FIRST_LEVEL, 1, 3),
        measure,
        parameters.find("selected"),
        parameters.find("at").map(PictureRoutes::position),
        parameters.choice("groups", SWITCH).equals("1"),
        parameters.choice("lang", Languages.TAGS));
  }

  private static int pixels(Parameters parameters, String name, int missing) {
    return parameters.integer(name, missing, PictureSize.LEAST, PictureSize.MOST);
  }

  private static Scene.Position position(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length == 3) {
      try {
        double zoom = Double.parseDouble(parts[0]);
        double lat = Double.parseDouble(parts[1]);
        double lon = Double.parseDouble(parts[2]);
        if (zoom >= 0 && zoom <= MOST_ZOOM && Math.abs(lat) <= 85 && Math.abs(lon) <= 180) {
          return new Scene.Position(zoom, lat, lon);
        }
      } catch (NumberFormatException e) {
        throw Problem.badParameter("at", text, AT);
      }
    }
    throw Problem.badParameter("at", text, AT);
  }

  static Problem busy() {
    return Problem.busy(
        RETRY_SECONDS, "Too many pictures are being drawn. Ask again in " + RETRY_SECONDS + " s.");
  }
}
