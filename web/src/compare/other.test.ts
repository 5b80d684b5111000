import { expect, test } from 'vitest';
import { DEFAULT_VIEW } from '../state/view';
import { unit } from '../testing/comparison';
import { difference, otherSide } from './other';

test('the other side is another date, or another product of the same date', () => {
  expect(otherSide(DEFAULT_VIEW)).toBeUndefined();
  expect(otherSide({ ...DEFAULT_VIEW, compare: '2023-01-31' })?.asOf).toBe('2023-01-31');
  const shared = otherSide({ ...DEFAULT_VIEW, compare: 'allocation' });
  expect(shared?.product).toBe('allocation');
  expect(shared?.asOf).toBe(DEFAULT_VIEW.asOf);
});

test('a product that has no such measure is shaded by its people', () => {
  const ratio = { ...DEFAULT_VIEW, measure: 'ratio' as const };
  expect(otherSide({ ...ratio, compare: 'allocation' })?.measure).toBe('estimate');
  expect(otherSide({ ...ratio, compare: 'nowcast' })?.measure).toBe('ratio');
});

test('a difference is said in words, and small ones are none', () => {
  expect(difference(unit({ displaced: 36_800 }), unit({ displaced: 91_900 }))).toBe('2.50 times lower');
  expect(difference(unit({ displaced: 91_900 }), unit({ displaced: 36_800 }))).toBe('2.50 times higher');
  expect(difference(unit({ displaced: 100_000 }), unit({ displaced: 110_000 }))).toBe('about equal');
});

test('where one side has no number there is no difference', () => {
  expect(difference(unit({ displaced: null }), unit())).toBe('');
  expect(difference(unit(), undefined)).toBe('');
  expect(difference(unit({ quality: 'unvalidated' }), unit())).toBe('');
});
