// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { WeekCount } from '../api/client';
import type { Comparison } from '../api/types';
import { dayNumber } from '../state/days';
import { DEFAULT_VIEW, type View } from '../state/view';
import { comparison } from '../testing/comparison';
import './window';

type WindowElement = HTMLElement & {
  comparison: Comparison;
  view: View;
  weeks: readonly WeekCount[];
  shown: number | undefined;
  updateComplete: Promise<boolean>;
};

const WEEKS = [
  { start: '2021-02-01', shown: 3 },
  { start: '2022-01-24', shown: 4 },
  { start: '2022-02-07', shown: 50 },
];

async function open(view: Partial<View> = {}): Promise<{ element: WindowElement; chosen: Partial<View>[] }> {
  const element = document.createElement('dm-window') as WindowElement;
  element.view = { ...DEFAULT_VIEW, ...view };
  element.weeks = WEEKS;
  element.shown = 6;
  element.comparison = comparison();
  document.body.replaceChildren(element);
  await element.updateComplete;
  const chosen: Partial<View>[] = [];
  element.addEventListener('view-chosen', (event) => chosen.push((event as CustomEvent<Partial<View>>).detail));
  return { element, chosen };
}

const thumbs = (element: HTMLElement): [HTMLInputElement, HTMLInputElement] =>
  [...element.querySelectorAll('input')] as [HTMLInputElement, HTMLInputElement];

test('says how many lie in the window, not in the weeks at its ends, and which days it covers', async () => {
  const { element } = await open();
  expect(element.textContent).toContain('6 shown, 1 February 2021 to 31 January 2022');
  expect(element.querySelectorAll('.bar-inside')).toHaveLength(2);
  expect(element.querySelectorAll('.bar-outside')).toHaveLength(1);
  element.shown = undefined;
  await element.updateComplete;
  expect(element.textContent).toContain('1 February 2021 to 31 January 2022');
  expect(element.textContent).not.toContain('shown');
});

test('the right thumb goes with the estimate until it is moved, and can be bound to it again', async () => {
  const { element, chosen } = await open();
  const [, right] = thumbs(element);
  expect(right.getAttribute('aria-valuetext')).toBe('31 January 2022');
  expect(element.querySelector('.window-link')).toBeNull();
  right.value = String(dayNumber('2022-06-30'));
  right.dispatchEvent(new Event('input'));
  expect(chosen).toEqual([{ to: '2022-06-30' }]);
  const apart = await open({ to: '2022-06-30' });
  apart.element.querySelector<HTMLElement>('.window-link')?.click();
  expect(apart.chosen).toEqual([{ to: undefined }]);
});

test('the window of the 440,000 and all incidents are one press away, and the date of the estimate stays', async () => {
  const presets = async (view: Partial<View>): Promise<unknown> => {
    const { element, chosen } = await open(view);
    const buttons = [...element.querySelectorAll<HTMLButtonElement>('.window-presets [aria-pressed]')];
    buttons.forEach((button) => button.click());
    return [buttons.map((button) => button.getAttribute('aria-pressed')), chosen];
  };
  const last = '2023-12-31';
  expect(await presets({})).toEqual([['true', 'false'], [{ from: '2021-02-01', to: undefined }, { from: '2021-02-01', to: last }]]);
  expect(await presets({ asOf: '2022-05-02', from: '2022-03-01', to: '2022-04-01' })).toEqual([
    ['false', 'false'],
    [{ from: '2021-02-01', to: '2022-01-31' }, { from: '2021-02-01', to: last }],
  ]);
});

test('a thumb stops at the other one', async () => {
  const { element, chosen } = await open({ from: '2021-12-01', to: '2022-01-31' });
  const [left, right] = thumbs(element);
  left.value = String(dayNumber('2022-03-01'));
  left.dispatchEvent(new Event('input'));
  right.value = String(dayNumber('2021-03-01'));
  right.dispatchEvent(new Event('input'));
  expect(chosen).toEqual([{ from: '2022-01-31' }, { to: '2021-12-01' }]);
});

test('arrow keys go by a week and never off the axis', async () => {
  const { element, chosen } = await open();
  const [left] = thumbs(element);
  left.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }));
  left.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', cancelable: true }));
  expect(chosen).toEqual([{ from: '2021-02-08' }, { from: '2021-02-01' }]);
});
