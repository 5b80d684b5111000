import { text } from '../text/text';
import { readAddress, type ReadAddress } from './url';

/** What the pages with a script do first: read their address beside what the server made of it. */

export const part = <T extends Element>(selector: string): T => document.querySelector(selector) as T;

/** The view of the address; a date that has no answer was replaced by the server, which wrote the figures of another. */
export function opening(): ReadAddress {
  const { view: asked, ignored } = readAddress(location.search);
  const asOf = document.documentElement.dataset['asOf'] ?? asked.asOf;
  if (asOf !== asked.asOf && !ignored.some((word) => word.startsWith('as_of='))) {
    ignored.unshift(`as_of=${asked.asOf}`);
  }
  return { view: { ...asked, asOf }, ignored };
}

/** Says which part of the address was ignored; an empty one says nothing. */
export function tellIgnored(what: string): void {
  if (what !== '') {
    const note = part<HTMLElement>('#ignored');
    note.textContent = text('address.ignored', { ignored: what });
    note.hidden = false;
  }
}
