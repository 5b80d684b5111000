import { expect, test } from 'vitest';
import { dayNumber, isDay, isoDay } from './days';

test('a date goes to a number and back', () => {
  expect(isoDay(dayNumber('2022-01-31'))).toBe('2022-01-31');
  expect(dayNumber('2022-03-01') - dayNumber('2022-02-28')).toBe(1);
});

test.each(['2022-02-30', '2022-1-31', '31.01.2022', '2022-13-01', '', '2022-01-31T00:00'])(
  'refuses %j as a date',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test('accepts a leap day', () => {
  expect(isDay('2024-02-29')).toBe(true);
});
