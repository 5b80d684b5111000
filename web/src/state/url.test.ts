import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './url';
import { DEFAULT_VIEW } from './view';

test('the page opens on the date of the 440,000, with nothing in the address', () => {
  expect(readAddress('').view).toEqual(DEFAULT_VIEW);
  expect(writeAddress(DEFAULT_VIEW)).toBe('');
});

test('every view survives the way to the address and back', () => {
  for (const asOf of ['2021-11-01', '2022-01-31', '2023-12-31']) {
    for (const marks of ['air', 'all'] as const) {
      for (const unit of [undefined, 'MMR002', 'MMR007-008']) {
        const view = { asOf, marks, unit };
        expect(readAddress(writeAddress(view))).toEqual({ view, ignored: [] });
      }
    }
  }
});

test('says what it ignored and keeps the rest', () => {
  const { view, ignored } = readAddress('?as_of=2022-02-30&unit=mmr002&colour=red&marks=<b>');
  expect(view).toEqual({ ...DEFAULT_VIEW, unit: 'MMR002' });
  expect(ignored).toEqual(['as_of=2022-02-30', 'colour=red', 'marks=<b>']);
});
