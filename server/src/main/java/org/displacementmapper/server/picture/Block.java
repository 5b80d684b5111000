package org.displacementmapper.server.picture;

/**
 * A part of a column of words. Measured and drawn at any size, so that a column can be made to fit.
 */
interface Block {

  /**
   * How high it is.
   *
   * @param unit factor to all lengths; 1 in a column 720 wide
   */
  double height(double width, double unit);

  void paint(Pen pen, double x, double y, double width, double unit);
}
