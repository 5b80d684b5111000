// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { DEFAULT_VIEW } from '../state/view';
import { comparison } from '../testing/comparison';
import '../map/planner-map';
import './compare';

test('the second map gets all that the first has: figures, incidents known by area, and people near incidents', async () => {
  const element = document.createElement('dm-compare') as HTMLElement & { updateComplete: Promise<unknown> };
  const exposed = new Map([['MMR002', 1000]]);
  const { units, ...other } = comparison();
  const areas = [{ pcode: 'MMR002', count: 3 }];
  const map = document.createElement('dm-map');
  let given: unknown;
  Object.defineProperty(Object.getPrototypeOf(map), 'areas', { configurable: true, set: (value) => (given = value) });
  const view = { ...DEFAULT_VIEW, measure: 'exposure', compare: '2022-06-21' };
  Object.assign(element, { comparison: comparison(), view, other: { comparison: { ...other, units }, units, exposed, areas } });
  document.body.replaceChildren(element);
  await element.updateComplete;
  expect(element.querySelector('dm-map')).toMatchObject({ exposed, units, view: { asOf: '2022-06-21', measure: 'exposure' } });
  expect(given).toBe(areas);
});
