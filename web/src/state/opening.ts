import { day } from '../text/format';
import { text } from '../text/text';
import type { ViewStore } from './store';
import type { View } from './view';
import { readAddress, writeAddress, type ReadAddress } from './url';

/** What the pages with a script do first: read their address beside what the server made of it. */

export const part = <T extends Element>(selector: string): T => document.querySelector(selector) as T;

/**
 * The view of the address, without what the server names as ignored there; a day that has no answer was replaced by the
 * server, which wrote the figures of another, and a version that is not kept by the newest.
 */
export function opening(): ReadAddress {
  const search = new URLSearchParams(location.search);
  part<HTMLElement>('#ignored').dataset['names']?.split(' ').forEach((name) => search.delete(name));
  const { view, ignored } = readAddress(String(search));
  const { asOf = view.asOf, v } = document.documentElement.dataset;
  return {
    view: { ...view, asOf, version: v === '' ? undefined : view.version },
    ignored: ignored.filter((word) => !word.startsWith('v=')), // told apart, by the server
  };
}

/** Says that a kind of figure is shown of another day than the usual one. */
export function movedTo({ product, asOf }: View, from: string): string {
  return text('load.moved', { product: text(`map.product.${product}`), date: day(from), nearest: day(asOf) });
}

/** Says which parts of the address were ignored, unless that is said. */
export function tellIgnored(...parts: string[]): void {
  const note = part<HTMLElement>('#ignored');
  const said = note.textContent ?? '';
  const ignored = parts.filter((words) => !said.includes(words)).join(', ');
  if (ignored !== '') {
    note.append(' ', text('address.ignored', { ignored }));
    note.hidden = false;
  }
}

/** The way from an older version to the newest data keeps what the reader has chosen meanwhile. */
export function followNewest(store: ViewStore): void {
  store.listen((view) =>
    document.querySelector('#newest')?.setAttribute('href', writeAddress({ ...view, version: undefined }) || '?'),
  );
}
