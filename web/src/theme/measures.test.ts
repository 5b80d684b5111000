import { expect, test } from 'vitest';
import { MEASURES } from '../state/view';
import { unit, UNLISTED } from '../testing/comparison';
import { breaksOf, classIn, rampOf, valueOf } from './measures';
import theme from './theme';

const NONE = new Map<string, number | null>();

test('each measure has as many colours as classes, in both modes', () => {
  for (const measure of MEASURES) {
    for (const colours of [theme.light, theme.dark]) {
      const ramp = rampOf(measure, colours);
      expect(ramp).toHaveLength(breaksOf(measure).length + 1);
      expect(ramp.every((colour) => /^#[0-9A-F]{6}$/.test(colour)), measure).toBe(true);
    }
  }
});

test('a value on a break belongs to the upper class; nothing has no class', () => {
  expect(classIn('estimate', 999)).toBe(0);
  expect(classIn('estimate', 1000)).toBe(1);
  expect(classIn('estimate', undefined)).toBe(-1);
});

test('what is not known shades nothing', () => {
  expect(valueOf(unit(UNLISTED), 'un', NONE)).toBeUndefined();
  expect(valueOf(unit(UNLISTED), 'ratio', NONE)).toBeUndefined();
  expect(valueOf(unit({ population: null }), 'rate', NONE)).toBeUndefined();
  expect(valueOf(unit({ displaced: null, displaced_class: null }), 'estimate', NONE)).toBeUndefined();
  expect(valueOf(unit(), 'exposure', new Map([['MMR002', null]]))).toBeUndefined();
});

test('an estimate under the least is in the lowest class, not unknown', () => {
  expect(valueOf(unit({ displaced: null, displaced_class: 'under 1,000' }), 'estimate', NONE)).toBe(0);
});

test('the rate is per 1,000 people of the census', () => {
  expect(valueOf(unit({ displaced: 36_800, population: 286_627 }), 'rate', NONE)).toBeCloseTo(128.4, 1);
});
