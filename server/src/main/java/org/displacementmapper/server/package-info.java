/** The program: {@code Main}, and {@code Application}, which wires its parts. */
package org.displacementmapper.server;
