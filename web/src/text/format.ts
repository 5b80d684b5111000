import type { Unit } from '../api/types';
import { text } from './text';

/** Numbers and dates in words, the same on the page, in the map and for screen readers. */

const NUMBER = new Intl.NumberFormat('en-GB');
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export function number(value: number): string {
  return NUMBER.format(value);
}

/** Incidents of a unit; one that is spread over several units counts in each by its share. */
export function count(value: number | null): string {
  return value === null ? text('number.unknown') : NUMBER.format(Math.round(value));
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
  return isUnvalidated(unit) ? (unit.displaced_class ?? text('number.unknown')) : people(unit.displaced);
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
  return value.toFixed(value < 10 ? 2 : 1);
}

export function day(iso: string): string {
  return DAY.format(new Date(`${iso}T00:00:00Z`));
}

/** One day, or first and last day of an interval. */
export function days(first: string, last: string): string {
  return first === last ? day(first) : text('number.interval', { low: day(first), high: day(last) });
}
