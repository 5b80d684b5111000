package org.displacementmapper.server.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.displacementmapper.server.usecase.Comparisons;
import org.displacementmapper.server.usecase.DrawPicture;

/**
 * Finds the picture that belongs to a state of the page. Immutable, safe for use by many threads.
 */
record PagePictures(Comparisons comparisons, DrawPicture drawPicture, PublicUrl publicUrl) {

  /**
   * @param version that the page shows; empty: the newest
   * @param figures that the page shows
   */
  PagePicture of(
      PageWords words,
      Context context,
      PageState state,
      Optional<String> version,
      PageFigures figures) {
    return new PagePicture(
        words.withLeastPeople(figures.leastPeople()),
        publicUrl.of(context),
        PictureState.of(state, version, figures.asOf(), drawPicture, comparisons));
  }
}
