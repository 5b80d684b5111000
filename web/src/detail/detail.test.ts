// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Comparison, Incident } from '../api/types';
import type { Picked } from '../map/pick';
import { comparison, unit } from '../testing/comparison';
import { describe } from './describe';
import './detail';
import type { Found } from './detail';

type DetailElement = HTMLElement & {
  comparison: Comparison;
  picked: Picked | undefined;
  load: (pcode: string) => Promise<Found>;
  updateComplete: Promise<boolean>;
};

function incident(part: Partial<Incident> = {}): Incident {
  return {
    id: 'curated:MMA0001',
    date_start: '2022-01-16',
    date_end: '2022-01-16',
    place: 'Nan Mae Khon',
    pcode: 'MMR002',
    kind: 'air attack',
    air: 'documented',
    precision: 'village',
    uncertainty_m: 1000,
    basis: 'inside',
    killed_low: 3,
    killed_best: 3,
    killed_high: 4,
    source: 'curated',
    source_title: 'A report',
    source_url: 'https://example.org/report',
    licence: 'CC BY 4.0',
    explanation: 'The point lies in it.',
    ...part,
  };
}

/** As the server lists them. */
function listed(incidents: readonly Incident[]): Found {
  const rows = incidents.map((one) => ({ ...one, key: `${one.source}:${one.id}`, lon: 97.2, lat: 19.4, areas: [] }));
  return { incidents: rows, shown: rows.length };
}

async function detail(picked: Picked, loaded: Incident[] = [], shown = comparison()): Promise<DetailElement> {
  const element = document.createElement('dm-detail') as DetailElement;
  element.load = () => Promise.resolve(listed(loaded));
  element.comparison = shown;
  element.picked = picked;
  document.body.replaceChildren(element);
  await element.updateComplete;
  await new Promise((resume) => setTimeout(resume, 0));
  await element.updateComplete;
  return element;
}

const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ');

test('a unit where we fall far short opens with that and recommends the UN figure', async () => {
  const element = await detail({ kind: 'unit', pcode: 'MMR002' });
  expect(words(element)).toMatch(/falls far short.*use the UN figure.*91,900.*36,800.*between 7,100 and 191,000 \(80 %\)/);
});

test('product, cut-off, source and version stand beside the numbers of a unit', async () => {
  const element = await detail({ kind: 'unit', pcode: 'MMR002' });
  expect(words(element)).toContain('Independent estimate, fitted on UN figures up to 31 December 2021. Incidents: ucdp.');
});

test('a unit that agrees carries no such advice', async () => {
  const element = await detail({ kind: 'unit', pcode: 'MMR002' }, [], comparison([unit({ ratio_to_un: 1.2 })]));
  expect(element.querySelector('.advice')).toBeNull();
});

test('incidents are listed with date, precision, toll and linked source', async () => {
  const element = await detail({ kind: 'unit', pcode: 'MMR002' }, [incident()]);
  expect(words(element)).toMatch(/16 January 2022 Nan Mae Khon documented air attack · village · killed: 3 \(3 to 4\)/);
  expect(element.querySelector<HTMLAnchorElement>('.incident-list a')?.href).toBe('https://example.org/report');
});

test('a toll without limits of the source has no range', async () => {
  const element = await detail({ kind: 'unit', pcode: 'MMR002' }, [incident({ killed_low: null, killed_best: 7, killed_high: null })]);
  expect(words(element)).toContain('killed: 7 ·');
  expect(words(element)).not.toContain('(7');
});

test('markup in a place is text and an address that is not of the web is no link', async () => {
  const element = await detail({
    kind: 'incidents',
    incidents: [incident({ place: '<b>x</b>', source_url: 'javascript:alert(1)' })],
  });
  expect(element.querySelector('b')).toBeNull();
  expect(element.querySelector('a')).toBeNull();
  expect(words(element)).toContain('<b>x</b>');
});

test('a unit picked before the figures are there has its incidents listed all the same', async () => {
  const element = document.createElement('dm-detail') as DetailElement;
  element.load = () => Promise.resolve(listed([incident()]));
  element.picked = { kind: 'unit', pcode: 'MMR002' };
  document.body.replaceChildren(element);
  await element.updateComplete;
  element.comparison = comparison();
  await expect.poll(() => words(element)).toContain('Nan Mae Khon');
});

test('a failed list of incidents can be asked for again and loses no figure', async () => {
  const element = document.createElement('dm-detail') as DetailElement;
  let attempts = 0;
  element.load = () => (attempts++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve(listed([incident()])));
  element.comparison = comparison();
  element.picked = { kind: 'unit', pcode: 'MMR002' };
  document.body.replaceChildren(element);
  await expect.poll(() => words(element)).toContain('could not be loaded');
  expect(words(element)).toContain('91,900');
  ([...element.querySelectorAll('button')].at(-1) as HTMLButtonElement).click();
  await expect.poll(() => words(element)).toContain('Nan Mae Khon');
});

test('an incident alone is told whole: how precisely, why there, on whose word, under which licence', async () => {
  const element = await detail({ kind: 'incidents', incidents: [incident()] });
  expect(words(element)).toMatch(
    /What air attack .*When 16 January 2022 .*How precisely village, within 1 km .*Toll killed: 3 \(3 to 4\) .*Why placed there The point lies in the unit\..*Source A report .*Licence CC BY 4\.0/,
  );
});

test('both intervals are said as a planner would say them', async () => {
  const element = await detail({ kind: 'unit', pcode: 'MMR002' });
  expect(words(element)).toContain(
    'Four times in five between 7,100 and 191,000, most likely 36,800; nineteen times in twenty between 2,900 and 287,000.',
  );
});

test('an incident without a place or a known precision is still described', () => {
  const lines = describe(
    { kind: 'incidents', incidents: [incident({ place: null, precision: 'hamlet', air: 'none' })] },
    [],
  );
  expect(lines).toEqual(['place withheld or unknown', '16 January 2022', 'hamlet']);
});

test('an area smaller than a state is named with the number of its incidents', async () => {
  const element = await detail({ kind: 'area', pcode: 'MMR002001', name: 'Loikaw', count: 3 });
  expect(words(element)).toMatch(/Loikaw Incidents known only as somewhere in Loikaw: 3/);
});

test('our number is never described without its interval', () => {
  expect(describe({ kind: 'unit', pcode: 'MMR002' }, [unit()])).toEqual([
    'Kayah',
    'UN figure: 91,900',
    'Our estimate: 36,800 (7,100–191,000)',
  ]);
});

test('of a unit of which nothing is known no number is told, here or at the pointer', async () => {
  const unknown = unit({ displaced: null, displaced_low80: null, displaced_high80: null, displaced_class: null });
  const picked: Picked = { kind: 'unit', pcode: 'MMR002' };
  const element = await detail(picked, [], comparison([unknown], {}, { product: 'allocation' }));
  expect(element.querySelector('dd.estimate')?.textContent).toBe('–');
  expect(words(element)).not.toContain('under 100');
  expect(describe(picked, [unknown])[2]).toMatch(/: –$/);
});
