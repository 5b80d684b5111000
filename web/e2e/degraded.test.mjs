import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { drawn, figuresOf, launch, mapIdle, open, words } from './browser.mjs';
import { typesOf } from '../scripts/types.mjs';
import { complaints, startProgram } from './program.mjs';

/** What is left of the page when something is missing: never a wrong number, never an empty page. */

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

/** Words and drawn positions of a part of the page. */
function content(page, selector) {
  return page.locator(selector).evaluate((element) => ({
    words: element.innerText.replace(/\s+/g, ' ').trim(),
    drawn: [...element.querySelectorAll('svg *')].map((mark) =>
      ['x', 'x1', 'x2', 'cx', 'width', 'd'].map((name) => mark.getAttribute(name)).join(' '),
    ),
  }));
}

test('without a script the server has said everything that the script says', async () => {
  const bare = await open(browser, `${program.url}/`, { javaScriptEnabled: false });
  const full = await open(browser, `${program.url}/`);
  await full.page.waitForSelector('dm-table button');
  for (const part of ['dm-figures', 'dm-table']) {
    assert.deepEqual(await content(bare.page, part), await content(full.page, part), part);
  }
  assert.match(words(await bare.page.textContent('dm-figures')), /441,500.*449,000.*31\d,000 and 64\d,000.*0\.84 to 1\.25/);
  assert.match(words(await bare.page.textContent('.credits')), /UCDP.*no opinion on status.*Corrections/s);
  assert.ok(await bare.page.locator('form input[name=as_of]').isVisible(), 'the date can still be chosen');
  await bare.page.fill('form input[name=as_of]', '2022-01-25');
  await bare.page.click('form button');
  assert.match(words(await bare.page.textContent('h1')), /No UN figure is dated 25 January 2022/);
  // Without scripts the browser refuses even to fetch one ahead, and says so.
  bare.assertClean(/^failed: \S+\/assets\/\S+\.js csp$/);
  full.assertClean();
  await bare.context.close();
  await full.context.close();
});

test('the types of the script are those that the server describes', async () => {
  const description = await (await fetch(`${program.url}/openapi.json`)).json();
  const written = await readFile(new URL('../src/api/types.ts', import.meta.url), 'utf8');
  assert.equal(written, typesOf(description), 'run "npm run types -- ADDRESS/openapi.json"');
});

/** Distinct values of a property of what a layer of the plain map holds in view. */
function held(page, layer, property) {
  return page.evaluate(
    ([id, key]) => {
      const { map } = document.querySelector('dm-map');
      const found = map.getAllLayers().find((one) => one.get('id') === id);
      const extent = map.getView().calculateExtent(map.getSize());
      const features = found.getFeaturesInExtent?.(extent) ?? found.getSource().getFeaturesInExtent(extent);
      return [...new Set(features.map((feature) => feature.get(key)))];
    },
    [layer, property],
  );
}

test('without WebGL a plain map shows the same and answers to mouse and keyboard', async () => {
  const plain = await launch({ webGl: false });
  try {
    const { page, assertClean } = await open(plain, `${program.url}/`);
    const fetched = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    await mapIdle(page);
    assert.deepEqual(await page.locator('.maplibregl-canvas').count(), 0);
    assert.equal((await held(page, 'units', 'pcode')).length, 14);
    assert.ok((await held(page, 'unit-names', 'name')).includes('Kayah'), 'names are held');
    assert.ok((await held(page, 'clusters', 'cell')).length > 2, 'counts of incidents are held');
    const vague = (await held(page, 'clusters', 'precision')).filter((word) => word !== undefined && /township|district|state|country/.test(word));
    assert.deepEqual(vague, [], 'a vague incident is no point');
    await page.waitForFunction(() => document.querySelector('dm-map').map.getAllLayers().find((one) => one.get('id') === 'areas').getSource().getFeatures().length > 0);

    const at = await page.evaluate(() => {
      const { map } = document.querySelector('dm-map');
      const [x, y] = map.getPixelFromCoordinate([96.6 * 111_319.49, 3_080_000]); // within Kachin
      const box = map.getTargetElement().getBoundingClientRect();
      return { x: box.x + x, y: box.y + y };
    });
    await page.mouse.move(at.x, at.y);
    await page.locator('.hover-box strong').getByText('Kachin').waitFor();
    await page.mouse.click(at.x, at.y);
    await page.waitForFunction(() => document.querySelector('tr[data-pcode=MMR001]').classList.contains('selected'));

    await page.locator('.map-canvas').focus();
    await page.keyboard.press('=');
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => /at=/.test(location.search));
    await page.locator('#date-slider').press('ArrowRight');
    await figuresOf(page, '2022-02-01');
    await mapIdle(page);
    assert.deepEqual(fetched.filter((path) => /\.mvt$/.test(path)), []);
    assertClean(/willReadFrequently/); // a hint of Chromium on how OpenLayers finds what is pointed at
  } finally {
    await plain.close();
  }
});

