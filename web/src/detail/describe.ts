import type { Incident, Unit } from '../api/types';
import type { Picked } from '../map/pick';
import { days, estimated, hasInterval, interval, nameOf, number } from '../text/format';
import { keyOf, text, wordsFor } from '../text/text';

/** What is told of an incident, with its id or without. */
export type Told = Omit<Incident, 'id'> & { readonly id: string | null };

/** A thing on the map in a few lines, for the box at the pointer and for screen readers. */
export function describe(picked: Picked, units: readonly Unit[]): string[] {
  switch (picked.kind) {
    case 'incidents': {
      const [first, ...more] = picked.incidents;
      return first === undefined
        ? []
        : [
            ...incidentLines(first),
            ...(more.length === 0 ? [] : [text('detail.more-here', { count: number(more.length) })]),
          ];
    }
    case 'area':
      return [text('detail.area', { count: number(picked.count), unit: picked.name })];
    case 'cluster':
      return [text('detail.cluster', { count: number(picked.count), exact: number(picked.exact) })];
    case 'areas':
      return [text('detail.areas', { count: number(picked.count) })];
    case 'unit': {
      const unit = units.find(({ pcode }) => pcode === picked.pcode);
      return unit === undefined ? [] : unitLines(unit);
    }
  }
}

export function placeOf(incident: Told): string {
  return incident.place ?? text('detail.place.withheld');
}

/** How precisely the place is known, as words; a precision that is not in the text table is shown as it is. */
export function precisionOf({ precision }: Pick<Incident, 'precision'>): string {
  return wordsFor('detail.precision', precision);
}

/** What a source calls its kind, in words. */
export function kindOf(kind: string): string {
  return wordsFor('kind', kind);
}

export function airOf({ air }: Pick<Incident, 'air'>): string {
  return wordsFor('detail.air', air);
}

export function tollOf({
  killed_low,
  killed_best,
  killed_high,
}: Pick<Incident, 'killed_low' | 'killed_best' | 'killed_high'>): string {
  if (killed_best == null) {
    return text('detail.toll.unknown');
  }
  // A source that gives one limit only has no range.
  return killed_low == null || killed_high == null
    ? text('detail.toll.one', { best: number(killed_best) })
    : text('detail.toll', { best: number(killed_best), low: number(killed_low), high: number(killed_high) });
}

function unitLines(unit: Unit): string[] {
  const un = unit.un_displaced === null ? text(keyOf('detail.un-none', unit.product)) : number(unit.un_displaced);
  return [
    nameOf(unit),
    `${text('detail.un')}: ${un}`,
    `${text(keyOf('detail.estimate', unit.product))}: ${estimated(unit)}${limits(unit)}`,
  ];
}

function limits(unit: Unit): string {
  return hasInterval(unit) ? ` (${interval(unit.displaced_low80, unit.displaced_high80)})` : '';
}

function incidentLines(incident: Incident): string[] {
  return [placeOf(incident), days(incident.date_start, incident.date_end), airOf(incident), precisionOf(incident)].filter(
    (line) => line !== '',
  );
}
