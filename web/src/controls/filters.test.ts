// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { FilterCounts } from '../api/client';
import type { Comparison, Unit } from '../api/types';
import { DEFAULT_VIEW, UNFILTERED, type View } from '../state/view';
import { comparison, unit } from '../testing/comparison';
import './filters';
import burmese from '../text/my.json';
import { isZawgyi } from './zawgyi';

type FiltersElement = HTMLElement & {
  comparison: Comparison;
  view: View;
  units: readonly Unit[];
  counts: FilterCounts | undefined;
  updateComplete: Promise<boolean>;
};

const COUNTS: FilterCounts = {
  total: 1_009,
  shown: 47,
  filters: [
    { parameter: 'air', hides: 906 },
    { parameter: 'kind', hides: 0 },
  ],
  sources: [
    { value: 'curated', written: 'curated', incidents: 47 },
    { value: 'ucdp', written: 'ucdp', incidents: 0 },
  ],
  kinds: [{ value: 'air attack, <b>fixed</b> wing', written: 'air attack\\, <b>fixed</b> wing', incidents: 12 }],
  precisions: [{ value: 'village', written: 'village', incidents: 20 }],
};

async function open(view: Partial<View> = {}): Promise<{ element: FiltersElement; chosen: Partial<View>[] }> {
  const element = document.createElement('dm-filters') as FiltersElement;
  Object.assign(element, { view: { ...DEFAULT_VIEW, ...view }, units: [unit()], counts: COUNTS });
  element.comparison = comparison();
  document.body.replaceChildren(element);
  await element.updateComplete;
  const chosen: Partial<View>[] = [];
  element.addEventListener('view-chosen', (event) => chosen.push((event as CustomEvent<Partial<View>>).detail));
  return { element, chosen };
}

test('says how many are shown and how many a filter alone hides', async () => {
  const { element } = await open();
  expect(element.querySelector('summary')?.textContent).toContain('47 of 1,009');
  expect([...element.querySelectorAll('.hides')].map(({ textContent }) => textContent)).toEqual(['hides 906']);
});

test('a box narrows to its choice, and lifts it again', async () => {
  const { element, chosen } = await open();
  const box = element.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.click();
  expect(chosen).toEqual([{ sources: ['curated'] }]);
  const narrowed = await open({ sources: ['curated'] });
  narrowed.element.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  expect(narrowed.chosen).toEqual([{ sources: [] }]);
});

test('a kind goes into the address as the server writes it, and onto the page as text', async () => {
  const { element, chosen } = await open();
  expect(element.querySelector('b')).toBeNull();
  [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].at(-1)?.click();
  expect(chosen).toEqual([{ kinds: ['air attack\\, <b>fixed</b> wing'] }]);
});

test('clearing shows every incident', async () => {
  const { element, chosen } = await open({ minKilled: 5 });
  element.querySelector<HTMLElement>('.filter-clear')?.click();
  expect(chosen).toEqual([UNFILTERED]);
});

test('knows Zawgyi from Unicode', () => {
  expect(isZawgyi('\u1031\u1019\u102C')).toBe(true); // E before its consonant
  expect(isZawgyi('\u101B\u1014\u1039\u1000\u102F\u1014\u1039')).toBe(true); // Yangon in Zawgyi
  expect(isZawgyi('\u103B\u1019\u1014\u1039\u1019\u102C')).toBe(true); // Myanmar in Zawgyi
  expect(isZawgyi('in \u103B\u1015\u100A\u1039')).toBe(true); // a medial before its consonant
  expect(isZawgyi('\u103B\u1019')).toBe(true);
  for (const unicode of ['ရန်ကုန်', 'ဟားခါး', 'မြန်မာ', 'နေပြည်တော်', 'မန္တလေး', 'Loikaw', '']) {
    expect(isZawgyi(unicode), unicode).toBe(false);
  }
  for (const [key, words] of Object.entries(burmese)) {
    expect(isZawgyi(String(words)), key).toBe(false);
  }
});
