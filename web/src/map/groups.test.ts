// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { DEFAULT_VIEW } from '../state/view';
import { comparison, group } from '../testing/comparison';
import theme from '../theme/theme';
import { GROUP_LAYERS } from './group-layers';
import { groupLabels, groupLines } from './groups';
import './legend';
import { mapStyle } from './style';

test('a group is labelled with its total, and with its date if that is another than the map shows', () => {
  expect(groupLines(group({ exact: true }), '2022-01-31')).toEqual(['South-East', 'UN 232,500']);
  const older = group({ exact: true, un_displaced: 157_500, un_as_of: '2022-01-03' });
  expect(groupLines(older, '2022-01-31')).toEqual(['South-East', 'UN 157,500', '3 January 2022']);
});

test('a dagger says that the outline holds more than the UN counts, and no total is made up', () => {
  expect(groupLines(group(), '2022-01-31')[1]).toBe('UN 232,500†');
  expect(groupLines(group({ un_displaced: null, un_as_of: null }), '2021-03-01')[1]).toBe('no UN total');
});

test('a label stands at its place of the one table, none where a group lies in no loaded unit', () => {
  const groups = [group(), group({ code: 'NW', units: [] }), group({ code: 'XX' })];
  const { features } = groupLabels(comparison([], {}, { un_groups: groups }));
  expect(features.map(({ properties }) => properties?.['code'])).toEqual(['SE']);
  expect(features[0]?.properties?.['lines']).toBe('South-East\nUN 232,500†');
});

test('the outlines are drawn on request only: a layer that is not seen asks for no tile', () => {
  for (const groups of [false, true]) {
    const { layers } = mapStyle(theme.light, { ...DEFAULT_VIEW, groups }, []);
    const found = layers.filter(({ id }) => GROUP_LAYERS.includes(id));
    expect(found.map(({ layout }) => layout?.visibility)).toEqual(GROUP_LAYERS.map(() => (groups ? 'visible' : 'none')));
  }
  const [line] = mapStyle(theme.dark, DEFAULT_VIEW, []).layers.filter(({ id }) => id === 'un-groups');
  expect(line?.paint).toMatchObject({ 'line-color': theme.dark.un, 'line-width': 2 });
});

test('the legend names groups while they are shown: date, publisher, what is counted, and that nothing is added', async () => {
  const legend = document.createElement('dm-legend') as HTMLElement & Record<string, unknown> & { updateComplete: Promise<unknown> };
  document.body.append(legend);
  Object.assign(legend, { comparison: comparison([], {}, { un_groups: [group()] }), view: DEFAULT_VIEW });
  await legend.updateComplete;
  expect(legend.querySelector('.key-group')).toBeNull();
  legend['view'] = { ...DEFAULT_VIEW, groups: true };
  await legend.updateComplete;
  expect(legend.querySelector('.key-group')?.textContent).toBe(
    'South-East: 232,500, 31 January 2022, UNHCR. The outline of South-East holds all of Shan; the UN counts only Shan (South).' +
      ' A total holds the figures of its states: it is never added to them.',
  );
});
