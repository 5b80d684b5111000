// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Comparison } from '../api/types';
import { dayNumber } from '../state/days';
import { comparison } from '../testing/comparison';
import './timeline';

type TimelineElement = HTMLElement & { comparison: Comparison; asOf: string; updateComplete: Promise<boolean> };

async function timeline(): Promise<{ element: TimelineElement; chosen: string[] }> {
  const element = document.createElement('dm-timeline') as TimelineElement;
  element.asOf = '2022-01-31';
  element.comparison = comparison();
  document.body.replaceChildren(element);
  await element.updateComplete;
  const chosen: string[] = [];
  element.addEventListener('date-chosen', (event) => chosen.push((event as CustomEvent<string>).detail));
  return { element, chosen };
}

test('the slider stands on the whole axis, stops at the first date that can be answered and speaks its date', async () => {
  const { element, chosen } = await timeline();
  const slider = element.querySelector('input[type=range]') as HTMLInputElement;
  expect([slider.min, slider.max]).toEqual([dayNumber('2021-02-01'), dayNumber('2023-12-31')].map(String));
  slider.value = slider.min;
  slider.dispatchEvent(new Event('input'));
  expect(chosen).toEqual(['2021-10-17']);
  expect(slider.getAttribute('aria-valuetext')).toBe('31 January 2022');
});

test('moving the slider chooses a date', async () => {
  const { element, chosen } = await timeline();
  const slider = element.querySelector('input[type=range]') as HTMLInputElement;
  slider.value = String(dayNumber('2022-03-14'));
  slider.dispatchEvent(new Event('input'));
  expect(chosen).toEqual(['2022-03-14']);
});

test('a typed date outside the range is refused in words and chooses nothing', async () => {
  const { element, chosen } = await timeline();
  const exact = element.querySelector('input[type=date]') as HTMLInputElement;
  exact.value = '2021-02-01';
  exact.dispatchEvent(new Event('change'));
  await element.updateComplete;
  expect(chosen).toEqual([]);
  expect(element.textContent).toContain('Choose a date from 17 October 2021 to 31 December 2023.');
});

test('the count of incidents is not shown beside a date that it does not belong to', async () => {
  const { element } = await timeline();
  expect(element.textContent).toContain('962 incidents counted');
  element.asOf = '2022-02-01';
  await element.updateComplete;
  expect(element.textContent).not.toContain('962');
});

test('the UN figures that can be compared are places to jump to', async () => {
  const { element, chosen } = await timeline();
  Object.assign(element, {
    snapshots: [
      { asOf: '2021-06-01', un: '175,000' },
      { asOf: '2022-05-02', un: '578,200' },
    ],
  });
  await element.updateComplete;
  const list = element.querySelector('select') as HTMLSelectElement;
  expect([...list.options].map(({ value }) => value)).toEqual(['', '2022-05-02']);
  list.value = '2022-05-02';
  list.dispatchEvent(new Event('change'));
  expect(chosen).toEqual(['2022-05-02']);
});
