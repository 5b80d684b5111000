import { expect, test } from 'vitest';
import { unit, UNLISTED } from '../testing/comparison';
import { COLUMNS, rows } from './rows';

const UNITS = [
  unit({ pcode: 'MMR002', name: 'Kayah', un_displaced: 91_900, displaced: 36_800, ratio_to_un: 0.4 }),
  unit({ pcode: 'MMR005', name: 'Sagaing', un_displaced: 136_300, displaced: 137_000, ratio_to_un: 1 }),
  unit({ pcode: 'MMR008', name: 'Bago', un_displaced: 800, displaced: 10_400, ratio_to_un: null }),
  unit({ pcode: 'MMR010', name: 'Mandalay', displaced: 49_100, ...UNLISTED }),
  unit({ pcode: 'MMR012', name: 'Rakhine', displaced: null, ...UNLISTED }),
];
const pcodes = (units: readonly { pcode: string }[]): string[] => units.map(({ pcode }) => pcode);

test('the UN figure leads, and what the UN did not list stands below', () => {
  const { listed, unlisted } = rows(UNITS);
  expect(pcodes(listed)).toEqual(['MMR005', 'MMR002', 'MMR008']);
  expect(pcodes(unlisted)).toEqual(['MMR010', 'MMR012']);
});

test('no order puts an unlisted unit above a listed one', () => {
  for (const column of COLUMNS) {
    for (const descending of [true, false]) {
      const { listed, unlisted } = rows(UNITS, { column, descending });
      expect(listed.every(({ un_displaced }) => un_displaced !== null)).toBe(true);
      expect(listed.length + unlisted.length).toBe(UNITS.length);
    }
  }
});

test('a blank ratio comes last in both directions', () => {
  expect(pcodes(rows(UNITS, { column: 'ratio', descending: true }).listed)).toEqual(['MMR005', 'MMR002', 'MMR008']);
  expect(pcodes(rows(UNITS, { column: 'ratio', descending: false }).listed)).toEqual(['MMR002', 'MMR005', 'MMR008']);
});

test('names go by the alphabet', () => {
  expect(pcodes(rows(UNITS, { column: 'name', descending: false }).listed)).toEqual(['MMR008', 'MMR002', 'MMR005']);
});
