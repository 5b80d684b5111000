import { loadClasses, type Query } from '../api/client';
import type { ClassesByDay, Comparison } from '../api/types';
import { dayNumber } from '../state/days';
import { Latest } from '../state/latest';
import { given, isSame } from '../state/requests';
import type { ViewStore } from '../state/store';
import { WINDOW_START, type View } from '../state/view';

const SETTLED_MILLIS = 120;

/** How a unit is shaded: its class, -1 for none, and whether the UN leaves it out on that day. */
export interface DayClass {
  readonly class: number;
  readonly unlisted: boolean;
}

/** What units are shaded by on every day, so that moving the date asks for nothing before the map is painted. */
export class DayClasses {
  readonly asked: Query;
  readonly answer: ClassesByDay;

  constructor(asked: Query, answer: ClassesByDay) {
    this.asked = asked;
    this.answer = answer;
  }

  /** The classes of the day of the view by P-code; undefined if these are others, or of other data than the comparison. */
  on(view: View, { version }: Pick<Comparison, 'version'>): ReadonlyMap<string, DayClass> | undefined {
    if (this.answer.version !== version || !isSame(this.asked, classParameters(view))) {
      return undefined;
    }
    const place = dayNumber(view.asOf) - dayNumber(this.answer.as_of_range[0]);
    const found = new Map<string, DayClass>();
    for (const { pcode, classes, un_days } of this.answer.units) {
      const written = classes.charAt(place);
      if (written === '' || written === '.') {
        return undefined; // no answer of that day: the server says why
      }
      found.set(pcode, { class: written === '-' ? -1 : Number(written), unlisted: !un_days.includes(view.asOf) });
    }
    return found;
  }
}

/** What is asked for the classes of every day; undefined where each day has to be asked for by itself. */
export function classParameters({ level, measure, product, cutoff, from, to, version }: View): Query | undefined {
  if (level !== 1 || measure === 'exposure' || product === 'allocation' || cutoff !== undefined) {
    return undefined;
  }
  const counts = measure === 'incidents' || measure === 'killed'; // others do not depend on the window
  return given({
    measure,
    product: product === 'independent' ? '' : product,
    from: !counts || from === WINDOW_START ? '' : from,
    to: (counts && to) || '',
    v: version ?? '',
  });
}

/**
 * Has the classes of a map follow the view from now on; where they do not come it is shaded when the figures of the
 * day have come. Answers what is to be called when figures have come, which may be of newer data.
 */
export function followDays(
  store: ViewStore,
  map: { days: DayClasses | undefined; comparison: Comparison | undefined },
): () => void {
  const latest = new Latest(SETTLED_MILLIS);
  const load = async (): Promise<void> => {
    const asked = classParameters(store.view);
    const known = isSame(asked, map.days?.asked) && map.days?.answer.version === map.comparison?.version;
    if (asked !== undefined && !known) {
      const answer = await latest.run((signal) => loadClasses(asked, signal)).catch(() => undefined);
      map.days = answer === undefined ? map.days : new DayClasses(asked, answer);
    }
  };
  store.listen((view, before) => {
    if (!isSame(classParameters(view), classParameters(before))) {
      void load();
    }
  });
  void load();
  return () => void load();
}
