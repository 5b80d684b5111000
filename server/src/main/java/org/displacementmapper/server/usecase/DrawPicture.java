package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.layer.View;
import org.displacementmapper.server.picture.Captions;
import org.displacementmapper.server.picture.Look;
import org.displacementmapper.server.picture.PicturePainter;
import org.displacementmapper.server.picture.PictureSize;
import org.displacementmapper.server.picture.Scene;

/**
 * Draws the map of a question as a PNG, kept for the next who asks. All that are drawn at one time
 * have no more pixels than one of the largest size; who would exceed that waits.
 */
public final class DrawPicture {

  /** Distance that the exposure of a map is about. */
  public static final int EXPOSURE_KM = 5;

  private static final int CACHE_BYTES = 16 << 20;
  private static final long WAIT_SECONDS = 10;

  /** 16 million pixels, which take some 80 MB while they are drawn. */
  private static final int MOST_PIXELS =
      new PictureSize(PictureSize.MOST, PictureSize.MOST, PictureSize.MOST_SCALE).pixels();

  /**
   * @param question whose incidents are marked
   * @param selected P-code of the unit, or key of the incident, that stands out
   * @param at part of the map; empty: the whole country
   * @param groups whether the groups of the UN are outlined
   * @param language of the words, which the caller brings
   */
  public record Request(
      Question question,
      PictureSize size,
      Look look,
      int level,
      UnitMeasure measure,
      Optional<String> selected,
      Optional<Scene.Position> at,
      boolean groups,
      String language) {

    /**
     * The question whose figures shade and head the map: as on the page, no filter changes them.
     */
    public Question countedQuestion() {
      return question.unfiltered();
    }
  }

  /** Too many pictures are being drawn. */
  public static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BusyException() {
      super("too many pictures are being drawn");
    }
  }

  /**
   * Whom a picture names.
   *
   * @param incidents sources and licences of the incidents, that of the estimate first
   * @param map whose boundaries it shows
   * @param policy how the operator loosened the publication; empty if not at all
   */
  public record Sources(String incidents, String map, String policy) {}

  private record Key(String edition, Request request) {}

  private final Views views;
  private final PictureScenes scenes;
  private final Semaphore pixels = new Semaphore(MOST_PIXELS, true);
  private final Cache<Key, byte[]> pictures =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .<Key, byte[]>weigher((key, picture) -> picture.length + 512)
          .build();

  public DrawPicture(Views views, Catalogs catalogs, Exposures exposures) {
    this.views = views;
    this.scenes = new PictureScenes(catalogs, exposures);
  }

  /** Fails like {@link #draw} but draws nothing; returns the version that would be drawn. */
  public String check(Request request) {
    Dataset dataset = views.view(request.question()).dataset();
    if (dataset.boundaries().units(request.level()).isEmpty()) {
      throw new UnknownException(
          "No units of level " + request.level() + " are loaded.",
          "Loaded: " + dataset.boundaries().levels() + ".");
    }
    request
        .selected()
        .filter(selected -> !PictureScenes.knows(dataset, selected))
        .ifPresent(
            selected -> {
              throw new BadQuestionException(
                  "selected",
                  selected,
                  "the P-code of a loaded unit, such as "
                      + String.join(
                          ", ",
                          dataset.boundaries().pcodes(request.level()).stream().limit(3).toList())
                      + ", or the source:id of an incident is allowed.");
            });
    return dataset.version().toString();
  }

  public Sources sources(Question question) {
    View view = views.view(question);
    Dataset dataset = view.dataset();
    Set<String> marked = new TreeSet<>();
    view.placements().forEach(placement -> marked.add(placement.incident().source()));
    Set<String> sources = new LinkedHashSet<>(Set.of(view.request().source()));
    sources.addAll(marked);
    return new Sources(
        sources.stream()
            .map(source -> Credits.brief(dataset, source))
            .collect(Collectors.joining("; ")),
        Credits.briefMap(dataset),
        dataset.policy().loosened() ? dataset.policy().text() : "");
  }

  /** The picture, the same array for the same version and request: not to be changed. */
  public byte[] draw(Request request, PictureWords words) {
    View view = views.view(request.question());
    Key key = new Key(view.dataset().edition(), request);
    byte[] kept = pictures.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    int wanted = request.size().pixels();
    acquire(wanted);
    try {
      // Again: whoever was waited for may have drawn the same.
      return pictures.get(key, missing -> paint(request, view, words));
    } finally {
      pixels.release(wanted);
    }
  }

  private byte[] paint(Request request, View view, PictureWords words) {
    Scene scene = scenes.scene(request, view, views.view(request.countedQuestion()), words);
    Captions captions = words.captions(scene);
    return PicturePainter.png(request.size(), request.look(), scene, captions);
  }

  private void acquire(int wanted) {
    try {
      if (!pixels.tryAcquire(wanted, WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new BusyException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BusyException();
    }
  }
}
