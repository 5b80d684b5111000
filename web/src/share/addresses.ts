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

/** Of a frame, in CSS pixels. */
export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** What a frame may do: run the page, and open the whole page and sources in new windows. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
/** Of a frame as wide as its place, until the script beside it knows better. */
export const HEIGHT_PIXELS = 560;

/**
 * The code of a frame that shows the view on another site. With a size it works by itself; without one it
 * is as wide as its place, and with the script beside it as high as its content.
 */
export function snippet(view: View, title: string, size: FrameSize | undefined): string {
  const source = escaped(viewAddress(view, 'embed'));
  const frame =
    `<iframe src="${source}" title="${escaped(title)}" width="${size?.width ?? '100%'}" height="${size?.height ?? HEIGHT_PIXELS}" loading="lazy"` +
    ` sandbox="${SANDBOX}" data-displacement-mapper></iframe>`;
  const script = escaped(new URL('./embed.js', document.baseURI).href);
  return size === undefined ? `${frame}\n<script src="${script}" async></script>` : frame;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
