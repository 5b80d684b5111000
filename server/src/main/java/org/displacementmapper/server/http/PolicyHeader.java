package org.displacementmapper.server.http;

import org.displacementmapper.dataset.PublicationPolicy;

/**
 * The publication policy as a header of every answer, for those whose format has no place for it: a
 * dictionary of structured fields (RFC 9651), such as {@code least-people=100, round-to=100,
 * round-to-from-100000=1000, recent-days=14, restricted-rows=?0, loosened=?0}; if it is loosened,
 * with its words.
 */
final class PolicyHeader {

  static final String NAME = "Displacement-Mapper-Policy";

  private PolicyHeader() {}

  static String of(PublicationPolicy policy) {
    String rules =
        ("least-people=%d, round-to=%d, round-to-from-100000=%d, recent-days=%d,"
                + " restricted-rows=?%d, loosened=?%d")
            .formatted(
                policy.estimates().least(),
                policy.estimates().fineStep(),
                policy.estimates().coarseStep(),
                policy.recentDays(),
                policy.restrictedRows() ? 1 : 0,
                policy.loosened() ? 1 : 0);
    return policy.loosened() ? rules + ", text=\"" + policy.text() + '"' : rules;
  }
}
