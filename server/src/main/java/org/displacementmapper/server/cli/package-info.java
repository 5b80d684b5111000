/**
 * Commands and their printed reports.
 *
 * <p>May import {@code usecase} and {@code geodata}.
 */
package org.displacementmapper.server.cli;
