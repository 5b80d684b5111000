import type { FeatureCollection } from 'geojson';
import type { TextKey } from '../text/text';
import { text } from '../text/text';

/** Seas and neighbours named for orientation; the points are chosen by eye, clear of our own marks. */
const NAMES: readonly { key: TextKey; kind: 'sea' | 'land'; at: [lon: number, lat: number] }[] = [
  { key: 'sea.bengal', kind: 'sea', at: [90.2, 18.6] },
  { key: 'sea.andaman', kind: 'sea', at: [95.4, 12.6] },
  { key: 'land.india', kind: 'land', at: [91.8, 25.6] },
  { key: 'land.bangladesh', kind: 'land', at: [90, 23.6] },
  { key: 'land.china', kind: 'land', at: [100.4, 25.6] },
  { key: 'land.laos', kind: 'land', at: [101.9, 20.2] },
  { key: 'land.thailand', kind: 'land', at: [100.3, 16.6] },
];

export function orientation(): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: NAMES.map(({ key, kind, at }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      properties: { name: text(key), kind },
    })),
  };
}
