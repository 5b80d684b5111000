/**
 * Routes, parameters, problems, caching: the only package that knows the HTTP library.
 *
 * <p>May import {@code usecase} and {@code geodata}.
 */
package org.displacementmapper.server.http;
