/**
 * One class for each thing that a user can ask for: collaborators in the constructor, records in
 * and out, no HTTP or console type. The command line and the HTTP API share them.
 *
 * <p>May import {@code store} and {@code geodata}.
 */
package org.displacementmapper.server.usecase;
