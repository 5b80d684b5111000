import type { FeatureCollection } from 'geojson';
import type { TextKey } from '../text/text';
import { text } from '../text/text';
import table from '../../../geodata/src/main/resources/org/displacementmapper/layer/labels.json';

/** Seas and neighbours named for orientation; the points are chosen by eye, clear of our own marks. */
const NAMES = table.orientation;

export function orientation(): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: NAMES.map(({ key, kind, at }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      properties: { name: text(key as TextKey), kind },
    })),
  };
}
