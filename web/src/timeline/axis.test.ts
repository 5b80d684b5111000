import { expect, test } from 'vitest';
import { positionOf, ticks } from './axis';

test('ticks stand at the quarters and January carries its year', () => {
  expect(ticks('2021-11-10', '2022-08-01').map((tick) => tick.label)).toEqual(['Jan 2022', 'Apr', 'Jul']);
});

test('the range runs from 0 to 100 percent', () => {
  expect(positionOf('2021-11-10', '2021-11-10', '2023-12-31')).toBe(0);
  expect(positionOf('2023-12-31', '2021-11-10', '2023-12-31')).toBe(100);
});

test('a range of one day has its only date at the start', () => {
  expect(positionOf('2022-01-31', '2022-01-31', '2022-01-31')).toBe(0);
});
