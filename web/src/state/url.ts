import { isDay } from './days';
import { DEFAULT_VIEW, type Marks, type View } from './view';

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
): AddressField<K> {
  return { key, parameter, read, write: (value) => String(value) };
}

/** The address of the page, whole: a new choice of the reader is one line here and one in `View`. */
const FIELDS = [
  field('asOf', 'as_of', (text) => (isDay(text) ? text : undefined)),
  field('marks', 'marks', (text) => ((['air', 'all'] as Marks[]).includes(text as Marks) ? (text as Marks) : undefined)),
  field('unit', 'unit', (text) => (/^[A-Za-z0-9-]{1,20}$/.test(text) ? text.toUpperCase() : undefined)),
] as const;

export interface ReadAddress {
  readonly view: View;
  /** Parts of the address that were not understood, as written. */
  readonly ignored: string[];
}

/** The view that a query string names, with defaults for what it leaves out or garbles. */
export function readAddress(search: string): ReadAddress {
  const view: Record<string, unknown> = { ...DEFAULT_VIEW };
  const ignored: string[] = [];
  for (const [parameter, text] of new URLSearchParams(search)) {
    const known = FIELDS.find((candidate) => candidate.parameter === parameter);
    const value = known?.read(text);
    if (known === undefined || value === undefined) {
      ignored.push(`${parameter}=${text}`);
    } else {
      view[known.key] = value;
    }
  }
  return { view: view as unknown as View, ignored };
}

/** The query string of a view, without what is default; empty for the page as it opens. */
export function writeAddress(view: View): string {
  const parts = FIELDS.filter(({ key }) => view[key] !== DEFAULT_VIEW[key]).map(
    ({ key, parameter }) => `${parameter}=${encodeURIComponent(String(view[key]))}`,
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
