package org.displacementmapper.server.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs of words as one text of one size, ready to be broken into lines. Each character has the font
 * that can draw it, so that Burmese is shaped by its own. Not for blank texts.
 */
final class Text {

  static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** Lines of Burmese need more room: signs stand above and below. */
  private static final double BURMESE_LINE = 1.6;

  private static final double LATIN_LINE = 1.36;

  /** One line, and what it says. */
  record Line(TextLayout layout, String text) {}

  private final String words;
  private final AttributedString styled;
  private final double size;

  Text(List<Run> runs, double size, Look look) {
    this.words = runs.stream().map(Run::text).collect(Collectors.joining());
    this.styled = new AttributedString(words);
    this.size = size;
    int start = 0;
    for (Run run : runs) {
      int end = start + run.text().length();
      if (end > start) {
        Color colour = look.colour(run.colour());
        styled.addAttribute(TextAttribute.FOREGROUND, colour, start, end);
        addFonts(run, start);
      }
      start = end;
    }
  }

  static Text of(String words, boolean bold, String colour, double size, Look look) {
    return new Text(List.of(new Run(words, bold, colour)), size, look);
  }

  /** Stretches of one font; a joiner or a sign that combines stays with what it follows. */
  private void addFonts(Run run, int offset) {
    String text = run.text();
    int from = 0;
    Font before = null;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int codePoint = text.codePointAt(i);
      Font font = Fonts.fonts().of(codePoint, run.bold());
      boolean joins = before != null && (codePoint == 0x200C || codePoint == 0x200D);
      if (joins || font.equals(before)) {
        continue;
      }
      if (before != null) {
        addFont(before, offset + from, offset + i);
      }
      before = font;
      from = i;
    }
    addFont(before, offset + from, offset + text.length());
  }

  private void addFont(Font font, int from, int to) {
    styled.addAttribute(
        TextAttribute.FONT, font.deriveFont((float) size * font.getSize2D()), from, to);
  }

  String words() {
    return words;
  }

  double size() {
    return size;
  }

  double lineHeight() {
    boolean burmese = words.codePoints().anyMatch(Text::isBurmese);
    return size * (burmese ? BURMESE_LINE : LATIN_LINE);
  }

  static boolean isBurmese(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.MYANMAR;
  }

  /** The whole text as one line, however long. */
  Line line() {
    return new Line(new TextLayout(styled.getIterator(), CONTEXT), words);
  }

  /** Lines that are at most so wide, broken between words wherever a word fits. */
  List<Line> lines(double width) {
    LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), CONTEXT);
    List<Line> lines = new ArrayList<>();
    while (measurer.getPosition() < words.length()) {
      int from = measurer.getPosition();
      TextLayout layout = measurer.nextLayout((float) Math.max(width, size));
      lines.add(new Line(layout, words.substring(from, measurer.getPosition())));
    }
    return lines;
  }

  double width() {
    return line().layout().getAdvance();
  }
}
