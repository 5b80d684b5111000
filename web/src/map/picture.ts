import type { Comparison } from '../api/types';
import { writeAddress } from '../state/url';
import type { Product, View } from '../state/view';
import { day, people } from '../text/format';
import { keyOf, text } from '../text/text';

/** What of a picture's address is not the state of the page but how it is drawn. */
const DRAWING = ['width', 'height', 'scale', 'theme', 'lang'];

/** Makes the server's picture one of another state; its sizes stay those that the server wrote. */
export function showState(picture: Element, view: View): void {
  for (const element of picture.querySelectorAll('source, img')) {
    for (const name of ['srcset', 'src']) {
      const address = element.getAttribute(name);
      const changed = address?.replace(/map\.png\?[^\s]*?(?=,? |$)/g, (one) => ofState(one, view));
      if (changed !== undefined && changed !== address) {
        element.setAttribute(name, changed);
      }
    }
  }
}

/** The same drawing of another state: a picture has one side only. */
function ofState(address: string, view: View): string {
  const drawing = [...new URLSearchParams(address.slice(address.indexOf('?') + 1))]
    .filter(([name]) => DRAWING.includes(name))
    .map(([name, value]) => `${name}=${value}`);
  const state = writeAddress({ ...view, compare: undefined, language: undefined }).slice(1);
  return `map.png?${[...drawing, state].filter((part) => part !== '').join('&')}`;
}

/** Says what the picture shows, in the words of the server's PagePicture. */
export function describePicture(picture: Element, comparison: Comparison, view: View): void {
  const { displaced, displaced_low80, displaced_high80 } = comparison.national;
  const product = comparison.product as Product;
  picture.querySelector('img')?.setAttribute(
    'alt',
    text(product === 'allocation' ? 'picture.alt.allocation' : 'picture.alt', {
      measure: text(keyOf(`measure.${view.measure}`, product)),
      date: day(comparison.as_of),
      product: text(`map.product.${product}`),
      estimate: people(displaced),
      low: people(displaced_low80),
      high: people(displaced_high80),
    }),
  );
}
