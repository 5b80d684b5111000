import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { drawn, launch, mapIdle, open, words } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

/** The UN's groups of states: outlined on request, with their totals, beside what they are not added to. */

let program;
let browser;

before(async () => {
  program = await startProgram();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await program?.stop();
  assert.deepEqual(complaints(program), []);
});

const PARTLY = /The outline of South-East holds all of Bago, Shan; the UN counts only Bago \(East\), Shan \(South\)\./;

/** Codes of the groups whose tiles the map has, and what stands at them. */
function outlines(page) {
  return page.evaluate(() => {
    const { map } = document.querySelector('dm-map');
    const found = map.querySourceFeatures('un-groups', { sourceLayer: 'un-groups' });
    return [...new Set(found.map(({ properties }) => properties.code))].sort();
  });
}

test('a switch outlines two groups, labels them with the UN total, and is kept in the address', async () => {
  const tiles = [];
  const { page, context, assertClean } = await open(browser, `${program.url}/`);
  page.on('request', (request) => request.url().includes('/tiles/un-groups/') && tiles.push(request.url()));
  await mapIdle(page);
  assert.deepEqual(await outlines(page), []);
  assert.equal(await page.locator('.key-group').count(), 0);
  const box = page.getByRole('checkbox', { name: 'UN groups of states' });
  await box.check();
  await page.waitForFunction(() => new URLSearchParams(location.search).get('groups') === '1');
  await page.waitForFunction(() => document.querySelector('dm-map').map.queryRenderedFeatures({ layers: ['un-groups'] }).length > 1);
  await mapIdle(page);
  assert.deepEqual(await outlines(page), ['NW', 'SE']);
  assert.deepEqual((await drawn(page, ['un-group-names'], 'lines')).sort(), [
    'North-West\nUN 157,500\n3 January 2022',
    'South-East\nUN 232,500†',
  ]);
  const legend = words(await page.textContent('.key-group'));
  assert.match(legend, /South-East: 232,500, 31 January 2022, UNHCR\. North-West: 157,500, 3 January 2022, OCHA\./);
  assert.match(legend, PARTLY);
  assert.match(legend, /never added to them/);
  const axe = await new AxeBuilder({ page }).include('.map-column').include('.controls').include('.un-groups').analyze();
  assert.deepEqual(axe.violations.map(({ id }) => id), []);
  await box.uncheck();
  await page.waitForFunction(() => location.search === '');
  assert.equal(await page.locator('.key-group').count(), 0);
  assert.ok(tiles.length > 0);
  assertClean();
  await context.close();
});

test('no tile of groups is asked for before', async () => {
  const { page, context } = await open(browser, 'about:blank');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${program.url}/`);
  await mapIdle(page);
  assert.ok(asked.some((url) => url.includes('/tiles/adm1/')));
  assert.deepEqual(asked.filter((url) => url.includes('/tiles/un-groups/')), []);
  await context.close();
});

test('another date has the totals up to it, on the map and below the table', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?groups=1&as_of=2023-12-31`);
  await mapIdle(page);
  const list = words(await page.textContent('.un-groups'));
  assert.match(list, /South-East: 409,400, 13 March 2023, OCHA/);
  assert.ok((await drawn(page, ['un-group-names'], 'lines')).includes('South-East\nUN 409,400†\n13 March 2023'));
  assertClean();
  await context.close();
});

test('without a script the list says all of it, and what is garbled is named', async () => {
  const { page, context } = await open(browser, `${program.url}/?groups=yes&lang=en`, { javaScriptEnabled: false });
  const list = words(await page.textContent('.un-groups'));
  assert.match(list, /South-East: 232,500, 31 January 2022, UNHCR/);
  assert.match(list, PARTLY);
  assert.match(await page.locator('.un-groups a').first().getAttribute('href'), /^https:\/\/reliefweb\.int\//);
  assert.match(await page.textContent('#ignored'), /groups=yes/);
  await context.close();
});

test('without WebGL the plain map outlines the same two groups', async () => {
  const plain = await launch({ webGl: false });
  try {
    const { page, assertClean } = await open(plain, `${program.url}/?groups=1`);
    await mapIdle(page);
    const found = await page.evaluate(() => {
      const { map } = document.querySelector('dm-map');
      const layer = (id) => map.getLayers().getArray().find((one) => one.get('id') === id);
      const [minX, minY, maxX, maxY] = map.getView().calculateExtent();
      const codes = layer('un-groups').getSource().getFeaturesInExtent?.([minX, minY, maxX, maxY]) ?? layer('un-groups').getFeaturesInExtent([minX, minY, maxX, maxY]);
      return {
        codes: [...new Set(codes.map((one) => one.get('code')))].sort(),
        lines: layer('un-group-names').getSource().getFeatures().map((one) => one.get('lines')).sort(),
        shown: layer('un-groups').getVisible(),
      };
    });
    assert.deepEqual(found.codes, ['NW', 'SE']);
    assert.match(found.lines.join(' '), /South-East\nUN 232,500†/);
    assert.ok(found.shown);
    assertClean();
  } finally {
    await plain.close();
  }
});
