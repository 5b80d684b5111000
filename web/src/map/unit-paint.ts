import { classIn, valueOf } from '../theme/measures';
import type { Scene } from './map-engine';

/** How one unit is painted. A type, since MapLibre keeps it as the state of a feature. */
export type UnitPaint = {
  /** Class of its shade, 0 is the lowest; -1: nothing to say. */
  readonly class: number;
  /** Hatched: no data, or not listed by the UN. */
  readonly unlisted: boolean;
  readonly selected: boolean;
};

/** How each unit of the scene is painted, by P-code. */
export function paintOf({ view, units, exposed }: Scene): ReadonlyMap<string, UnitPaint> {
  return new Map(
    units.map((unit) => {
      const shown = classIn(view.measure, valueOf(unit, view.measure, exposed));
      return [
        unit.pcode,
        {
          class: shown,
          // Below the first level the UN lists nothing at all, which the words beside the map say.
          unlisted: shown < 0 || (view.level === 1 && unit.un_displaced === null),
          selected: unit.pcode === view.selected,
        },
      ];
    }),
  );
}
