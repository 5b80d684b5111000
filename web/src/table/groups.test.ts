// @vitest-environment happy-dom
import { render } from 'lit';
import { expect, test } from 'vitest';
import { comparison, group, unit } from '../testing/comparison';
import { groupList, memberships } from './groups';

function list(...groups: ReturnType<typeof group>[]): HTMLElement {
  const place = document.createElement('div');
  render(groupList(comparison([unit()], {}, { un_groups: groups })), place);
  return place;
}

const words = (place: HTMLElement): string => (place.querySelector('li')?.textContent ?? '').replace(/\s+/g, ' ').trim();

test('a group in words: total, date, publisher with a link, units, what is counted', () => {
  const place = list(group());
  expect(words(place)).toBe(
    'South-East: 232,500, 31 January 2022, UNHCR. It holds Kayah. ' +
      'The outline of South-East holds all of Shan; the UN counts only Shan (South).',
  );
  expect(place.querySelector('a')?.href).toBe('https://example.org/un');
  expect(place.querySelector('.un')?.textContent).toBe('232,500');
});

test('an exact outline needs no warning, an address that is none no link', () => {
  const place = list(group({ exact: true, un_url: 'javascript:alert(1)' }));
  expect(words(place)).not.toContain('outline');
  expect(place.querySelector('a')).toBeNull();
});

test('says so where the UN gave no total', () => {
  expect(words(list(group({ un_displaced: null, un_as_of: null })))).toContain('South-East: no UN total up to this date.');
});

test('a unit knows its groups, and of which only a part of it is counted', () => {
  const shown = comparison([unit()], {}, { un_groups: [group()] });
  expect(memberships(shown, 'MMR002')).toEqual(['Part of the UN group South-East: 232,500 people in all, 31 January 2022.']);
  expect(memberships(shown, 'MMR014-016')).toEqual([
    'Shan (South) is part of the UN group South-East: 232,500 people in all, 31 January 2022.',
  ]);
  expect(memberships(shown, 'MMR001')).toEqual([]);
});
