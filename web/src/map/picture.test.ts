// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { DEFAULT_VIEW } from '../state/view';
import { showState } from './picture';

function picture(): HTMLElement {
  const element = document.createElement('picture');
  element.innerHTML =
    '<source srcset="map.png?width=540&amp;height=660&amp;as_of=2022-01-31">' +
    '<img src="map.png?width=150&amp;lang=my" srcset="map.png?width=150&amp;lang=my, map.png?width=150&amp;scale=2&amp;lang=my 2x">';
  return element;
}

it('draws another state in the sizes, colours and language that the server chose', () => {
  const element = picture();
  showState(element, { ...DEFAULT_VIEW, asOf: '2022-05-02', sources: ['a b', 'c'], compare: 'nowcast' });
  const state = 'as_of=2022-05-02&incident_source=a%20b,c';
  expect(element.querySelector('source')?.getAttribute('srcset')).toBe(`map.png?width=540&height=660&${state}`);
  expect(element.querySelector('img')?.getAttribute('srcset')).toBe(
    `map.png?width=150&lang=my&${state}, map.png?width=150&scale=2&lang=my&${state} 2x`,
  );
});

it('leaves a picture alone that shows the state already', () => {
  const element = picture();
  element.querySelector('source')?.setAttribute('srcset', 'map.png?width=540&height=660');
  const before = element.innerHTML;
  showState(element, DEFAULT_VIEW);
  expect(element.innerHTML).toBe(before);
});
