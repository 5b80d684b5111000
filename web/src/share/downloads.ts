import { query, type Query } from '../api/client';
import { incidentParameters, unitParameters } from '../state/requests';
import type { View } from '../state/view';
import { text } from '../text/text';

/** The files of what the page shows: which formats there are is asked of the server, and how large each is. */

export interface DownloadFile {
  readonly title: string;
  readonly links: readonly DownloadLink[];
}

export interface DownloadLink {
  readonly ending: string;
  readonly address: string;
}

/** What a file says of itself before it is fetched; what is not known is undefined. */
export interface FileFacts {
  readonly rows: number | undefined;
  readonly bytes: number | undefined;
  readonly licence: string;
}

const DOWNLOAD = /^\/download\/\{layer\}\.(.+)$/;

/** Endings of the formats that the API description names, in its order. */
export function endings(description: { readonly paths: Readonly<Record<string, unknown>> }): string[] {
  return Object.keys(description.paths).flatMap((path) => DOWNLOAD.exec(path)?.[1] ?? []);
}

export async function loadFiles(view: View): Promise<DownloadFile[]> {
  const formats = await fetch('openapi.json').then(async (answer) => endings(await answer.json()));
  const file = (title: string, layer: string, asked: Query): DownloadFile => ({
    title,
    links: formats.map((ending) => ({ ending, address: `download/${layer}.${ending}?${query(asked)}` })),
  });
  const incidents = incidentParameters(view);
  return [
    file(text('share.incidents'), 'incidents', incidents),
    file(text('share.areas'), 'incident-areas', incidents),
    file(text('share.units'), `adm${view.level}`, unitParameters(view)),
  ];
}

/** Asks one file for its headers. */
export async function loadFacts(address: string): Promise<FileFacts> {
  const { headers } = await fetch(address, { method: 'HEAD' });
  const count = (name: string): number | undefined => {
    const value = headers.get(`Displacement-Mapper-${name}`);
    return value === null ? undefined : Number(value);
  };
  const about = JSON.parse(headers.get('Displacement-Mapper-About') ?? '{}') as { licence?: readonly string[] };
  return { rows: count('Rows'), bytes: count('Bytes'), licence: (about.licence ?? []).join('; ') };
}
