import { expect, test } from 'vitest';
import type { ClassesByDay } from '../api/types';
import { DEFAULT_VIEW, type View } from '../state/view';
import { comparison, unit, UNLISTED } from '../testing/comparison';
import { classParameters, DayClasses } from './day-classes';
import { shadedOf, type Scene } from './map-engine';
import { paintOf } from './unit-paint';

const days = new DayClasses(classParameters(DEFAULT_VIEW) ?? {}, {
  version: 'test',
  as_of_range: ['2022-01-30', '2022-02-02'],
  units: [
    { pcode: 'MMR002', classes: '45-.', un_days: ['2022-01-31'] },
    { pcode: 'MMR013', classes: '01-.', un_days: [] },
  ],
} as unknown as ClassesByDay);
const on = (asOf: string, rest: Partial<View> = {}): View => ({ ...DEFAULT_VIEW, asOf, ...rest });
const scene = (view: View, rest: Partial<Scene> = {}): Scene => {
  const units = [unit(), unit({ pcode: 'MMR013', displaced: null, ...UNLISTED })];
  return { comparison: comparison(units), view, units, exposed: new Map(), days, ...rest };
};

test('a day has its classes, none where there is no value, and its hatching from the days of UN figures', () => {
  expect(Object.fromEntries(days.on(on('2022-01-31'), comparison()) ?? [])).toEqual({
    MMR002: { class: 5, unlisted: false },
    MMR013: { class: 1, unlisted: true },
  });
  expect(days.on(on('2022-02-01'), comparison())?.get('MMR002')).toEqual({ class: -1, unlisted: true });
});

test.each([
  ['a day without an answer', on('2022-02-02')],
  ['a day outside', on('2022-02-03')],
  ['a day before', on('2022-01-29')],
  ['another measure', on('2022-01-31', { measure: 'un' })],
  ['another product', on('2022-01-31', { product: 'nowcast' })],
  ['a cut-off of its own', on('2022-01-31', { cutoff: '2021-12-01' })],
  ['a finer level', on('2022-01-31', { level: 3 })],
  ['another version', on('2022-01-31', { version: '2' })],
])('%s has no classes ahead of its figures', (_name, view) => {
  expect(days.on(view, comparison())).toBeUndefined();
});

test('classes of other data than the figures are not used', () => {
  expect(days.on(on('2022-01-31'), comparison([], {}, { version: 'newer' }))).toBeUndefined();
});

test('the window of incidents changes the classes of those measures only that count them', () => {
  expect(classParameters(on('2022-01-31', { from: '2021-06-01', to: '2021-12-01' }))).toEqual({ measure: 'estimate' });
  expect(classParameters(on('2022-01-31', { from: '2021-06-01', measure: 'killed' }))).toEqual({ measure: 'killed', from: '2021-06-01' });
});

test('units are painted by the class of the day chosen while the figures are still of another, and the map is called by it', () => {
  const moved = scene(on('2022-01-30'));
  expect(paintOf(moved).get('MMR002')).toEqual({ class: 4, unlisted: true, selected: false });
  expect(shadedOf(moved).asOf).toBe('2022-01-30');
  const without = scene(on('2022-01-30'), { days: undefined });
  expect(paintOf(without).get('MMR002')).toEqual({ class: 4, unlisted: false, selected: false });
  expect(shadedOf(without).asOf).toBe('2022-01-31');
});

test.each(['estimate', 'rate', 'incidents', 'killed'] as const)('a unit without a UN figure is hatched over our estimates only: %s', (measure) => {
  const shown = scene(on('2022-01-31', { measure }), { units: [unit(UNLISTED)], days: undefined });
  expect(paintOf(shown).get('MMR002')?.unlisted).toBe(measure === 'estimate' || measure === 'rate');
});
