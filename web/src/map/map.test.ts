// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { DEFAULT_VIEW } from '../state/view';
import { unit, UNLISTED } from '../testing/comparison';
import theme from '../theme/theme';
import { classOf } from '../theme/classes';
import { speak } from '../text/text';
import { unitLabel, written } from './labels';
import { pick, type Drawn } from './pick';
import { incidentParameters } from '../state/requests';
import { tiles } from './source-urls';
import { mapStyle } from './style';

const feature = (properties: Record<string, unknown>, id?: string): Drawn => ({ properties, id });

test.each(['light', 'dark'] as const)('the %s style is valid and asks nobody but this server', (mode) => {
  const style = mapStyle(theme[mode], DEFAULT_VIEW, [unit(), unit({ pcode: 'MMR013', ...UNLISTED })]);
  expect(validateStyleMin(style)).toEqual([]);
  const foreign = JSON.stringify(style).match(/https?:\/\/[^/"]+/g)?.filter((origin) => origin !== location.origin);
  expect(foreign ?? []).toEqual([]);
});

test('tiles follow the date and the choice of marks; unit tiles follow neither', () => {
  expect(tiles('incidents', incidentParameters(DEFAULT_VIEW))).toMatch(
    /\/tiles\/incidents\/\{z\}\/\{x\}\/\{y\}\.mvt\?to=2022-01-31&air=documented$/,
  );
  expect(incidentParameters({ ...DEFAULT_VIEW, air: 'all' })).toEqual({ to: '2022-01-31' });
});

test('labels carry UN figures only, with a dagger for part of a unit', () => {
  const label = JSON.stringify(unitLabel([unit(), unit({ pcode: 'MMR007-008', un_displaced: 800, un_complete: false })], theme.light));
  expect(label).toContain('UN 91,900');
  expect(label).toContain('UN 800†');
  expect(label).not.toContain('36,800');
});

test.each([['en', '9,1205,1234567'], ['my', '၉,၁၂၀၅,၁၂၃၄၅၆၇']])('counts on the map are in the digits of the language, %s', async (language, expected) => {
  await speak(language);
  const compiled = createExpression(written(['to-string', ['get', 'count']]), 'layers[0].layout.text-field');
  const counts = [9, 1205, 1234567].map((count) =>
    compiled.result === 'success' ? compiled.value.evaluate({ zoom: 5 }, { type: 'Point', properties: { count } }) : compiled.value,
  );
  await speak('en');
  expect(counts.join()).toBe(expected);
});

test('points at the smallest thing: marks, then areas, then units', () => {
  const mark = feature({ id: 'a', date_start: '2022-01-01' });
  const area = feature({ pcode: 'MMR003', name: 'Kayin', count: 14 });
  const state = feature({}, 'MMR002');
  expect(pick([mark, mark], [], [area], [state])).toMatchObject({ kind: 'incidents', incidents: [{ id: 'a' }] });
  expect(pick([], [feature({ incidents: 12, exact: 3 })], [area], [state])).toEqual({ kind: 'cluster', count: 12, exact: 3 });
  expect(pick([], [], [area], [state])).toEqual({ kind: 'area', pcode: 'MMR003', name: 'Kayin', count: 14 });
  expect(pick([], [], [feature({ cluster: true, count: 5 })], [state])).toEqual({ kind: 'areas', count: 5 });
  expect(pick([], [], [], [state])).toEqual({ kind: 'unit', pcode: 'MMR002' });
  expect(pick([], [], [], [])).toBeUndefined();
});

test('a class holds its lower limit', () => {
  expect([null, 999, 1_000, 99_999, 100_000].map(classOf)).toEqual([0, 0, 1, 4, 5]);
});

test('incidents are counted by the server at low zooms and asked for one by one only from the next on', () => {
  const { sources, layers } = mapStyle(theme.light, DEFAULT_VIEW, []);
  expect(sources['clusters']).toMatchObject({ maxzoom: 7 });
  expect(sources['incidents']).toMatchObject({ minzoom: 8 });
  for (const layer of layers) {
    const source = 'source' in layer ? layer.source : undefined;
    expect(layer, layer.id).toMatchObject(source === 'clusters' ? { maxzoom: 8 } : source === 'incidents' ? { minzoom: 8 } : {});
  }
});
