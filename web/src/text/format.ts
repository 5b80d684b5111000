import type { Comparison, Unit } from '../api/types';
import { WINDOW_START } from '../state/view';
import { language, text, type TextKey } from './text';

/** Numbers and dates in words, the same on the page, in the map and for screen readers. */

const GROUPED = new Intl.NumberFormat('en-GB');

export function number(value: number): string {
  return digits(GROUPED.format(value));
}

/** Incidents of a unit; one that is spread over several units counts in each by its share. */
export function count(value: number | null): string {
  return value === null ? text('number.unknown') : number(Math.round(value));
}

/** The same number in the digits of the language. */
export function digits(value: string): string {
  const own = text('format.digits');
  return value.replace(/[0-9]/g, (digit) => own.charAt(Number(digit)));
}

/** Name of a place in the language of the page, or in English where no other is known. */
export function nameOf({ name, name_my }: { readonly name: string; readonly name_my?: string | null }): string {
  return language() === 'my' && name_my != null && name_my !== '' ? name_my : name;
}

/** No number under this is given of our estimates: the method's rule, until an answer names another. */
let leastPeople = 100;

/** Takes the rule from an answer's policy. */
export function setLeastPeople(least: number): void {
  leastPeople = least;
}

/** People displaced by our estimate, which gives no number under the least. */
export function people(value: number | null): string {
  return value === null ? text('number.under-least', { least: number(leastPeople) }) : number(value);
}

/** The estimate of a unit in words: below the first level, where nothing tests it, its class only. */
export function estimated(unit: Pick<Unit, 'displaced' | 'displaced_class' | 'quality'>): string {
  const { displaced, displaced_class } = unit;
  return displaced_class === null ? text('number.unknown') : isUnvalidated(unit) ? displaced_class : people(displaced);
}

/** Whether a number may be given of its estimate, with its interval. Without a class nothing is known. */
export function hasInterval(unit: Pick<Unit, 'displaced_class' | 'quality'>): boolean {
  return unit.displaced_class !== null && !isUnvalidated(unit);
}

/** Whether only the class of its estimate may be shown, without numbers or limits. */
export function isUnvalidated(unit: Pick<Unit, 'quality'>): boolean {
  return unit.quality === 'unvalidated';
}

/** "7,100–191,000", or "under 100–700". */
export function interval(low: number | null, high: number | null): string {
  return text('number.interval', { low: people(low), high: people(high) });
}

/** Two decimals below ten, one above: more would claim more than is known. */
export function ratio(value: number): string {
  return digits(value.toFixed(value < 10 ? 2 : 1));
}

export function day(iso: string): string {
  const [year = '', month = '', date = ''] = iso.split('-');
  return text('format.day', {
    day: digits(String(Number(date))),
    month: text(`month.${Number(month)}` as TextKey),
    year: digits(year),
  });
}

/** The month of an ISO date, short: for axes. */
export function month(iso: string): string {
  return text(`month.short.${Number(iso.slice(5, 7))}` as TextKey);
}

export function monthAndYear(iso: string): string {
  return text('format.month', { month: month(iso), year: digits(iso.slice(0, 4)) });
}

/** One day, or first and last day of an interval. */
export function days(first: string, last: string): string {
  return first === last ? day(first) : text('number.interval', { low: day(first), high: day(last) });
}

/** The days that counts of incidents beside an estimate cover: those of the estimate and those shown as air attacks. */
export function period({ as_of, from, to }: Pick<Comparison, 'as_of' | 'from' | 'to'>): string {
  return text('table.period', { start: day(WINDOW_START), date: day(as_of), from: day(from), to: day(to) });
}
