import { query, type Query } from '../api/client';

/** Addresses of our own tiles, absolute since the map's worker resolves none. */
export function tiles(layer: string, parameters: Query = {}, format: 'mvt' | 'geojson' = 'mvt'): string {
  const base = new URL('.', document.baseURI).href;
  const search = query(parameters);
  return `${base}tiles/${layer}/{z}/{x}/{y}.${format}${search === '' ? '' : `?${search}`}`;
}
