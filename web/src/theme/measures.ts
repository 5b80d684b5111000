import type { Unit } from '../api/types';
import type { Measure } from '../state/view';
import type { Colours } from './colours';
import theme from './theme';

/** What shades the units: value, class and colour of each measure. Breaks and colours are in theme.json. */

/** People living near incidents, by P-code; null: too few to be told, or not known. */
export type Exposed = ReadonlyMap<string, number | null>;

/** Exposure is shown for one distance; the API has others. */
export const EXPOSED_KM = 5;

/** The value that shades a unit; undefined where there is nothing to say. */
export function valueOf(unit: Unit, measure: Measure, exposed: Exposed): number | undefined {
  switch (measure) {
    case 'estimate':
      return unit.displaced_class === null ? undefined : (unit.displaced ?? 0);
    case 'rate':
      return unit.displaced_class === null || !unit.population
        ? undefined
        : (1000 * (unit.displaced ?? 0)) / unit.population;
    case 'ratio':
      return unit.ratio_to_un ?? undefined;
    case 'un':
      return unit.un_displaced ?? undefined;
    case 'incidents':
      return unit.incidents;
    case 'killed':
      return unit.killed_best;
    case 'exposure':
      return exposed.get(unit.pcode) ?? undefined;
  }
}

/** Whether it is made of our estimate, so that a unit without a UN figure is hatched over. */
export function isEstimate(measure: Measure): boolean {
  return measure === 'estimate' || measure === 'rate';
}

export function breaksOf(measure: Measure): readonly number[] {
  return theme.measures[measure].breaks;
}

/** Class of a value, 0 is the lowest; -1 where there is nothing to say. */
export function classIn(measure: Measure, value: number | undefined): number {
  return value === undefined ? -1 : breaksOf(measure).filter((limit) => value >= limit).length;
}

/** Colours of the classes of a measure, lowest first. */
export function rampOf(measure: Measure, colours: Colours): string[] {
  return [...breaksOf(measure), 0].map((_, index) => colours[styleOf(measure, index) as keyof Colours]);
}

/** Name of a class's colour: in the theme, and of its style on the page. */
export function styleOf(measure: Measure, index: number): string {
  return `${theme.measures[measure].colours}-${index}`;
}
