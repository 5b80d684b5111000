package org.displacementmapper.server.usecase;

import java.util.List;
import java.util.Map;
import org.displacementmapper.server.picture.Captions;
import org.displacementmapper.server.picture.Scene;

/** The words of a picture in its language; asked for when it is drawn. */
public interface PictureWords {

  /** Whether units have their Burmese names, where these are known. */
  boolean isBurmese();

  /** The name of a sea or a neighbour. */
  String placeName(String key);

  /**
   * What stands under the name of a unit.
   *
   * @param complete whether the figure covers the whole unit
   */
  String unFigure(long people, boolean complete);

  /**
   * What stands at a group of the UN, in lines.
   *
   * @param values as its layer has them
   */
  List<String> group(Map<String, Object> values);

  /**
   * What stands beside the map.
   *
   * @param scene what it shows
   */
  Captions captions(Scene scene);
}
