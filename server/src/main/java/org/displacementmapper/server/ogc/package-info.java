/**
 * What OGC API - Features and - Tiles say, without HTTP: collections read page by page, coordinate
 * reference systems, encodings, links, documents. Central types: {@link
 * org.displacementmapper.server.ogc.ItemsQuery} and {@link
 * org.displacementmapper.server.ogc.Documents}.
 *
 * <p>May import {@code usecase} and the library.
 */
package org.displacementmapper.server.ogc;
