import type { FeatureCollection } from 'geojson';
import type { Comparison, UnGroup } from '../api/types';
import { day, nameOf } from '../text/format';
import { language, text } from '../text/text';
import { unFigure } from './labels';
import table from '../../../geodata/src/main/resources/org/displacementmapper/layer/labels.json';

/** Where the name of a group stands, over sea or abroad: one table for page and pictures. */
const SPOTS: Readonly<Record<string, { readonly anchor: string; readonly at: readonly number[] }>> = table.groups;

/** One point for each group of the UN with what stands there, in lines. */
export function groupLabels({ un_groups, as_of }: Comparison): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: un_groups.flatMap((group) => {
      const spot = SPOTS[group.code];
      return spot === undefined || group.units.length === 0
        ? []
        : [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [...spot.at] },
              properties: { code: group.code, anchor: spot.anchor, lines: shaped(groupLines(group, as_of).join('\n')) },
            },
          ];
    }),
  };
}

/** With the sign by which MapLibre shapes every Burmese label; see labels.ts. */
function shaped(lines: string): string {
  return language() === 'my' ? `${lines}\u200C` : lines;
}

/**
 * Name, total, and its date if that is not the one of the map; a dagger says that the UN counts only a
 * part of what the outline holds.
 */
export function groupLines(group: UnGroup, asOf: string): string[] {
  const figure = unFigure({ un_displaced: group.un_displaced, un_complete: group.exact });
  const date = group.un_as_of === null || group.un_as_of === asOf ? [] : [day(group.un_as_of)];
  return [nameOf(group), figure ?? text('groups.no-figure'), ...date];
}
