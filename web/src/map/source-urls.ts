import { query, type Query } from '../api/client';
import type { View } from '../state/view';

/** Addresses of our own tiles, absolute since the map's worker resolves none. */
export function tiles(layer: string, parameters: Query = {}): string {
  const base = new URL('.', document.baseURI).href;
  const search = query(parameters);
  return `${base}tiles/${layer}/{z}/{x}/{y}.mvt${search === '' ? '' : `?${search}`}`;
}

/** What the incident layers are asked for: the window ends with the date of the estimate. */
export function incidentParameters(view: View): Record<string, string> {
  return { to: view.asOf, ...(view.marks === 'air' ? { air: 'documented' } : {}) };
}
