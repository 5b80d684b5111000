import type { Unit } from '../api/types';

/**
 * Units as the table shows them: those the UN listed first, by its figure; then those it did not, by
 * our estimate. A unit that only the model speaks of never stands above a listed one.
 */
export interface Rows {
  readonly listed: readonly Unit[];
  readonly unlisted: readonly Unit[];
}

export function rows(units: readonly Unit[]): Rows {
  const largestFirst = (people: (unit: Unit) => number) => (a: Unit, b: Unit) =>
    people(b) - people(a) || (a.pcode < b.pcode ? -1 : 1);
  return {
    listed: units.filter((unit) => unit.un_displaced !== null).sort(largestFirst((unit) => unit.un_displaced ?? 0)),
    unlisted: units.filter((unit) => unit.un_displaced === null).sort(largestFirst((unit) => unit.displaced ?? 0)),
  };
}
