/**
 * Pictures of the map: pure drawing with Java2D of what is handed over, in the colours, classes and
 * places of names that the page uses too. Central types: {@link
 * org.displacementmapper.server.picture.Scene} (what the map shows), {@link
 * org.displacementmapper.server.picture.Captions} (what is written beside it) and {@link
 * org.displacementmapper.server.picture.PicturePainter}.
 *
 * <p>Lengths are pixels of a picture of scale 1. May import geodata only.
 */
package org.displacementmapper.server.picture;
