package org.displacementmapper.displacement;

/** Lowest and highest ratio to the UN's figure over all cut-offs and weightings, two decimals. */
public record PublishedRange(double lowest, double highest) {}
