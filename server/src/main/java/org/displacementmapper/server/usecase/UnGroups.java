package org.displacementmapper.server.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.displacementmapper.boundary.Boundaries;
import org.displacementmapper.dataset.Dataset;
import org.displacementmapper.displacement.GroupArea;
import org.displacementmapper.displacement.UnFigure;
import org.displacementmapper.displacement.UnGroup;
import org.displacementmapper.layer.View;
import org.displacementmapper.source.StateNames;

/** The groups of states for which the UN prints one total, which is added to nothing. */
final class UnGroups {

  private static final StateNames STATES = StateNames.shipped();

  private UnGroups() {}

  /** Each with its last total up to the day of the estimate, and which units it touches. */
  static List<Map<String, Object>> describe(View view) {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (UnGroup group : UnGroup.OF_STATES) {
      groups.add(describe(group, view));
    }
    return groups;
  }

  private static Map<String, Object> describe(UnGroup group, View view) {
    Dataset dataset = view.dataset();
    GroupArea area = GroupArea.of(group, dataset.boundaries());
    Optional<UnFigure> figure = dataset.figures().latest(group, view.request().asOf());
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", group.code());
    told.put("name", group.label());
    told.put("name_my", group.labelMy());
    told.put("un_displaced", figure.map(UnFigure::people).orElse(null));
    told.put("un_as_of", figure.map(UnFigure::asOf).orElse(null));
    told.put("un_publisher", figure.map(UnFigure::publisher).orElse(null));
    told.put("un_url", figure.map(UnFigure::url).orElse(null));
    told.put("members", group.members());
    told.put("units", area.units());
    told.put("partly", partly(area, dataset.boundaries()));
    told.put("exact", area.exact());
    return told;
  }

  private static List<Map<String, Object>> partly(GroupArea area, Boundaries boundaries) {
    List<Map<String, Object>> units = new ArrayList<>();
    area.partly()
        .forEach(
            (pcode, counted) -> {
              String nameMy = boundaries.nameMy(pcode);
              Map<String, Object> unit = new LinkedHashMap<>();
              unit.put("pcode", pcode);
              unit.put("name", boundaries.name(pcode));
              unit.put("name_my", nameMy.isEmpty() ? null : nameMy);
              unit.put("counted", counted);
              unit.put("counted_names", counted.stream().map(STATES::name).toList());
              unit.put("counted_names_my", counted.stream().map(STATES::nameMy).toList());
              units.add(unit);
            });
    return units;
  }
}
