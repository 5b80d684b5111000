import type { IncidentArea } from '../api/client';
import type { Unit } from '../api/types';
import type { Answer } from '../state/answer';
import { isDay } from '../state/days';
import { DEFAULT_VIEW, has, type Product, type View } from '../state/view';
import { isUnvalidated, ratio } from '../text/format';
import { text } from '../text/text';

/** Both are called equal within this factor: less would claim more than is known. */
const EQUAL_FACTOR = 1.25;

/** What the server answers to it. */
export interface OtherSide extends Answer {
  /** Incidents known only to lie somewhere in a unit. */
  readonly areas: readonly IncidentArea[];
}

/** The view of the other side: another date, or another product of the same date. */
export function otherSide(view: View): View | undefined {
  const { compare } = view;
  if (compare === undefined) {
    return undefined;
  }
  const other = { ...view, compare: undefined, cutoff: undefined };
  if (isDay(compare)) {
    return { ...other, asOf: compare };
  }
  const product = compare as Product;
  return { ...other, product, measure: has(product, view.measure) ? view.measure : DEFAULT_VIEW.measure };
}

/** The estimate of this side against the other's, in words; nothing where one has none. */
export function difference(unit: Unit, other: Unit | undefined): string {
  if (other === undefined || unit.displaced === null || other.displaced === null || isUnvalidated(unit)) {
    return '';
  }
  const factor = unit.displaced / other.displaced;
  if (factor < EQUAL_FACTOR && factor > 1 / EQUAL_FACTOR) {
    return text('compare.equal');
  }
  return factor > 1
    ? text('compare.higher', { times: ratio(factor) })
    : text('compare.lower', { times: ratio(1 / factor) });
}
