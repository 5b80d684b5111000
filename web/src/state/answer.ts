import { loadComparison, loadExposed, loadUnits, RequestFailed } from '../api/client';
import type { Comparison, Unit } from '../api/types';
import { day, number, people } from '../text/format';
import { keyOf, text } from '../text/text';
import type { Exposed } from '../theme/measures';
import { isSame, unitParameters } from './requests';
import type { View } from './view';

/** What the server answers to a view, and the words for it: the same on the page and in a frame. */

/** The comparison, and the units of the level that is shaded. */
export interface Answer {
  readonly comparison: Comparison;
  readonly units: readonly Unit[];
  readonly exposed: Exposed;
}

export async function load(view: View, signal: AbortSignal): Promise<Answer> {
  const asked = unitParameters(view);
  const [comparison, finer, exposed] = await Promise.all([
    // Asked for another day, a kind of figure that a day lacks is no failure, which browsers would report.
    loadComparison(view.product === 'independent' ? asked : { ...asked, nearest: 'true' }, signal),
    view.level === 1 ? undefined : loadUnits(asked, view.level, signal),
    view.measure === 'exposure' ? loadExposed(asked, view.level, signal) : new Map<string, number | null>(),
  ]);
  return { comparison, units: finer ?? comparison.units, exposed };
}

export function needsFigures(view: View, before: View): boolean {
  return (
    !isSame(unitParameters(view), unitParameters(before)) ||
    view.level !== before.level ||
    (view.measure === 'exposure' && before.measure !== 'exposure')
  );
}

export function summary({ as_of, national, product }: Comparison): string {
  const values = {
    date: day(as_of),
    estimate: people(national.displaced),
    low: people(national.displaced_low80),
    high: people(national.displaced_high80),
  };
  return national.un_displaced === null
    ? text(keyOf('live.summary.no-un', product), values)
    : text(keyOf('live.summary', product), { ...values, un: number(national.un_displaced) });
}

/** Why there is no answer, as the reader is told it. */
export function reasonOf(failure: unknown): string {
  return failure instanceof RequestFailed && !failure.offline && failure.message !== ''
    ? failure.message
    : text('load.offline');
}
