package org.displacementmapper.server.usecase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.dataset.FilterPart;
import org.displacementmapper.dataset.IncidentFilter;
import org.displacementmapper.dataset.Selection;
import org.displacementmapper.dataset.Sieve;
import org.displacementmapper.incident.Incident;
import org.displacementmapper.incident.Precision;
import org.displacementmapper.join.Placement;
import org.displacementmapper.layer.View;

/**
 * Counts what the filters of a question leave of the incidents of its window, how many each filter
 * alone hides, and how many each choice would show. Of every public source: two may record the same
 * attack. One pass over the incidents. Safe for use by many threads.
 */
public final class CountByFilter {

  private static final int KEPT = 200;

  /** The most kinds that are listed, those of the most incidents first. */
  private static final int MOST_KINDS = 100;

  private record Key(String edition, Selection selection) {}

  /** Counts of one selection. */
  private static final class Counts {
    long total;
    long shown;
    final Map<FilterPart, Long> hides = new EnumMap<>(FilterPart.class);
    final Map<String, long[]> sources = new HashMap<>();
    final Map<String, long[]> kinds = new HashMap<>();
    final long[] precisions = new long[Precision.values().length];
  }

  private final Views views;
  private final Cache<Key, Counts> counts = Caffeine.newBuilder().maximumSize(KEPT).build();

  public CountByFilter(Views views) {
    this.views = views;
  }

  public Map<String, Object> count(Question question) {
    View view = views.view(question);
    Dataset dataset = view.dataset();
    Selection selection = view.selection();
    Counts found =
        counts.get(new Key(dataset.edition(), selection), key -> count(dataset, selection));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", dataset.version().toString());
    body.put("policy", dataset.policy().describe());
    body.put("from", selection.from());
    body.put("to", selection.to());
    body.put("total", found.total);
    body.put("shown", found.shown);
    body.put("filters", filters(question, found));
    IncidentFilter filter = selection.incidentFilter();
    Map<String, Long> sources = choices(dataset.sources(), found.sources);
    body.put("sources", described(sources, filter.sources(), sources.size()));
    Map<String, Long> kinds = choices(dataset.kinds(), found.kinds);
    body.put("kinds", described(kinds, filter.kinds(), MOST_KINDS));
    body.put("kinds_known", kinds.size());
    Map<String, Long> precisions = new LinkedHashMap<>();
    for (Precision precision : Precision.values()) {
      precisions.put(precision.word(), found.precisions[precision.ordinal()]);
    }
    body.put(
        "precisions",
        described(
            precisions,
            filter.precisions().stream().map(Precision::word).collect(Collectors.toSet()),
            precisions.size()));
    return body;
  }

  private static Counts count(Dataset dataset, Selection selection) {
    Counts counts = new Counts();
    Sieve sieve = Sieve.of(selection, dataset);
    long[] hides = new long[FilterPart.values().length];
    for (Placement placement : dataset.placements()) {
      Incident incident = placement.incident();
      if (!sieve.isInWindow(incident)) {
        continue;
      }
      counts.total++;
      int refusals = sieve.refusals(placement);
      boolean shown = refusals == 0;
      if (shown) {
        counts.shown++;
      } else if (Integer.bitCount(refusals) == 1) {
        hides[Integer.numberOfTrailingZeros(refusals)]++;
      } else {
        continue;
      }
      // What a choice would show if its own filter were lifted.
      if (shown || FilterPart.INCIDENT_SOURCE.isIn(refusals)) {
        counts.sources.computeIfAbsent(incident.source(), none -> new long[1])[0]++;
      }
      if (shown || FilterPart.KIND.isIn(refusals)) {
        counts.kinds.computeIfAbsent(IncidentFilter.kind(incident), none -> new long[1])[0]++;
      }
      if (shown || FilterPart.PRECISION.isIn(refusals)) {
        counts.precisions[incident.where().precision().ordinal()]++;
      }
    }
    for (FilterPart part : FilterPart.values()) {
      counts.hides.put(part, hides[part.ordinal()]);
    }
    return counts;
  }

  private static List<Map<String, Object>> filters(Question question, Counts counts) {
    Map<String, Object> set = question.filter();
    List<Map<String, Object>> filters = new ArrayList<>();
    for (FilterPart part : FilterPart.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("parameter", part.word());
      one.put("value", set.get(part.word()) == null ? null : set.get(part.word()).toString());
      one.put("hides", counts.hides.get(part));
      filters.add(one);
    }
    return filters;
  }

  private static Map<String, Long> choices(Set<String> known, Map<String, long[]> counted) {
    Map<String, Long> choices = new TreeMap<>();
    known.forEach(one -> choices.put(one, counted.getOrDefault(one, new long[1])[0]));
    return choices;
  }

  /** The chosen ones, and of the others those of the most incidents. */
  private static List<Map<String, Object>> described(
      Map<String, Long> choices, Set<String> chosen, int most) {
    Set<String> listed =
        choices.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(most)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    List<Map<String, Object>> list = new ArrayList<>();
    choices.forEach(
        (value, count) -> {
          if (listed.contains(value) || chosen.contains(value)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("value", value);
            one.put("written", FilterWords.escaped(value));
            one.put("incidents", count);
            one.put("chosen", chosen.contains(value));
            list.add(one);
          }
        });
    return list;
  }
}
