import { day } from '../text/format';
import { text } from '../text/text';
import type { ViewStore } from './store';
import type { Product, View } from './view';
import { readAddress, writeAddress, type ReadAddress } from './url';

/** What the pages with a script do first: read their address beside what the server made of it. */

export const part = <T extends Element>(selector: string): T => document.querySelector(selector) as T;

/** What the page opens with. */
export interface Opening extends ReadAddress {
  /** A sentence that says of which day the figures are, where the address named none and the usual one has no answer. */
  readonly moved: string | undefined;
}

/**
 * The view of the address; what has no answer was replaced by the server, which wrote the figures of another, and a
 * version that is not kept by the newest.
 */
export function opening(): Opening {
  const read = readAddress(location.search);
  const asked = read.view;
  const ignored = read.ignored.filter((word) => !word.startsWith('v=')); // told apart, by the server
  const { asOf = asked.asOf, product = asked.product, cutoff, v } = document.documentElement.dataset;
  const view = {
    ...asked,
    asOf,
    product: product as Product,
    cutoff: asked.cutoff === cutoff ? asked.cutoff : undefined,
    version: v === '' ? undefined : asked.version,
  };
  const named = new URLSearchParams(location.search);
  for (const [name, wanted, got] of [
    ['cutoff', asked.cutoff, view.cutoff],
    ['product', asked.product, view.product],
    ['as_of', asked.asOf, asOf],
  ] as const) {
    if (wanted !== got && named.has(name) && !ignored.some((word) => word.startsWith(`${name}=`))) {
      ignored.unshift(`${name}=${wanted}`);
    }
  }
  return { view, ignored, moved: asOf === asked.asOf || named.has('as_of') ? undefined : movedTo(view, asked.asOf) };
}

/** Says that a kind of figure is shown of another day than the usual one. */
export function movedTo({ product, asOf }: View, from: string): string {
  return text('load.moved', { product: text(`map.product.${product}`), date: day(from), nearest: day(asOf) });
}

/** Says which part of the address was ignored, or how it was understood; nothing if there is nothing to say. */
export function tellIgnored(what: string, moved?: string): void {
  const told = [...(what === '' ? [] : [text('address.ignored', { ignored: what })]), ...(moved === undefined ? [] : [moved])];
  if (told.length > 0) {
    const note = part<HTMLElement>('#ignored');
    note.textContent = told.join(' ');
    note.hidden = false;
  }
}

/** The same of what the page opens with, unless the server has said so. */
export function tellOpening({ ignored, moved }: Opening): void {
  const said = part('#ignored').textContent ?? '';
  if (![...ignored, moved ?? ''].every((words) => said.includes(words))) {
    tellIgnored(ignored.join(', '), moved);
  }
}

/** The way from an older version to the newest data keeps what the reader has chosen meanwhile. */
export function followNewest(store: ViewStore): void {
  store.listen((view) =>
    document.querySelector('#newest')?.setAttribute('href', writeAddress({ ...view, version: undefined }) || '?'),
  );
}
