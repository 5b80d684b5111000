import type { Query } from '../api/client';
import type { ClassesByDay, Comparison } from '../api/types';
import { dayNumber } from '../state/days';
import { classParameters, isSame } from '../state/requests';
import type { View } from '../state/view';

/** What units are shaded by on every day, so that moving the date asks for nothing before the map is painted. */
export interface DayClasses {
  readonly asked: Query;
  readonly answer: ClassesByDay;
}

/** How a unit is shaded: its class, -1 for none, and whether the UN leaves it out on that day. */
export interface DayClass {
  readonly class: number;
  readonly unlisted: boolean;
}

/** The classes of the day of the view by P-code; undefined if these are others, or of other data than the comparison. */
export function classesOn(
  days: DayClasses | undefined,
  view: View,
  { version }: Pick<Comparison, 'version'>,
): ReadonlyMap<string, DayClass> | undefined {
  if (days === undefined || days.answer.version !== version || !isSame(days.asked, classParameters(view))) {
    return undefined;
  }
  const place = dayNumber(view.asOf) - dayNumber(days.answer.as_of_range[0]);
  const found = new Map<string, DayClass>();
  for (const { pcode, classes, un_days } of days.answer.units) {
    const written = classes.charAt(place);
    if (written === '' || written === '.') {
      return undefined; // no answer of that day: the server says why
    }
    found.set(pcode, { class: written === '-' ? -1 : Number(written), unlisted: !un_days.includes(view.asOf) });
  }
  return found;
}
