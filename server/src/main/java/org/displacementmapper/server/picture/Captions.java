package org.displacementmapper.server.picture;

import java.util.List;
import java.util.Optional;

/**
 * What is written beside a map, in one language; the picture leaves out what has no room, in the
 * order of {@link PanelPainter}, but never headline, interval and credits.
 *
 * @param digits the ten digits of the language, from nothing to nine, for counts
 * @param date of the estimate, short
 * @param kicker above the headline: what, where, when
 * @param interval the 80 % interval as a sentence
 * @param scale the national figures on an axis
 * @param note what a reader should beware of
 * @param credits product, cut-off, sources, what it is not for, data version
 */
public record Captions(
    String digits,
    String date,
    List<Run> kicker,
    List<Run> headline,
    List<Run> interval,
    Optional<Scale> scale,
    List<Run> note,
    Legend legend,
    List<Run> credits) {

  public Captions {
    kicker = List.copyOf(kicker);
    headline = List.copyOf(headline);
    interval = List.copyOf(interval);
    note = List.copyOf(note);
    credits = List.copyOf(credits);
  }

  /**
   * Our estimate and the UN figure on an axis from 0.
   *
   * @param un empty if there is none
   * @param low80Text the limit in words, written above it
   * @param ticks ascending from 0, the last is the end of the axis
   */
  public record Scale(
      long best,
      long low80,
      long high80,
      long low95,
      long high95,
      Optional<Long> un,
      String low80Text,
      String high80Text,
      List<Tick> ticks) {

    public Scale {
      ticks = List.copyOf(ticks);
    }
  }

  /**
   * @param text empty for a line alone
   */
  public record Tick(long value, String text) {}

  /**
   * @param colours names of the colours of the classes, ascending
   * @param breaks in words, one fewer than colours
   * @param marks which incidents are marked; empty if none
   * @param groups what the outlines of groups are; empty if none
   */
  public record Legend(
      String title,
      List<String> colours,
      List<String> breaks,
      String marks,
      List<Key> keys,
      List<Key> groups) {

    public Legend {
      colours = List.copyOf(colours);
      breaks = List.copyOf(breaks);
      keys = List.copyOf(keys);
      groups = List.copyOf(groups);
    }
  }

  /** A sign and what it means. */
  public record Key(Sign sign, String text) {}

  public enum Sign {
    HATCH,
    EXACT,
    NEAR,
    SEVERAL,
    AREA,
    GROUP
  }
}
