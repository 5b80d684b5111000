package org.displacementmapper.join;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shares and sentences that many placements have in common, kept once: of a million placements they
 * would be a third of the memory. Safe for use by many threads.
 */
final class Recurring {

  /** Sentences with a distance in them are many; the rest of those are not kept. */
  private static final int MOST_SENTENCES = 50_000;

  private final Map<String, Map<String, Double>> wholes = new ConcurrentHashMap<>();
  private final Map<String, String> sentences = new ConcurrentHashMap<>();

  /** All of an incident for that leaf. */
  Map<String, Double> whole(String leaf) {
    return wholes.computeIfAbsent(leaf, one -> Map.of(one, 1.0));
  }

  String sentence(String text) {
    String before = sentences.get(text);
    if (before != null) {
      return before;
    }
    if (sentences.size() < MOST_SENTENCES) {
      sentences.put(text, text);
    }
    return text;
  }
}
