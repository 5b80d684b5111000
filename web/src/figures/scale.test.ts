import { expect, test } from 'vitest';
import { LOGARITHMIC, percent, steps } from './scale';

test('the axis of the table runs from 100 to a million in four equal parts', () => {
  expect([100, 1_000, 10_000, 100_000, 1_000_000].map((people) => percent(LOGARITHMIC(people)))).toEqual([
    '0.00%',
    '25.00%',
    '50.00%',
    '75.00%',
    '100.00%',
  ]);
});

test.each([
  [804_000, 1_000_000, 6],
  [120, 200, 3],
  [1_000_000, 1_000_000, 6],
  [6_400_000, 8_000_000, 5],
])('an axis for %i people ends at %i with %i ticks', (largest, end, count) => {
  const ticks = steps(largest);
  expect(ticks[0]).toBe(0);
  expect(ticks.at(-1)).toBe(end);
  expect(ticks).toHaveLength(count);
});