for (const webGl of [true, false]) {
  test(`tiles that fail are told in place, what is there stays, and they come when they are asked for again, ${webGl ? 'with' : 'without'} WebGL`, async () => {
    const own = await launch({ webGl });
    try {
      const { page } = await open(own, 'about:blank');
      let broken = true;
      await page.route('**/tiles/incident-clusters/**', (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()));
      await page.goto(`${program.url}/`);
      const told = page.locator('.map-incomplete');
      await told.waitFor();
      await mapIdle(page);
      const shown = (layer, property) => (webGl ? drawn(page, [layer], property) : held(page, layer, property));
      assert.equal((await shown('units', 'pcode')).length, 14);
      assert.deepEqual(await shown('clusters', 'cell'), []);
      broken = false;
      await told.locator('button').click();
      await told.waitFor({ state: 'hidden' });
      for (let tries = 0; (await shown('clusters', 'cell')).length === 0; tries++) {
        assert.ok(tries < 100, 'the tiles do not come');
        await page.waitForTimeout(100);
      }

      // Who goes on without pressing it sees the marks of the new day all the same.
      broken = true;
      await page.locator('#date-slider').press('PageUp');
      await told.waitFor();
      broken = false;
      await page.locator('#date-slider').press('PageUp');
      await told.waitFor({ state: 'hidden' });
      await mapIdle(page);
      const counted = async () => (await shown('clusters', 'incidents')).reduce((sum, count) => sum + count, 0);
      const before = await counted();
      await page.check('input[value=all]');
      for (let tries = 0; (await counted()) <= before; tries++) {
        assert.ok(tries < 100, 'the marks do not follow');
        await page.waitForTimeout(100);
      }
    } finally {
      await own.close();
    }
  });
}

