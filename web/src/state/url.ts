import { LANGUAGES } from '../text/text';
import { isDay } from './days';
import { AIR, DEFAULT_VIEW, has, MEASURES, PRODUCTS, type Position, type View } from './view';

/** One thing that the address can say. `read` answers undefined to what it does not understand. */
interface AddressField<K extends keyof View> {
  readonly key: K;
  readonly parameter: string;
  read(text: string): View[K] | undefined;
  write(value: View[K]): string;
}

function field<K extends keyof View>(
  key: K,
  parameter: string,
  read: (text: string) => View[K] | undefined,
  write: (value: View[K]) => string = String,
): AddressField<K> {
  return { key, parameter, read, write };
}

const date = (text: string): string | undefined => (isDay(text) ? text : undefined);
const matching =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined;
/** A word of the data, as the server writes it in a list. */
const WORDS = /^(?:[^,\\]|\\.){1,100}$/u;
const pcode = /^[A-Za-z0-9-]{1,20}$/;

function oneOf<T extends string>(words: readonly T[]): (text: string) => T | undefined {
  return (text) => words.find((word) => word === text);
}

function whole(min: number, max: number): (text: string) => number | undefined {
  return (text) => (/^\d{1,6}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined);
}

/** A comma list without order, so that one choice has one address. */
function list(item: RegExp): (text: string) => readonly string[] | undefined {
  return (text) => {
    const items = text.split(/(?<!\\),/); // a comma of a word stands behind a backslash
    return items.every((one) => item.test(one)) ? [...new Set(items)].sort() : undefined;
  };
}

const joined = (items: readonly string[]): string => [...items].sort().join(',');

/** The address of the page, whole: a new choice of the reader is one line here and one in `View`. */
const FIELDS = [
  field('asOf', 'as_of', date),
  field('cutoff', 'cutoff', date),
  field('product', 'product', oneOf(PRODUCTS)),
  field('from', 'from', date),
  field('to', 'to', date),
  field('level', 'level', whole(1, 3)),
  field('measure', 'measure', oneOf(MEASURES)),
  field('groups', 'groups', (text) => ({ 0: false, 1: true })[text], (on) => (on ? '1' : String(on))),
  field('air', 'air', oneOf(AIR)),
  field('sources', 'incident_source', list(WORDS), joined),
  field('kinds', 'kind', list(WORDS), joined),
  field('precisions', 'precision', list(/^[a-z_-]{1,20}$/), joined),
  field('minKilled', 'min_killed', whole(0, 100_000)),
  field('units', 'unit', list(pcode), joined),
  field('text', 'text', (text) => (text.trim() !== '' && text.length <= 100 ? text.trim() : undefined)),
  field('selected', 'selected', matching(/^\P{C}{1,200}$/u)),
  field('compare', 'compare', (text) => date(text) ?? oneOf(PRODUCTS)(text)),
  field('at', 'at', readPosition, (at) => (at === undefined ? '' : writePosition(at))),
  field('language', 'lang', oneOf(LANGUAGES)),
  field('version', 'v', matching(/^[0-9]{1,9}(-[0-9a-f]{4,64})?$/)),
] as const;

/** `zoom/lat/lon` with as many decimals as the zoom can show. */
function readPosition(text: string): Position | undefined {
  const numbers = text.split('/').map(Number);
  const [zoom, lat, lon] = numbers;
  const right =
    /^[\d./-]{5,40}$/.test(text) &&
    numbers.length === 3 &&
    numbers.every(Number.isFinite) &&
    (zoom as number) >= 0 &&
    (zoom as number) <= 13 &&
    Math.abs(lat as number) <= 85 &&
    Math.abs(lon as number) <= 180;
  return right ? { zoom: zoom as number, lat: lat as number, lon: lon as number } : undefined;
}

function writePosition({ zoom, lat, lon }: Position): string {
  const decimals = zoom < 6 ? 2 : zoom < 10 ? 3 : 4;
  return [zoom.toFixed(1), lat.toFixed(decimals), lon.toFixed(decimals)].map((text) => String(Number(text))).join('/');
}

export interface ReadAddress {
  readonly view: View;
  /** Parts of the address that were not understood, as written. */
  readonly ignored: string[];
}

/** The view that a query string names, with defaults for what it leaves out or garbles. */
export function readAddress(search: string): ReadAddress {
  const view: Record<string, unknown> = { ...DEFAULT_VIEW };
  const ignored: string[] = [];
  const seen = new Set<string>();
  for (const [parameter, text] of new URLSearchParams(search)) {
    const known = FIELDS.find((candidate) => candidate.parameter === parameter);
    const value = seen.has(parameter) ? undefined : known?.read(text);
    seen.add(parameter);
    if (known === undefined || value === undefined) {
      ignored.push(`${parameter}=${text}`);
    } else {
      view[known.key] = value;
    }
  }
  const { product, measure } = view as unknown as View;
  if (!has(product, measure)) {
    ignored.push(`measure=${measure}`);
    view['measure'] = DEFAULT_VIEW.measure;
  }
  return { view: view as unknown as View, ignored };
}

/** The query string of a view, without what is default; empty for the page as it opens. */
export function writeAddress(view: View): string {
  const parts = FIELDS.map((known) => written(known as AddressField<keyof View>, view)).filter((part) => part !== '');
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

function written({ key, parameter, write }: AddressField<keyof View>, view: View): string {
  const value = view[key];
  if (value === undefined || write(value) === String(DEFAULT_VIEW[key])) {
    return '';
  }
  // Slashes and commas may stand in a query as they are, and read better there.
  return `${parameter}=${encodeURIComponent(write(value)).replaceAll('%2F', '/').replaceAll('%2C', ',')}`;
}

/** Address of another page, in the language and of the version of the data that this one was asked for. */
export function pageAddress(page: string): string {
  const { language, version } = readAddress(location.search).view;
  return page + writeAddress({ ...DEFAULT_VIEW, language, version });
}
