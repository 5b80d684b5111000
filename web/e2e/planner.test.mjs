import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { drawn, figuresOf, incidentsDrawn, launch, mapIdle, MARKS, open, unitState, words } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

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

const STATES = 14;

function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Class of each state as the map paints it. */
function shades(page) {
  return page.evaluate(() => {
    const { map } = document.querySelector('dm-map');
    const units = map.queryRenderedFeatures({ layers: ['units'] });
    return Object.fromEntries(units.map(({ id, state }) => [id, state.class]));
  });
}

test('the page shows headline, table and a map of all states, in silence', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`);
  await mapIdle(page);
  assert.match(words(await page.textContent('h1')), /The UN reported 441,500 .* we estimate about 449,000/);
  assert.equal(await page.locator('dm-table tr[data-pcode]').count(), STATES);
  const canvas = await page.locator('dm-map canvas').boundingBox();
  assert.ok(canvas.width > 400 && canvas.height > 500, `the map is ${canvas.width} x ${canvas.height}`);
  assert.equal((await drawn(page, ['units'])).length, STATES);
  assert.ok((await incidentsDrawn(page)) > 5, 'incidents are drawn');
  assert.ok((await drawn(page, ['unit-names'], 'pcode')).includes('MMR002'), 'names are drawn');
  assertClean();
  await context.close();
});

test('air attacks that are known no more precisely than an area are a count, never a point', async () => {
  const { page, context } = await open(browser, `${program.url}/`);
  await mapIdle(page);
  const precisions = await drawn(page, MARKS, 'precision');
  assert.deepEqual(
    precisions.filter((precision) => !['exact', 'village', 'town', 'unstated'].includes(precision)),
    [],
  );
  await page.waitForFunction(() => document.querySelector('dm-map').map.queryRenderedFeatures({ layers: ['area-marks'] }).length > 0);
  await context.close();
});

test('the date moves by keyboard: headline, table, shades, marks and address follow', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`);
  await mapIdle(page);
  const cell = page.locator('tr[data-pcode=MMR005] td.estimate');
  const before = {
    title: await page.textContent('h1'),
    cell: words(await cell.textContent()),
    marks: await incidentsDrawn(page),
    shades: await shades(page),
  };
  await page.locator('#date-slider').focus();
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('PageUp');
  }
  const asOf = await page.locator('#date-exact').inputValue();
  assert.ok(asOf > '2022-06-01', `the slider stands at ${asOf}`);
  await figuresOf(page, asOf);
  await mapIdle(page);
  assert.notEqual(await page.textContent('h1'), before.title);
  assert.notEqual(words(await cell.textContent()), before.cell);
  const darker = Object.entries(await shades(page)).filter(([pcode, shade]) => shade > before.shades[pcode]);
  assert.ok(darker.length > 3, `only ${darker.length} states are shaded darker`);
  assert.ok((await incidentsDrawn(page)) > before.marks, 'marks are added');
  await page.waitForFunction((date) => location.search === `?as_of=${date}`, asOf);
  await page.waitForFunction(() => /our estimate .* between/.test(document.querySelector('#live').textContent));
  assertClean();

  await page.reload();
  await figuresOf(page, asOf);
  assert.equal(await page.locator('#date-exact').inputValue(), asOf);
  await context.close();
});

test('a day without a UN figure has no ratio and says which figure is the latest', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?as_of=2022-01-25`);
  await figuresOf(page, '2022-01-25');
  assert.match(words(await page.textContent('h1')), /No UN figure is dated 25 January 2022/);
  assert.match(words(await page.textContent('dm-figures')), /405,700, on 17 January 2022/);
  assert.equal(words((await page.locator('td.ratio').allTextContents()).join('')), '');
  assertClean();
  await context.close();
});

test('a unit is chosen in the table and on the map, and its incidents are listed with their sources', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`);
  await mapIdle(page);
  await page.locator('tr[data-pcode=MMR002] button').press('Enter');
  const detail = page.locator('dm-detail');
  await detail.locator('.incident-list a').first().waitFor();
  assert.match(words(await detail.textContent()), /Kayah.*falls far short.*91,900.*36,8\d\d.*between 7,\d\d\d and 19\d,000/);
  assert.equal((await unitState(page, 'MMR002')).selected, true);
  await page.keyboard.press('Escape');
  await detail.locator('button').first().press('Escape').catch(() => {});
  await detail.waitFor({ state: 'hidden' });

  const kachin = await page.evaluate(() => {
    const { map } = document.querySelector('dm-map');
    const { x, y } = map.project([96.6, 26.6]);
    const box = map.getCanvas().getBoundingClientRect();
    return { x: box.x + x, y: box.y + y };
  });
  await page.mouse.click(kachin.x, kachin.y);
  await page.waitForFunction(() => document.querySelector('tr[data-pcode=MMR001]').classList.contains('selected'));
  assert.match(words(await detail.textContent()), /Kachin/);
  assertClean();
  await context.close();
});

