package org.displacementmapper.server.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The page's own fonts, Noto Sans and Noto Sans Myanmar (SIL Open Font Licence 1.1), out of the web
 * module: pictures need no font of the machine. Read when the first text is drawn. Immutable.
 */
final class Fonts {

  private static final class Read {
    static final Fonts FONTS = new Fonts();
  }

  private final List<Font> regular = read("400");
  private final List<Font> semibold = read("600");

  private Fonts() {}

  static Fonts fonts() {
    return Read.FONTS;
  }

  /** The font that draws this character, about 1 high: the first that has it, else the first. */
  Font of(int codePoint, boolean bold) {
    List<Font> candidates = bold ? semibold : regular;
    return candidates.stream()
        .filter(font -> font.canDisplay(codePoint))
        .findFirst()
        .orElse(candidates.get(0));
  }

  /**
   * Latin first: digits and signs are those of Noto Sans also between Burmese words. Java takes
   * fonts of one family, style and size for the same, also from different files, so each has a size
   * of its own, by a hair.
   */
  private static List<Font> read(String weight) {
    return List.of(
        font("noto-sans-latin-" + weight),
        font("noto-sans-myanmar-myanmar-" + weight).deriveFont(1.0005f),
        font("noto-sans-latin-ext-" + weight).deriveFont(1.001f));
  }

  private static Font font(String name) {
    String resource = "/web/fonts/" + name + ".ttf";
    try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "the program was built without "
                + resource
                + ": build the web module, then the server");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + resource, failure);
    } catch (FontFormatException failure) {
      throw new IllegalStateException(resource + " is no font", failure);
    }
  }
}
