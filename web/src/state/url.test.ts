import { expect, test, vi } from 'vitest';
import { pageAddress, readAddress, writeAddress } from './url';
import { DEFAULT_VIEW, type View } from './view';

test('the page opens on the date of the 440,000, with nothing in the address', () => {
  expect(readAddress('').view).toEqual(DEFAULT_VIEW);
  expect(writeAddress(DEFAULT_VIEW)).toBe('');
});

/** One value of each choice that is not its default. */
const OTHER: View = {
  asOf: '2023-12-31',
  cutoff: '2023-01-31',
  product: 'nowcast',
  from: '2022-01-01',
  to: '2022-12-31',
  level: 3,
  measure: 'rate',
  groups: true,
  air: 'all',
  sources: ['curated', 'ucdp'],
  kinds: ['air attack\\, fixed wing', 'ground'],
  precisions: ['exact', 'village'],
  minKilled: 10,
  units: ['MMR002', 'MMR007-008'],
  text: 'Loikaw & ဟားခါး',
  selected: 'ucdp:MYA-2021-1-1',
  compare: 'allocation',
  at: { zoom: 7.3, lat: 19.674, lon: 97.21 },
  language: 'my',
  version: '12-0123456789ab',
};

test('every choice survives the way to the address and back, alone and with all others', () => {
  const back = (view: View): void => expect(readAddress(writeAddress(view))).toEqual({ view, ignored: [] });
  back(OTHER);
  for (const [key, value] of Object.entries(OTHER)) {
    back({ ...DEFAULT_VIEW, [key]: value });
    back({ ...OTHER, [key]: DEFAULT_VIEW[key as keyof View] });
  }
});

test('one choice has one address', () => {
  const view = { ...DEFAULT_VIEW, units: ['MMR003', 'MMR002'] };
  expect(writeAddress(view)).toBe('?unit=MMR002,MMR003');
  expect(readAddress('?unit=MMR003,MMR002,MMR003').view.units).toEqual(['MMR002', 'MMR003']);
});

test('the outlines of groups are named by one short word, and only if they are shown', () => {
  expect(writeAddress({ ...DEFAULT_VIEW, groups: true })).toBe('?groups=1');
  expect(readAddress('?groups=0')).toEqual({ view: DEFAULT_VIEW, ignored: [] });
});

test('says what it ignored and keeps the rest', () => {
  const { view, ignored } = readAddress('?as_of=2022-02-30&selected=MMR002&colour=red&air=<b>&groups=on&at=5/x/1&level=4&level=2');
  expect(view).toEqual({ ...DEFAULT_VIEW, selected: 'MMR002' });
  expect(ignored).toEqual(['as_of=2022-02-30', 'colour=red', 'air=<b>', 'groups=on', 'at=5/x/1', 'level=4', 'level=2']);
});

test('whatever stands in an address, it is read without a failure', () => {
  let seed = Date.now() % 1_000_000;
  const start = seed;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const names = ['as_of', 'at', 'unit', 'text', 'v', 'lang', 'min_killed', 'x', ''];
  for (let i = 0; i < 2000; i++) {
    const mangled = Array.from({ length: random(6) }, () => {
      const value = Array.from({ length: random(12) }, () => String.fromCharCode(32 + random(4096))).join('');
      return `${names[random(names.length)]}=${value}`;
    }).join('&');
    expect(() => readAddress(`?${mangled}`), `seed ${start}: ${mangled}`).not.toThrow();
  }
});

test.each(['unhcr:a/b c?#<x>&y=1', 'ကယား:၁၂%2F', 'MMR002'])('what is chosen comes back from the address: %s', (selected) => {
  const view = { ...DEFAULT_VIEW, selected };
  expect(readAddress(writeAddress(view))).toEqual({ view, ignored: [] });
});

test('control characters are no id', () => {
  expect(readAddress('?selected=a%0Ab').ignored).toEqual(['selected=a\nb']);
});

test('other pages are asked for in the language and with the data of this one', () => {
  vi.stubGlobal('location', { search: '?as_of=2022-02-07&v=1&lang=my' });
  expect(pageAddress('validation')).toBe('validation?lang=my&v=1');
  vi.stubGlobal('location', { search: '?as_of=2022-02-07' });
  expect(pageAddress('method')).toBe('method');
  vi.unstubAllGlobals();
});

test('an allocation is not divided by the UN figure that it shares out', () => {
  const read = readAddress('?measure=ratio&product=allocation');
  expect(read.ignored).toEqual(['measure=ratio']);
  expect(read.view).toEqual({ ...DEFAULT_VIEW, product: 'allocation' });
  expect(readAddress('?measure=ratio&product=nowcast').ignored).toEqual([]);
});