test('all recorded incidents are an option', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`);
  await mapIdle(page);
  const few = await incidentsDrawn(page);
  await page.check('input[value=all]');
  await page.waitForFunction(() => location.search === '?air=all');
  await mapIdle(page);
  const { shown } = await (await fetch(`${program.url}/api/filters?to=2022-01-31&precision=exact,village,town,unstated`)).json();
  assert.ok(shown > few * 3);
  assert.equal(await incidentsDrawn(page), shown, 'none is left out, none counted twice');
  assertClean();
  await context.close();
});

for (const [name, options] of [
  ['at 1000 px', { viewport: { width: 1000, height: 800 } }],
  ['at 700 px', { viewport: { width: 700, height: 900 } }],
  ['at 320 px', { viewport: { width: 320, height: 568 } }],
]) {
  test(`the page fits ${name}`, async () => {
    const { page, context, assertClean } = await open(browser, `${program.url}/?selected=MMR002`, options);
    await page.waitForSelector('dm-detail .incident-list');
    assert.ok((await overflow(page)) <= 0, 'the page is too wide');
    assertClean();
    await context.close();
  });
}

for (const [name, options] of [
  ['wide and light', { colorScheme: 'light' }],
  ['wide and dark', { colorScheme: 'dark' }],
  ['on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }],
]) {
  test(`the page is accessible and fits, ${name}`, async () => {
    const { page, context, assertClean } = await open(browser, `${program.url}/?selected=MMR002`, options);
    if (options.isMobile) {
      await page.getByRole('button', { name: /Open the map/ }).click();
    }
    await page.locator('dm-map').scrollIntoViewIfNeeded();
    await mapIdle(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
      [],
    );
    assert.ok((await overflow(page)) <= 0, 'the page is too wide');
    assertClean();
    await context.close();
  });
}

test('on paper stand the whole map as it is on the screen, with its scale, the legend, table and credits', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?selected=MMR002&at=7/19.6/97.2`);
  await mapIdle(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint'))); // as browsers do, before they lay out the paper
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('.map-printed').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set(new Uint32Array(data.buffer));
    return { colours: colours.size, isEmpty: colours.has(0) };
  });
  assert.ok(printed.colours > 100 && !printed.isEmpty, JSON.stringify(printed));
  for (const shown of ['h1', 'dm-legend', '#legend-more .keys', 'dm-table', 'dm-detail h2', '.credits']) {
    assert.ok(await page.locator(shown).first().isVisible(), shown);
  }
  for (const left of ['.time', 'dm-controls', '.share-open', '.map-canvas']) {
    assert.ok(await page.locator(left).first().isHidden(), left);
  }
  const overlaps = await page.evaluate(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    return box('.map-printed').bottom > box('.legend').top + 1 || box('.legend').bottom > box('.detail').top + 1 || box('.detail').bottom > box('.table').top + 1;
  });
  assert.equal(overlaps, false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await page.locator('.map-printed').count(), 0);
  assertClean();
  await context.close();
});

test('a count of incidents leads closer by a click, until each stands alone', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?air=all&at=5/21/96`);
  await mapIdle(page);
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const cluster = await page.evaluate(() => {
    const { map } = document.querySelector('dm-map');
    const [one] = map.queryRenderedFeatures({ layers: ['clusters'] }).sort((a, b) => b.properties.incidents - a.properties.incidents);
    const { x, y } = map.project(one.geometry.coordinates);
    const box = map.getCanvas().getBoundingClientRect();
    return { x: box.x + x, y: box.y + y, incidents: one.properties.incidents };
  });
  assert.ok(cluster.incidents > 20, `${cluster.incidents} incidents`);
  await page.mouse.move(cluster.x, cluster.y);
  await page.waitForFunction(() => /incidents are known to places around here/.test(document.querySelector('.hover-box')?.textContent));
  await page.mouse.click(cluster.x, cluster.y);
  await page.waitForFunction(() => document.querySelector('dm-map').map.getZoom() > 6);
  await mapIdle(page);
  assert.equal((await drawn(page, ['incidents-near', 'incidents-exact'], 'id')).length, 0);
  assert.deepEqual(asked.filter((path) => path.startsWith('/tiles/incidents/')), [], 'no single incidents at low zooms');
  await page.evaluate(() => document.querySelector('dm-map').map.jumpTo({ zoom: 8.2 }));
  await mapIdle(page);
  await page.waitForFunction(() => document.querySelector('dm-map').map.queryRenderedFeatures({ layers: ['incidents-near'] }).length > 0);
  assert.equal((await drawn(page, ['clusters'], 'cell')).length, 0);
  assertClean();
  await context.close();
});
