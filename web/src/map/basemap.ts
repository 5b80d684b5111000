import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { BasemapSetting } from './basemap-setting';

/** A foreign style, ready to be laid below our layers: whole addresses, names that never meet ours. */
export interface Basemap {
  readonly sources: ReadonlyMap<string, SourceSpecification>;
  readonly layers: readonly LayerSpecification[];
  readonly sprites: readonly { readonly id: string; readonly url: string }[];
  readonly glyphs: string | undefined;
  /** Whom it names, as its sources write it: HTML that nobody has looked at. */
  readonly attributions: readonly string[];
}

/** What all its names begin with on our map. */
export const BASEMAP = 'basemap:';

/** Kinds of layers that are drawn; others, such as a sky, are left out. */
const DRAWN = new Set<string>([
  ...['background', 'fill', 'line', 'symbol', 'raster', 'circle'],
  ...['fill-extrusion', 'heatmap', 'hillshade', 'color-relief'],
]);
/** What a TileJSON says to a source that names it. */
const OF_TILEJSON = ['tiles', 'minzoom', 'maxzoom', 'bounds', 'scheme', 'attribution', 'encoding'];

type Json = Readonly<Record<string, unknown>>;

/**
 * Fetches a style and what says where its tiles are. Everything that it names must lie on an origin that the
 * operator allowed, so that nothing is asked that the page may not ask. Throws one sentence that says what is wrong.
 */
export async function fetchBasemap(setting: BasemapSetting, load: (url: string) => Promise<unknown> = loadJson): Promise<Basemap> {
  const style = object(await load(setting.style), 'the style');
  if (style['version'] !== 8 || !Array.isArray(style['layers'])) {
    throw new Error('the style must be of version 8 and have layers');
  }
  const layers = style['layers'].map((layer) => object(layer, 'a layer')).filter(({ type }) => DRAWN.has(String(type)));
  const named = object(style['sources'] ?? {}, 'sources');
  const used = new Set(layers.map(({ source }) => source).filter((source) => typeof source === 'string'));
  const sources = new Map<string, SourceSpecification>();
  for (const id of used) {
    sources.set(BASEMAP + id, await source(object(named[id], `the source ${id}`), setting, load));
  }
  return {
    sources,
    layers: layers.map(prefixed),
    sprites: sprites(style['sprite'], setting),
    glyphs: style['glyphs'] === undefined ? undefined : address(style['glyphs'], setting.style, setting),
    attributions: [...new Set([...sources.values()].flatMap((one) => ('attribution' in one ? [String(one.attribution)] : [])))],
  };
}

function prefixed(layer: Json): LayerSpecification {
  return {
    ...layer,
    id: BASEMAP + String(layer['id']),
    ...(layer['source'] === undefined ? {} : { source: BASEMAP + String(layer['source']) }),
  } as unknown as LayerSpecification;
}

async function source(given: Json, setting: BasemapSetting, load: (url: string) => Promise<unknown>): Promise<SourceSpecification> {
  const { url, ...rest } = given;
  switch (given['type']) {
    case 'vector':
    case 'raster':
    case 'raster-dem': {
      const from = url === undefined ? setting.style : address(url, setting.style, setting);
      const told = url === undefined ? {} : object(await load(from), `the TileJSON ${from}`);
      const tiled: Json = { ...Object.fromEntries(OF_TILEJSON.flatMap((key) => (told[key] === undefined ? [] : [[key, told[key]]]))), ...rest };
      if (!Array.isArray(tiled['tiles'])) {
        throw new Error('a source names no tiles');
      }
      return { ...tiled, tiles: tiled['tiles'].map((tile) => address(tile, from, setting)) } as unknown as SourceSpecification;
    }
    case 'geojson':
      return (typeof given['data'] === 'string'
        ? { ...given, data: address(given['data'], setting.style, setting) }
        : given) as unknown as SourceSpecification;
    case 'image':
      return { ...given, url: address(url, setting.style, setting) } as unknown as SourceSpecification;
    default:
      throw new Error(`a source is of type ${String(given['type'])}: vector, raster, raster-dem, geojson and image can be shown`);
  }
}

function sprites(given: unknown, setting: BasemapSetting): { id: string; url: string }[] {
  const all = given === undefined ? [] : typeof given === 'string' ? [{ id: 'default', url: given }] : given;
  if (!Array.isArray(all)) {
    throw new Error('sprite must be an address or a list');
  }
  return all.map((one) => {
    const { id, url } = object(one, 'a sprite');
    return { id: String(id), url: address(url, setting.style, setting) };
  });
}

/** A whole address, its placeholders kept, on an origin that may be asked. */
function address(given: unknown, base: string, { origins }: BasemapSetting): string {
  let url: URL;
  try {
    url = new URL(String(given), base);
  } catch {
    throw new Error(`"${String(given)}" is no address`);
  }
  if (!origins.includes(url.origin)) {
    throw new Error(`"${url.origin}" is not among the origins that this server allows, ${origins.join(', ')}: name it in --basemap-origins`);
  }
  return url.href.replaceAll('%7B', '{').replaceAll('%7D', '}');
}

function object(given: unknown, name: string): Json {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new Error(`${name} is missing or no object`);
  }
  return given as Json;
}

async function loadJson(url: string): Promise<unknown> {
  const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', headers: { Accept: 'application/json' } });
  if (!answer.ok) {
    throw new Error(`${url} was answered with ${answer.status}`);
  }
  return answer.json();
}
