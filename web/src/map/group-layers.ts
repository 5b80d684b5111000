import type { LayerSpecification } from 'maplibre-gl';
import type { View } from '../state/view';
import type { Colours } from '../theme/colours';
import { halo, NAME_FONT, ROOMY_ZOOM } from './labels';

/** The groups of the UN in MapLibre's style: shown on request, since they overlap the states. */

/** A line on the borders of the units; the light one below it shows it on any shade. */
export function groupLines(colours: Colours, { groups }: View): LayerSpecification[] {
  const line = (id: string, colour: string, width: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'un-groups',
    'source-layer': 'un-groups',
    layout: { 'line-join': 'round', visibility: visible(groups) },
    paint: { 'line-color': colour, 'line-width': width },
  });
  return [line('un-groups-halo', colours.background, 4), line('un-groups', colours.un, 2)];
}

/** On request only, so their tiles are not asked for before. */
export const GROUP_LAYERS = ['un-groups-halo', 'un-groups', 'un-group-names'];

export function visible(shown: boolean): 'visible' | 'none' {
  return shown ? 'visible' : 'none';
}

/** In the blue of the UN, as no other name is. */
export function groupNames(colours: Colours, { groups }: View): LayerSpecification {
  return {
    id: 'un-group-names',
    type: 'symbol',
    source: 'un-group-names',
    layout: {
      visibility: visible(groups),
      'text-field': ['get', 'lines'],
      'text-font': NAME_FONT,
      'text-size': ['step', ['zoom'], 10.5, ROOMY_ZOOM, 12],
      'text-line-height': 1.15,
      'text-anchor': ['get', 'anchor'] as never,
      'text-justify': 'auto',
      'text-allow-overlap': true,
    },
    paint: halo(colours, colours.un),
  };
}
