package org.displacementmapper.join;

import java.util.ArrayList;
import java.util.List;
import org.displacementmapper.boundary.Boundaries;

/** What a unit is called: in its release, in Burmese, and in every other spelling that we know. */
public final class Spellings {

  private Spellings() {}

  /** All spellings of the name of a unit, such as Kayah and Karenni; without doubles. */
  public static List<String> of(String pcode, Boundaries boundaries) {
    List<String> spellings = new ArrayList<>(List.of(boundaries.name(pcode)));
    if (!boundaries.nameMy(pcode).isEmpty()) {
      spellings.add(boundaries.nameMy(pcode));
    }
    spellings.addAll(Aliases.SHIPPED.spellings(pcode));
    for (String member : boundaries.members(pcode)) {
      spellings.addAll(Aliases.SHIPPED.spellings(member));
    }
    return spellings.stream().distinct().toList();
  }
}
