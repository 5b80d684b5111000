import type { Incident } from '../api/types';

/** A thing on the map, as either library gives it. */
export interface Drawn {
  readonly id?: string | number | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What the reader points at: the smallest thing there. */
export type Picked =
  | { readonly kind: 'incidents'; readonly incidents: readonly Incident[] }
  | { readonly kind: 'area'; readonly pcode: string; readonly name: string; readonly count: number }
  /** Several incidents that the server counted together. */
  | { readonly kind: 'cluster'; readonly count: number; readonly exact: number }
  /** Several areas whose discs would lie on one another. */
  | { readonly kind: 'areas'; readonly count: number }
  | { readonly kind: 'unit'; readonly pcode: string };

/** Marks before counts before areas before units; an incident that lies in several tiles is named once. */
export function pick(
  marks: readonly Drawn[],
  clusters: readonly Drawn[],
  areas: readonly Drawn[],
  units: readonly Drawn[],
): Picked | undefined {
  if (marks.length > 0) {
    const byId = new Map(marks.map((mark) => [`${mark.properties['source']} ${mark.properties['id']}`, mark.properties as unknown as Incident]));
    return {
      kind: 'incidents',
      incidents: [...byId.values()].sort((a, b) => b.date_start.localeCompare(a.date_start)),
    };
  }
  const [cluster] = clusters;
  if (cluster !== undefined) {
    return { kind: 'cluster', count: Number(cluster.properties['incidents']), exact: Number(cluster.properties['exact']) };
  }
  const [area] = areas;
  if (area !== undefined) {
    if (area.properties['cluster'] === true) {
      return { kind: 'areas', count: Number(area.properties['count']) };
    }
    const { pcode, name, count } = area.properties as { pcode: string; name: string; count: number };
    return { kind: 'area', pcode, name, count };
  }
  const [unit] = units;
  return unit === undefined ? undefined : { kind: 'unit', pcode: String(unit.id ?? unit.properties['pcode']) };
}
