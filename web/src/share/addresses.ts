import type { Comparison } from '../api/types';
import { isoDay } from '../state/days';
import { writeAddress } from '../state/url';
import type { View } from '../state/view';
import { day } from '../text/format';
import { text } from '../text/text';

/** Links, citation and snippet of a view, whole. */

export function viewAddress(view: View, page = ''): string {
  return new URL(`./${page}${writeAddress(view)}`, document.baseURI).href;
}

/** Names product, date, cut-off, data version and the address that shows just this, with the day it was read. */
export function citation(view: View, comparison: Comparison, product: string): string {
  return text('share.citation.text', {
    title: text('title', { date: day(comparison.as_of) }),
    product,
    cutoff: comparison.cutoff === null ? '–' : day(comparison.cutoff),
    version: comparison.version,
    address: viewAddress({ ...view, version: comparison.version }),
    today: day(isoDay(Math.floor(Date.now() / 86_400_000))),
  });
}

/** One frame that works by itself; with the script beside it, as high as its content. */
export function snippet(view: View, title: string, size: readonly [number, number] | undefined): string {
  const source = escaped(viewAddress(view, 'embed'));
  const [width, height] = size ?? ['100%', 560];
  const frame =
    `<iframe src="${source}" title="${escaped(title)}" width="${width}" height="${height}" loading="lazy"` +
    ` sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" data-displacement-mapper></iframe>`;
  const script = escaped(new URL('./embed.js', document.baseURI).href);
  return size === undefined ? `${frame}\n<script src="${script}" async></script>` : frame;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
