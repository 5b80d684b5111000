// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Comparison } from '../api/types';
import { DEFAULT_VIEW, type View } from '../state/view';
import { comparison } from '../testing/comparison';
import { titleOf } from './over-map';
import './planner-map';

const answer = comparison([], {}, { from: '2021-12-01', to: '2021-12-31' });

async function title(part: Partial<View>): Promise<string> {
  const map = document.createElement('dm-map') as HTMLElement & { comparison: Comparison; view: View; updateComplete: Promise<unknown> };
  Object.assign(map, { comparison: answer, view: { ...DEFAULT_VIEW, ...part } });
  document.body.replaceChildren(map);
  await map.updateComplete;
  return (map.querySelector('.map-title')?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

test.each(['estimate', 'rate', 'ratio'] as const)('a map of our %s is called by its product and what that is for', async (measure) => {
  expect(await title({ measure })).toMatch(/^Independent estimate .*31 January 2022 Made from recorded violence only/);
});

test.each(['un', 'incidents', 'killed', 'exposure'] as const)('a map of %s claims nothing of the product', async (measure) => {
  expect(await title({ measure })).not.toMatch(/Independent|Made from recorded violence/);
});

test('a map of the UN figure has its day, one of incidents the days that they are of', async () => {
  expect(await title({ measure: 'un' })).toBe(
    'UN figure 31 January 2022 Where people are, as reported; blank means not listed, which is unknown, not zero.',
  );
  expect(await title({ measure: 'incidents' })).toMatch(/^Incidents 1 December 2021–31 December 2021 What the source recorded/);
  const scene = { comparison: answer, units: [], exposed: new Map(), view: { ...DEFAULT_VIEW, measure: 'killed' as const } };
  expect(titleOf(scene)).toBe('Map of Myanmar: People killed. 1 December 2021–31 December 2021');
});
