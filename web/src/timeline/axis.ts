import type { Comparison } from '../api/types';
import { dayNumber, isoDay } from '../state/days';
import { WINDOW_START } from '../state/view';
import { month, monthAndYear } from '../text/format';

/** A mark below the slider: a quarter's first day; January and July keep their label on narrow screens. */
export interface Tick {
  readonly percent: number;
  readonly label: string;
  readonly major: boolean;
}

/** Where a date lies between the first and the last one, in percent. */
export function positionOf(iso: string, first: string, last: string): number {
  const [day, low, high] = [iso, first, last].map(dayNumber) as [number, number, number];
  return high === low ? 0 : (100 * (day - low)) / (high - low);
}

/** One tick for every quarter that begins inside the range; January carries its year. */
export function ticks(first: string, last: string): Tick[] {
  const result: Tick[] = [];
  for (let day = dayNumber(first); day <= dayNumber(last); day++) {
    const iso = isoDay(day);
    if (/-(01|04|07|10)-01$/.test(iso)) {
      result.push({
        percent: positionOf(iso, first, last),
        major: /-(01|07)-/.test(iso),
        label: iso.includes('-01-01') ? monthAndYear(iso) : month(iso),
      });
    }
  }
  return result;
}

/** First and last day of the one axis that everything about time stands on. */
export function timeAxis(comparison: Comparison | undefined): [first: string, last: string] {
  return [WINDOW_START, comparison?.as_of_range[1] ?? WINDOW_START];
}
