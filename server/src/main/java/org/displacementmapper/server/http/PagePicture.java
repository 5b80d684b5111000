package org.displacementmapper.server.http;

import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.img;
import static j2html.TagCreator.link;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.picture;
import static j2html.TagCreator.small;
import static j2html.TagCreator.text;

import j2html.TagCreator;
import j2html.tags.DomContent;
import j2html.tags.specialized.MetaTag;
import j2html.tags.specialized.SourceTag;
import java.util.LinkedHashMap;
import java.util.Map;
import org.displacementmapper.displacement.Product;
import org.displacementmapper.server.picture.PictureSize;

/**
 * The server's picture of the page's state: in the page until there is a map in its place, and in
 * what other sites show of a link to the page. Immutable.
 *
 * @param base address of this server, without a slash at the end
 */
record PagePicture(PageWords words, String base, PictureState state) {

  /**
   * Beside its legend on a phone: map and date alone. At scale 2 it would weigh 27 kB instead of
   * 11.
   */
  private static final Size NARROW = new Size(150, 293);

  /** In a frame that is no phone, beside its table. */
  private static final Size FRAMED = new Size(260, 380);

  /** In the place of the map on wide screens: with legend, sources and disclaimer. */
  private static final Size WIDE = new Size(540, 660);

  private static final String IS_WIDE = "(min-width: 900px)";
  private static final String IS_WIDE_FRAME = "(min-width: 560px)";
  private static final String IS_DARK = "(prefers-color-scheme: dark)";

  private record Size(int width, int height) {

    String query() {
      return "width=" + width + "&height=" + height;
    }
  }

  /** Fetched only where the style shows it: there, the map does not load by itself. */
  DomContent html() {
    return html(IS_WIDE, WIDE);
  }

  /** The same for the page in a frame. */
  DomContent framed() {
    return html(IS_WIDE_FRAME, FRAMED);
  }

  private DomContent html(String isLarge, Size large) {
    return each(
        picture(
                source(isLarge + " and " + IS_DARK, large, "dark"),
                source(isLarge, large, "light"),
                TagCreator.source().withMedia(IS_DARK).withSrcset(of(NARROW, "dark")),
                img()
                    .withAlt(alt())
                    .withWidth(String.valueOf(NARROW.width()))
                    .withHeight(String.valueOf(NARROW.height()))
                    .attr("loading", "lazy")
                    .attr("decoding", "async")
                    .withSrc(of(NARROW, "light")))
            .withClass("map-picture"),
        button(text(words.text("map.open") + " "), small(words.text("map.size")))
            .withType("button")
            .withClass("map-open"));
  }

  /**
   * What oEmbed tells of a picture of the view: its address and size; empty where there is less
   * room than the smallest picture takes.
   *
   * @param maxWidth most CSS pixels
   */
  Map<String, Object> thumbnail(int maxWidth, int maxHeight) {
    int width = Math.min(PictureSize.SHARED.width(), maxWidth);
    int height = Math.min(PictureSize.SHARED.height(), maxHeight);
    if (Math.min(width, height) < PictureSize.LEAST) {
      return Map.of();
    }
    String address = state.address("map.png", new Size(width, height).query(), language());
    Map<String, Object> thumbnail = new LinkedHashMap<>();
    thumbnail.put("thumbnail_url", base + "/" + address);
    thumbnail.put("thumbnail_width", width);
    thumbnail.put("thumbnail_height", height);
    return thumbnail;
  }

  private SourceTag source(String media, Size size, String theme) {
    return TagCreator.source()
        .withMedia(media)
        .withSrcset(of(size, theme))
        .attr("width", size.width())
        .attr("height", size.height());
  }

  private String of(Size size, String theme) {
    return state.address(
        "map.png", size.query(), theme.equals("light") ? "" : "theme=" + theme, language());
  }

  private String language() {
    return words.language().equals(PageWords.ENGLISH) ? "" : "lang=" + words.language();
  }

  /** What the picture shows, for who does not see it. */
  String alt() {
    PageFigures figures = state.figures();
    PageFigures.Range range = figures.national().displaced();
    Map<String, String> values =
        Map.of(
            "measure", words.text(words.of(state.product(), "measure." + state.measure().word())),
            "date", words.day(figures.asOf()),
            "product", words.text("map.product." + state.product().word()),
            "estimate", words.people(range.best()),
            "low", words.people(range.low80()),
            "high", words.people(range.high80()));
    return state.product() == Product.ALLOCATION
        ? words.text("picture.alt.allocation", values)
        : words.text("picture.alt", values);
  }

  /**
   * For the page's head: what other sites show of a link, and the addresses of the same page.
   *
   * @param asked whether the address chose the language
   */
  DomContent head(boolean asked) {
    String title = words.text("title", Map.of("date", words.day(state.figures().asOf())));
    String image = base + "/" + state.address("map.png", language());
    String page = base + "/" + state.address("", asked ? "lang=" + words.language() : "");
    return each(
        link().withRel("canonical").withHref(page),
        each(
            Languages.TAGS,
            tag ->
                link()
                    .withRel("alternate")
                    .attr("hreflang", tag)
                    .withHref(base + "/" + state.address("", "lang=" + tag))),
        link()
            .withRel("alternate")
            .attr("hreflang", "x-default")
            .withHref(base + "/" + state.address("")),
        property("og:type", "website"),
        property("og:site_name", words.text("product")),
        property("og:locale", words.language().equals(PageWords.BURMESE) ? "my_MM" : "en_GB"),
        property("og:url", page),
        property("og:title", title),
        property("og:description", description()),
        property("og:image", image),
        property("og:image:type", PictureRoutes.PNG),
        property("og:image:width", String.valueOf(PictureSize.SHARED.width())),
        property("og:image:height", String.valueOf(PictureSize.SHARED.height())),
        property("og:image:alt", alt()),
        meta().withName("twitter:card").withContent("summary_large_image"));
  }

  private static MetaTag property(String name, String content) {
    return meta().attr("property", name).withContent(content);
  }

  /** Never an estimate alone: with it go its kind, interval, date and the UN figure. */
  private String description() {
    PageFigures figures = state.figures();
    String un =
        figures.national().un() == null
            ? words.text("share.un.none")
            : words.text("share.un", Map.of("un", words.number(figures.national().un())));
    return un
        + " "
        + alt()
        + " "
        + words.text(
            words.of(state.product(), "share.source"),
            Map.of(
                "cutoff", words.day(figures.cutoff()),
                "version", figures.version()));
  }
}
