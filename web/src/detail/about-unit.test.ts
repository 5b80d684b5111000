// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { UnitDetail } from '../api/types';
import { unit } from '../testing/comparison';
import type { UnitLoader } from './about-unit';
import './about-unit';

type AboutUnit = HTMLElement & { pcode: string; question: Record<string, string>; load: UnitLoader };

const ESTIMATE = {
  cutoff: '2021-12-31',
  displaced: 36_800,
  displaced_low80: 7_100,
  displaced_high80: 191_000,
  displaced_low95: 2_900,
  displaced_high95: 287_000,
  displaced_class: '30,000 to 100,000',
  quality: null,
};

const KAYAH = {
  unit: unit(),
  un_figures: [
    { as_of: '2021-06-01', un_displaced: 100_000, un_complete: true, un_publisher: 'OCHA', un_url: 'javascript:alert(1)' },
    { as_of: '2022-01-31', un_displaced: 91_900, un_complete: true, un_publisher: 'UNHCR', un_url: 'https://example.org/un' },
  ],
  estimates: [
    { as_of: '2021-12-31', ...ESTIMATE, displaced: 30_800 },
    { as_of: '2022-01-31', ...ESTIMATE },
  ],
  months: [
    { start: '2021-12-01', incidents: 8, air_incidents: 0, air_mentions: 1, killed_best: 50 },
    { start: '2022-01-01', incidents: 19.5, air_incidents: 9, air_mentions: 10, killed_best: 60 },
  ],
  bases: [{ basis: 'inside', incidents: 80 }],
  neighbours: [unit({ pcode: 'MMR003', name: 'Kayin' })],
  parts: [],
} as unknown as UnitDetail;

async function about(load: UnitLoader): Promise<AboutUnit> {
  const element = document.createElement('dm-about-unit') as AboutUnit;
  element.load = load;
  element.pcode = 'MMR002';
  element.question = { as_of: '2022-01-31' };
  document.body.replaceChildren(element);
  return element;
}

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ');

test('both charts have a name, a description and a table with every number', async () => {
  const element = await about(async () => KAYAH);
  await expect.poll(() => element.querySelectorAll('svg[role=img] > title').length).toBe(2);
  expect(words(element)).toContain('Kayah: 2 UN figures and 2 estimates of ours, with their 80 % intervals.');
  expect(words(element)).toMatch(/31 January 2022 91,900 UNHCR 36,800 7,100–191,000/);
  expect(words(element)).toMatch(/Jan 2022 19\.510960/);
  expect([...element.querySelectorAll('table a')].map((link) => (link as HTMLAnchorElement).href)).toEqual([
    'https://example.org/un',
  ]);
});

test('reasons are sentences and a neighbour is a button that chooses it', async () => {
  const element = await about(async () => KAYAH);
  await expect.poll(() => words(element)).toContain('80: the point lies in it');
  const chosen: string[] = [];
  element.addEventListener('unit-chosen', (event) => chosen.push((event as CustomEvent<string>).detail));
  element.querySelector<HTMLButtonElement>('.unit-choices button')?.click();
  expect(chosen).toEqual(['MMR003']);
  expect(words(element)).toContain('ours 36,800 (7,100–191,000); UN 91,900');
});

test('downloads are of this unit alone and of the same question', async () => {
  const element = await about(async () => KAYAH);
  await expect.poll(() => element.querySelectorAll('a[download]').length).toBe(10);
  expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
    'download/adm1.geojson?unit=MMR002&as_of=2022-01-31',
  );
});

test('what fails is asked for again in place', async () => {
  let attempts = 0;
  const element = await about(async () => {
    if (attempts++ === 0) {
      throw new Error('no');
    }
    return KAYAH;
  });
  await expect.poll(() => words(element)).toContain('could not be loaded');
  element.querySelector('button')?.click();
  await expect.poll(() => words(element)).toContain('Neighbours');
});
