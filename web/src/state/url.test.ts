import { expect, test } from 'vitest';
import { DEFAULT_DATE } from './url';

test('the page opens on the date of the 440,000', () => {
  expect(DEFAULT_DATE).toBe('2022-01-31');
});
