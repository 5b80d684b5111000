/**
 * Keeps the current dataset, saves and loads it. Central type: {@link
 * org.displacementmapper.server.store.Store}.
 *
 * <p>May import {@code geodata}.
 */
package org.displacementmapper.server.store;
