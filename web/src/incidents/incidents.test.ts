// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Query } from '../api/client';
import type { Comparison, Incidents, ListedIncident } from '../api/types';
import { comparison } from '../testing/comparison';
import { boundsOf } from './bounds';
import './incidents';

type ListElement = HTMLElement & {
  comparison: Comparison;
  question: Query;
  load: (parameters: Query) => Promise<Pick<Incidents, 'incidents' | 'next' | 'shown'>>;
  updateComplete: Promise<boolean>;
};

function incident(part: Partial<ListedIncident> = {}): ListedIncident {
  return {
    key: 'curated:1',
    lon: 97.2,
    lat: 19.6,
    areas: [],
    id: '1',
    date_start: '2022-01-16',
    date_end: '2022-01-16',
    place: '<b>Nan Mae Khon</b>',
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

const AREA = incident({
  key: null,
  id: null,
  lon: null,
  lat: null,
  place: null,
  precision: 'township',
  source_title: null,
  source_url: 'javascript:alert(1)',
  areas: [{ pcode: 'MMR002001', name: 'Loikaw', name_my: null }],
});

async function list(parts: readonly Pick<Incidents, 'incidents' | 'next' | 'shown'>[]): Promise<{ element: ListElement; asked: Query[]; settle: () => Promise<void> }> {
  const element = document.createElement('dm-incidents') as ListElement;
  const asked: Query[] = [];
  element.load = (parameters) => {
    asked.push(parameters);
    const part = parts[asked.length - 1];
    return part === undefined ? Promise.reject(new Error('gone')) : Promise.resolve(part);
  };
  element.question = { to: '2022-01-31' };
  element.comparison = comparison();
  document.body.replaceChildren(element);
  await element.updateComplete;
  const settle = async (): Promise<void> => {
    await new Promise((resume) => setTimeout(resume, 350));
    await element.updateComplete;
  };
  return { element, asked, settle };
}

async function unfold(element: ListElement): Promise<void> {
  const details = element.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await element.updateComplete;
}

const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('asks for nothing until it is opened', async () => {
  const { element, asked, settle } = await list([{ incidents: [incident()], next: null, shown: 1 }]);
  await settle();
  expect(asked).toEqual([]);
  await unfold(element);
  await settle();
  expect(asked).toEqual([{ to: '2022-01-31' }]);
  expect(words(element.querySelector('[role=status]'))).toBe('1 of 1 incidents listed, newest first.');
});

test('shows data as text, areas in words, and links of the web only', async () => {
  const { element, settle } = await list([{ incidents: [incident(), AREA], next: null, shown: 2 }]);
  await unfold(element);
  await settle();
  expect(element.querySelector('b')).toBeNull();
  const [first, second] = [...element.querySelectorAll('li')];
  expect(words(first as Element)).toMatch(/16 January 2022 <b>Nan Mae Khon<\/b>.*village · killed: 3 \(3 to 4\) · A report/);
  expect(first?.querySelector('a')?.getAttribute('href')).toBe('https://example.org/report');
  expect(words(second as Element)).toMatch(/Loikaw .*· somewhere in the township/);
  expect(second?.querySelector('a, button')).toBeNull();
});

test('a press chooses an incident, more goes on by the cursor, a failure offers another try', async () => {
  const { element, asked, settle } = await list([
    { incidents: [incident()], next: '1-ab~7', shown: 3 },
    { incidents: [incident({ key: 'curated:2' })], next: '1-ab~9', shown: 3 },
  ]);
  await unfold(element);
  await settle();
  const chosen: string[] = [];
  element.addEventListener('incident-chosen', (event) => chosen.push(String((event as CustomEvent<ListedIncident>).detail.key)));
  element.querySelector<HTMLElement>('.list-choose')?.click();
  expect(chosen).toEqual(['curated:1']);
  element.querySelector<HTMLElement>('.list-more')?.click();
  await settle();
  expect(asked[1]).toEqual({ to: '2022-01-31', cursor: '1-ab~7' });
  expect(words(element.querySelector('[role=status]'))).toContain('2 of 3');
  element.querySelector<HTMLElement>('.list-more')?.click();
  await settle();
  expect(words(element)).toContain('Try again');
  expect(element.querySelectorAll('li').length).toBe(2);
});

test('another view asks anew', async () => {
  const { element, asked, settle } = await list([
    { incidents: [incident()], next: null, shown: 1 },
    { incidents: [], next: null, shown: 0 },
  ]);
  await unfold(element);
  await settle();
  element.question = { to: '2022-01-31', bbox: '96,18,98,20' };
  await settle();
  expect(asked.length).toBe(2);
  expect(words(element)).toContain('None in this view.');
});

test('the box of a map is what it shows', () => {
  // A world of 512 pixels at zoom 0, whole.
  expect(boundsOf({ zoom: 0, lat: 0, lon: 0 }, 512, 512)).toBe('-180,-85,180,85');
  const [west, south, east, north] = boundsOf({ zoom: 8, lat: 19.67, lon: 97.21 }, 400, 600).split(',').map(Number);
  expect(((west as number) + (east as number)) / 2).toBeCloseTo(97.21, 4);
  expect((east as number) - (west as number)).toBeCloseTo((360 * 400) / (512 * 256), 4);
  // Pixels are as high as wide: degrees of latitude are shorter by the cosine.
  expect((north as number) - (south as number)).toBeCloseTo(((360 * 600) / (512 * 256)) * Math.cos((19.67 * Math.PI) / 180), 2);
});
