package org.displacementmapper.server.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A version that is kept, as its manifest describes it.
 *
 * @param name number and hash
 * @param created empty if the manifest cannot be read
 * @param imported kind of data that made it of the version before; empty if unknown or the first
 * @param incidents how many of each licence; empty if unknown
 * @param units how many; empty if unknown
 */
public record KeptVersion(
    String name,
    int number,
    Optional<LocalDate> created,
    Optional<String> imported,
    Map<String, Long> incidents,
    Optional<Integer> units) {

  static KeptVersion of(History.Entry entry) {
    Optional<Manifest> manifest = entry.manifest();
    return new KeptVersion(
        entry.name(),
        entry.number(),
        manifest.map(one -> one.version().created()),
        manifest.map(Manifest::imported).filter(word -> !word.isEmpty()),
        manifest.<Map<String, Long>>map(Manifest::incidents).orElse(Map.of()),
        manifest.map(Manifest::units).filter(count -> count > 0));
  }
}
