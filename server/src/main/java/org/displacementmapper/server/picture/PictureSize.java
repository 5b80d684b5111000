package org.displacementmapper.server.picture;

/**
 * How large a picture is.
 *
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 * @param scale 1, or 2 for screens with small pixels
 */
public record PictureSize(int width, int height, int scale) {

  public static final int LEAST = 150;
  public static final int MOST = 2000;
  public static final int MOST_SCALE = 2;

  /** What sites that show a link ask for. */
  public static final PictureSize SHARED = new PictureSize(1200, 630, 1);

  public PictureSize {
    if (width < LEAST || width > MOST || height < LEAST || height > MOST) {
      throw new IllegalArgumentException(
          "a side must be " + LEAST + " to " + MOST + ", were " + width + " and " + height);
    }
    if (scale < 1 || scale > MOST_SCALE) {
      throw new IllegalArgumentException("scale must be 1 or " + MOST_SCALE + ", was " + scale);
    }
  }

  /** Pixels of the file, all together. */
  public int pixels() {
    return width * height * scale * scale;
  }
}
