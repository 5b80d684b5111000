// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { comparison, NO_UN_FIGURE, unit, UNLISTED } from '../testing/comparison';
import type { Comparison } from '../api/types';
import { rows } from './rows';
import './table';

async function table(shown: Comparison): Promise<HTMLElement> {
  const element = document.createElement('dm-table') as HTMLElement & { comparison: Comparison; updateComplete: Promise<boolean> };
  element.innerHTML = '<p>from the server</p>';
  document.body.replaceChildren(element);
  await element.updateComplete;
  expect(element.textContent).toBe('from the server');
  element.comparison = shown;
  await element.updateComplete;
  return element;
}

const line = (row: Element): string => (row.textContent ?? '').replace(/\s+/g, ' ').trim();

test('units that only the model speaks of never stand above listed ones', () => {
  const { listed, unlisted } = rows([
    unit({ pcode: 'MMR013', displaced: 999_000, ...UNLISTED }),
    unit({ pcode: 'MMR003', un_displaced: 81_400 }),
    unit({ pcode: 'MMR002', un_displaced: 91_900 }),
    unit({ pcode: 'MMR012', displaced: null, ...UNLISTED }),
  ]);
  expect(listed.map(({ pcode }) => pcode)).toEqual(['MMR002', 'MMR003']);
  expect(unlisted.map(({ pcode }) => pcode)).toEqual(['MMR013', 'MMR012']);
});

test('shows the UN figure before our estimate, which never stands without its interval', async () => {
  const element = await table(comparison());
  expect(line(element.querySelector('[data-pcode=MMR002]') as Element)).toMatch(/^Kayah 91,900 36,800 7,100–191,000/);
  expect(element.textContent).not.toContain('from the server');
});

test('the days that its counts cover are written below it', async () => {
  const element = await table(comparison([unit()], {}, { from: '2021-12-01', to: '2022-01-15' }));
  expect(element.querySelector('.period')?.textContent).toBe(
    'Incidents: 1 February 2021 to 31 January 2022, as the estimate counts them. Air attacks: 1 December 2021 to 15 January 2022.',
  );
});

test('without any breakdown of the date no unit is said to be left out of one', async () => {
  const element = await table(comparison([unit({ displaced: null, displaced_low80: null, ...UNLISTED })]));
  expect(line(element.querySelector('.unlisted [data-pcode]') as Element)).toMatch(/no figure under 100 under 100–191,000/);
  expect(element.textContent).toContain('No UN figures by state on this date');
});

test('a unit without a UN figure is not listed, not zero', async () => {
  const element = await table(comparison([unit(), unit({ pcode: 'MMR013', ...UNLISTED })]));
  expect(line(element.querySelector('.unlisted [data-pcode] .un') as Element)).toBe('not listed');
});

test('a figure for part of a unit carries a dagger and no ratio', async () => {
  const element = await table(comparison([unit({ un_complete: false, ratio_to_un: null })]));
  const row = element.querySelector('[data-pcode]') as Element;
  expect(line(row.querySelector('.un') as Element)).toBe('91,900†');
  expect(line(row.querySelector('.ratio') as Element)).toBe('');
});

test('on a date without any UN figure the total says so', async () => {
  const element = await table(comparison([unit(UNLISTED)], NO_UN_FIGURE));
  expect(line(element.querySelector('.national') as Element)).toMatch(/^Myanmar no figure 449,000 312,000–647,000/);
  expect(element.querySelector('.not-attributed')).toBeNull();
});

test('a name from the data is text, whatever it holds', async () => {
  const element = await table(comparison([unit({ name: '<img src=x onerror=alert(1)>' })]));
  expect(element.querySelector('img')).toBeNull();
  expect(element.querySelector('tbody button')?.textContent).toBe('<img src=x onerror=alert(1)>');
});

test('a name is a button that chooses its unit', async () => {
  const element = await table(comparison());
  const chosen: unknown[] = [];
  element.addEventListener('unit-chosen', (event) => chosen.push((event as CustomEvent).detail));
  element.querySelector<HTMLElement>('tbody button')?.click();
  expect(chosen).toEqual(['MMR002']);
});

test('where nothing is known no number and no interval is written', async () => {
  const nothing = { displaced: null, displaced_low80: null, displaced_high80: null, displaced_class: null };
  const element = await table(comparison([unit({ ...nothing, ...UNLISTED })], {}, { product: 'allocation' }));
  const row = element.querySelector('.unlisted [data-pcode]') as Element;
  expect(line(row.querySelector('.estimate') as Element)).toBe('–');
  expect(row.querySelector('.swatch')?.className).toBe('swatch unknown');
  expect(row.querySelector('.drawn')?.children).toHaveLength(0);
});

test.each([
  [{}, { as_of: '2022-06-21' }, 'Compared with: 21 June 2022', '1.61 times lower intervals overlap'],
  [{ displaced_low80: 40_000 }, { product: 'allocation' }, 'Compared with: UN figure, shared out', '1.61 times lower intervals do not overlap'],
])('the other side is named in its head, and whether the intervals meet is said: %o', async (part, rest, head, words) => {
  const element = (await table(comparison([unit({ displaced_high80: 39_000 })]))) as HTMLElement & Record<string, unknown> & { updateComplete: Promise<unknown> };
  const units = [unit({ displaced: 59_248, ...part })];
  element['other'] = { comparison: comparison(units, {}, rest), units };
  await element.updateComplete;
  expect(line(element.querySelectorAll('thead th')[7] as Element)).toBe(head);
  expect(line(element.querySelector('[data-pcode] td:last-child') as Element)).toBe(words);
});
