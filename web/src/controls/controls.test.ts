// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Comparison } from '../api/types';
import { DEFAULT_VIEW, type View } from '../state/view';
import { comparison } from '../testing/comparison';
import './controls';

type Controls = HTMLElement & { comparison: Comparison; view: View; updateComplete: Promise<unknown> };

async function controls(): Promise<Controls> {
  const element = document.createElement('dm-controls') as Controls;
  element.comparison = comparison();
  element.addEventListener('view-chosen', (event) => {
    element.view = { ...element.view, ...(event as CustomEvent<Partial<View>>).detail };
  });
  document.body.replaceChildren(element);
  await element.updateComplete;
  return element;
}

async function choose(element: Controls, index: number, value: string): Promise<void> {
  const list = lists(element)[index] as HTMLSelectElement;
  list.value = value;
  list.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

const lists = (element: Controls): HTMLSelectElement[] => [...element.querySelectorAll('select')];
const offered = (list: HTMLSelectElement | undefined): string[] => [...(list?.options ?? [])].map(({ value }) => value);

test('an allocation is not offered as a multiple of the UN figure, and leaves that if it is shown', async () => {
  const element = await controls();
  await choose(element, 1, 'ratio');
  expect(element.view.measure).toBe('ratio');
  await choose(element, 0, 'allocation');
  expect(element.view).toEqual({ ...DEFAULT_VIEW, product: 'allocation' });
  expect(offered(lists(element)[1])).toEqual(['estimate', 'rate', 'un', 'incidents', 'killed', 'exposure']);
  expect(lists(element)[1]?.value).toBe('estimate');
  await choose(element, 0, 'nowcast');
  expect(offered(lists(element)[1])).toContain('ratio');
});

test('what a product may be used for stands below its own measures only', async () => {
  const element = await controls();
  expect(element.querySelector('.use')?.textContent).toContain('Made from recorded violence only.');
  await choose(element, 1, 'un');
  expect(element.querySelector('.use')?.textContent).not.toContain('Made from recorded violence only.');
});
