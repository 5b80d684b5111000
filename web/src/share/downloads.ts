import { loadWeeks, query, type Query } from '../api/client';
import { incidentParameters, unitParameters } from '../state/requests';
import type { View } from '../state/view';
import { number } from '../text/format';
import { text } from '../text/text';

/** The files of what the page shows: which formats there are is asked of the server. */

export interface DownloadFile {
  readonly title: string;
  /** About how many rows, as it is written. */
  readonly rows: string;
  readonly licence: string;
  readonly links: readonly { readonly ending: string; readonly address: string }[];
}

const DOWNLOAD = /^\/download\/\{layer\}\.(.+)$/;

/** Endings of the formats that the API description names, in its order. */
export function endings(description: { readonly paths: Readonly<Record<string, unknown>> }): string[] {
  return Object.keys(description.paths).flatMap((path) => DOWNLOAD.exec(path)?.[1] ?? []);
}

export async function loadFiles(view: View, units: number): Promise<DownloadFile[]> {
  const never = new AbortController().signal;
  const incidents = incidentParameters(view);
  const figures = unitParameters(view);
  const layer = `adm${view.level}`;
  const [formats, weeks, ofIncidents, ofUnits] = await Promise.all([
    fetch('openapi.json').then(async (answer) => endings(await answer.json())),
    loadWeeks(incidents, never),
    licence('incidents', incidents),
    licence(layer, figures),
  ]);
  const links = (name: string, asked: Query): DownloadFile['links'] =>
    formats.map((ending) => ({ ending, address: `download/${name}.${ending}?${query(asked)}` }));
  const counted = weeks.reduce((sum, { shown }) => sum + shown, 0);
  const files = [
    { title: text('share.incidents'), rows: number(counted), licence: ofIncidents, links: links('incidents', incidents) },
  ];
  return [...files, { title: text('share.units'), rows: number(units), licence: ofUnits, links: links(layer, figures) }];
}

/** Licence that a file names in its header, before it is fetched. */
async function licence(layer: string, asked: Query): Promise<string> {
  const answer = await fetch(`download/${layer}.csv?${query(asked)}`, { method: 'HEAD' });
  const about = JSON.parse(answer.headers.get('Displacement-Mapper-About') ?? '{}') as { licence?: readonly string[] };
  return (about.licence ?? []).join('; ');
}
