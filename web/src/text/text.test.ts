import { expect, test } from 'vitest';
import en from './en.json';
import { day, estimated, interval, people, ratio, setLeastPeople } from './format';
import my from './my.json';
import { pieces, text } from './text';

const placeholders = (sentence: string): string[] => [...sentence.matchAll(/\{[a-z0-9]+\}/g)].map(String).sort();

test('every Burmese sentence has an English one with the same placeholders', () => {
  for (const [key, burmese] of Object.entries(my)) {
    if (key !== '_review') {
      expect(en, key).toHaveProperty([key]);
      expect(placeholders(burmese), key).toEqual(placeholders(en[key as keyof typeof en]));
    }
  }
});

test('every English sentence has a Burmese one', () => {
  expect(Object.keys(en).filter((key) => !(key in my))).toEqual([]);
});

test('cuts a sentence at its placeholders', () => {
  expect(pieces('headline.no-un')).toEqual([
    { text: 'No UN figure is dated ' },
    { value: 'date' },
    { text: '.' },
  ]);
});

test('a missing value is an error, not a hole in a sentence', () => {
  expect(() => text('headline.no-un')).toThrow('"headline.no-un" needs a value for {date}');
});

test('numbers under 100 are never printed', () => {
  expect(people(null)).toBe('under 100');
  expect(interval(null, 700)).toBe('under 100–700');
  expect(interval(7100, 191000)).toBe('7,100–191,000');
});

test('an operator may raise the least number', () => {
  setLeastPeople(1000);
  expect(people(null)).toBe('under 1,000');
  setLeastPeople(100);
});

test('a unit that nothing tests is told by its class, never by its number', () => {
  const township = { displaced: 44_400, displaced_class: '30,000 to 100,000' };
  expect(estimated({ ...township, quality: 'unvalidated' })).toBe('30,000 to 100,000');
  expect(estimated({ ...township, quality: null })).toBe('44,400');
});

test('dates and ratios are written as the server writes them', () => {
  expect(day('2022-01-31')).toBe('31 January 2022');
  expect(ratio(1.017)).toBe('1.02');
  expect(ratio(13)).toBe('13.0');
});