test('a reader who saves data gets the map only on demand', async () => {
  const { page, context, assertClean } = await open(browser, 'about:blank');
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const fetched = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${program.url}/`);
  const button = page.getByRole('button', { name: /Open the map/ });
  await button.waitFor();
  assert.deepEqual(
    fetched.filter((path) => /engine|tiles/.test(path)),
    [],
  );
  await button.click();
  await mapIdle(page);
  assertClean(/foreign request/);
  await context.close();
});

test('a failed request keeps the old figures, says so in place and can be tried again', async () => {
  const { page, context } = await open(browser, `${program.url}/`);
  await page.waitForSelector('dm-table button');
  const title = await page.textContent('h1');
  let failing = true;
  await page.route('**/api/comparison*', (route) => (failing ? route.abort() : route.continue()));
  await page.locator('#date-slider').press('ArrowRight');
  await page.getByText('The figures for 1 February 2022 could not be loaded').waitFor();
  assert.equal(await page.textContent('h1'), title);
  failing = false;
  await page.locator('#failure button').click();
  await figuresOf(page, '2022-02-01');
  assert.ok(await page.locator('#failure').isHidden());
  await context.close();
});

test('a mangled address gives the page as it opens, with a note', async () => {
  const { page, context, assertClean } = await open(
    browser,
    `${program.url}/?as_of=yesterday&unit=%3Cscript%3E&colour=%3Cimg%20src%3Dx%3E`,
  );
  await figuresOf(page, '2022-01-31');
  assert.match(words(await page.textContent('#ignored')), /as_of=yesterday, unit=<script>, colour=<img src=x>/);
  assert.equal(await page.locator('img[src=x]').count(), 0);
  assertClean();
  await context.close();
});

test('a part that does not arrive is told in place and can be fetched again', async () => {
  const { page, context } = await open(browser, 'about:blank');
  let failing = true;
  await page.route(/\/assets\/share-/, (route) => (failing ? route.abort() : route.continue()));
  await page.goto(`${program.url}/`);
  await page.waitForSelector('dm-timeline[aria-busy=false]');
  await page.locator('.share-open').click();
  await page.getByText('A part of the page could not be loaded').waitFor();
  failing = false;
  await page.locator('#failure button').click(); // loads the page again: a browser asks for a script only once
  await page.waitForSelector('dm-timeline[aria-busy=false]');
  await page.locator('.share-open').click();
  await page.locator('dialog.share h2').waitFor();
  await context.close();
});

test('figures whose script does not arrive are told, and the page loaded again shows what was chosen', async () => {
  const { page, context } = await open(browser, 'about:blank');
  let failing = true;
  await page.route(/\/assets\/(figures|table|legend)-[^/]*\.js/, (route) => (failing ? route.abort() : route.continue()));
  await page.goto(`${program.url}/`);
  await page.waitForSelector('dm-timeline[aria-busy=false]');
  await page.locator('#date-slider').focus();
  await page.keyboard.press('ArrowRight');
  await page.getByText('A part of the page could not be loaded').waitFor();
  failing = false;
  await page.locator('#failure button').click();
  await figuresOf(page, '2022-02-01');
  assert.match(words(await page.textContent('dm-figures')), /1 February 2022/);
  await context.close();
});

for (const path of ['', 'embed']) {
  for (const [query, told] of [
    ['level=3', /Ignored in the address: level=3\./],
    ['from=2023-01-01&to=2022-01-01', /Ignored in the address: from=2023-01-01, to=2022-01-01\./],
    ['unit=MMR999&selected=MMR099', /Ignored in the address: unit=MMR999, selected=MMR099\./],
  ]) {
    test(`an address that cannot be answered leads to no dead page: /${path}?${query}`, async () => {
      const { page, context, assertClean } = await open(browser, `${program.url}/${path}?${query}`);
      await mapIdle(page);
      await page.locator('dm-table tr[data-pcode=MMR002] button').waitFor();
      await page.locator('dm-timeline input[type=range]').first().waitFor();
      assert.match(words(await page.textContent('#ignored')), told);
      assert.equal(words(await page.textContent('#ignored')).split('Ignored').length, 2, 'it is said once');
      assert.ok(await page.locator('#failure').isHidden());
      assert.ok(await page.locator('dm-detail, #picked').first().isHidden(), 'no details of what is not there');
      assertClean();
      await context.close();
    });
  }
}

test('counts, bars and areas that do not come leave what is there, are told in place and can be asked for again', async () => {
  const { page, context } = await open(browser, `${program.url}/`);
  await mapIdle(page);
  await page.locator('.filter-box summary').getByText(/\d of [\d,]+/).waitFor();
  const areas = () => page.evaluate(() => document.querySelector('dm-map').areas.length);
  const bars = () => page.locator('.window-bars rect').count();
  await page.waitForFunction(() => document.querySelector('dm-map').areas.length > 0 && document.querySelectorAll('.window-bars rect').length > 10);
  const before = [await areas(), await bars()];
  let failing = true;
  await page.route(/\/(filters|timeline|incident-areas)[/?]/, (route) => (failing ? route.abort() : route.continue()));
  await page.locator('.filter-box summary').click();
  const kinds = await page.locator('.filter-choices input').count();
  await page.locator('dm-filters select').first().selectOption('all');
  await page.locator('#failure button').waitFor();
  await page.locator('.map-incomplete button').waitFor();
  assert.doesNotMatch(words(await page.textContent('.filter-box summary')), /\d/, 'no count that is not true');
  assert.doesNotMatch(words(await page.textContent('#window-words')), /^\d+ incidents/);
  assert.deepEqual([await areas(), await bars()], before, 'what is there stays');
  assert.equal(await page.locator('.filter-choices input').count(), kinds);
  failing = false;
  await page.locator('#failure button').click();
  await page.locator('.filter-box summary').getByText(/\d of [\d,]+/).waitFor();
  await page.locator('#failure').waitFor({ state: 'hidden' });
  await page.locator('.map-incomplete button').click();
  await page.waitForFunction((old) => document.querySelector('dm-map').areas.length !== old, before[0]);
  assert.equal(await page.locator('.map-incomplete').count(), 0);
  await context.close();
});

test('without a script nothing offers a map that cannot come', async () => {
  for (const path of ['', 'embed']) {
    const { page, context } = await open(browser, `${program.url}/${path}`, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    assert.ok(await page.locator('.map-picture').first().isVisible(), path);
    assert.equal(await page.locator('.map-open:visible').count(), 0, path);
    await context.close();
  }
});
