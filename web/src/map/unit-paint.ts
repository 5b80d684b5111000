import { classIn, isEstimate, valueOf } from '../theme/measures';
import type { Scene } from './map-engine';

/** How one unit is painted. A type, since MapLibre keeps it as the state of a feature. */
export type UnitPaint = {
  /** Class of its shade, 0 is the lowest; -1: nothing to say. */
  readonly class: number;
  /** Hatched: no data, or not listed by the UN. */
  readonly unlisted: boolean;
  readonly selected: boolean;
};

/** How each unit of the scene is painted, by P-code: by the class of its day, if that is known before its numbers. */
export function paintOf({ comparison, view, units, exposed, days }: Scene): ReadonlyMap<string, UnitPaint> {
  const known = days?.on(view, comparison);
  return new Map(
    units.map((unit) => {
      const early = known?.get(unit.pcode);
      const shown = early?.class ?? classIn(view.measure, valueOf(unit, view.measure, exposed));
      const unlisted = early?.unlisted ?? unit.un_displaced === null;
      return [
        unit.pcode,
        {
          class: shown,
          // Below the first level the UN lists nothing at all, which the words beside the map say.
          unlisted: shown < 0 || (view.level === 1 && isEstimate(view.measure) && unlisted),
          selected: unit.pcode === view.selected,
        },
      ];
    }),
  );
}
