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

/** People displaced by our estimate, which gives no number under 100. */
export function people(value: number | null): string {
  return value === null ? text('number.under-100') : number(value);
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
