import type { Unit } from '../api/types';
import { nameOf } from '../text/format';

/** What the table can be sorted by. */
export const COLUMNS = ['name', 'un', 'estimate', 'ratio', 'incidents', 'air'] as const;
export type Column = (typeof COLUMNS)[number];

/** An order that the reader chose; undefined: as it comes, by UN figure, then by our estimate. */
export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/**
 * Units as the table shows them: those the UN listed first; then those it did not. A unit that only
 * the model speaks of never stands above a listed one, whatever the order inside the two groups.
 */
export interface Rows {
  readonly listed: readonly Unit[];
  readonly unlisted: readonly Unit[];
}

export function rows(units: readonly Unit[], order?: Order): Rows {
  const listed = units.filter((unit) => unit.un_displaced !== null);
  const unlisted = units.filter((unit) => unit.un_displaced === null);
  return {
    listed: [...listed].sort(by(order ?? { column: 'un', descending: true })),
    unlisted: [...unlisted].sort(by(order ?? { column: 'estimate', descending: true })),
  };
}

/** Blank cells come last in both directions, ties by P-code. */
function by({ column, descending }: Order): (a: Unit, b: Unit) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    const [x, y] = [valueIn(column, a), valueIn(column, b)];
    if (x === null || y === null) {
      return Number(x === null) - Number(y === null) || tie(a, b);
    }
    return sign * (typeof x === 'string' ? x.localeCompare(String(y)) : x - Number(y)) || tie(a, b);
  };
}

const tie = (a: Unit, b: Unit): number => (a.pcode < b.pcode ? -1 : 1);

function valueIn(column: Column, unit: Unit): string | number | null {
  switch (column) {
    case 'name':
      return nameOf(unit);
    case 'un':
      return unit.un_displaced;
    case 'estimate':
      return unit.displaced ?? 0;
    case 'ratio':
      return unit.ratio_to_un;
    case 'incidents':
      return unit.events;
    case 'air':
      return unit.air_incidents;
  }
}
