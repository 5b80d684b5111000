import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { figuresOf, incidentsDrawn, launch, mapIdle, open, unitState } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

/** Moving through time: the map is shaded before the figures come, nothing is fetched twice, and the last move wins. */

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

/** The page with its map, once everything has come that it needs to be moved. */
async function openMap(query) {
  const opened = await open(browser, `${program.url}/${query}`);
  await mapIdle(opened.page);
  await opened.page.waitForFunction(() => document.querySelector('dm-map').days !== undefined);
  await opened.page.waitForLoadState('networkidle');
  const asked = [];
  opened.page.on('request', (request) => asked.push(new URL(request.url()).pathname.slice(1) + new URL(request.url()).search));
  return { ...opened, asked };
}

/** Moves the pin of the date, as a hand does. */
function slideTo(page, ...days) {
  return page.evaluate((all) => {
    const slider = document.querySelector('#date-slider');
    for (const day of all) {
      slider.value = String(Date.parse(day) / 86_400_000);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, days);
}

async function states(page) {
  const pcodes = await page.evaluate(() => document.querySelector('dm-map').units.map(({ pcode }) => pcode));
  return Object.fromEntries(await Promise.all(pcodes.map(async (pcode) => [pcode, await unitState(page, pcode)])));
}

/** How units are painted by the numbers of a day, which a page shows that opens with it. */
async function statesOf(day) {
  const { page, context } = await open(browser, `${program.url}/?as_of=${day}`);
  await mapIdle(page);
  const painted = await states(page);
  await context.close();
  return painted;
}

test('another day is painted while its figures are still on their way, and as its figures say', async () => {
  const { page, asked, assertClean } = await openMap('');
  const held = [];
  await page.route('**/api/comparison?*', (route) => held.push(route));
  await slideTo(page, '2023-06-30');
  await page.waitForFunction(() => document.querySelector('dm-map canvas').ariaLabel.includes('30 June 2023'));
  assert.match(await page.locator('.map-title').innerText(), /30 June 2023/);
  assert.equal(await page.getAttribute('html', 'data-as-of'), '2022-01-31');
  assert.deepEqual(await states(page), await statesOf('2023-06-30'));
  await page.waitForSelector('dm-table[aria-busy=true]'); // the old figures are paler when the new ones take long
  assert.equal(held.length, 1);
  await held[0].continue();
  await figuresOf(page, '2023-06-30');
  assert.deepEqual(asked.filter((one) => /^tiles\/(adm|neighbours|places)/.test(one)), []);
  assertClean();
});

test('for a day that was seen nothing is asked but tiles of incidents, which the browser keeps', async () => {
  const { page, asked, assertClean } = await openMap('');
  for (const day of ['2022-02-01', '2022-02-02']) {
    await slideTo(page, day);
    await figuresOf(page, day);
    await mapIdle(page);
    await page.waitForLoadState('networkidle');
  }
  asked.length = 0;
  await slideTo(page, '2022-02-01');
  await figuresOf(page, '2022-02-01');
  await mapIdle(page);
  assert.deepEqual(asked.filter((one) => !/^tiles\/incident-clusters|^assets/.test(one)), []);
  assertClean();
});

test('of quick moves the last one is shown, however late the answers to the others', async () => {
  const { page, assertClean } = await openMap('?air=all');
  await page.route(/\/api\/comparison\?.*as_of=2022-03|\/tiles\/incident-.*to=2022-03/, async (route) => {
    await new Promise((resume) => setTimeout(resume, 700));
    await route.continue().catch(() => {}); // given up meanwhile
  });
  await slideTo(page, '2022-03-01', '2022-03-02');
  await page.waitForTimeout(200);
  await slideTo(page, '2022-03-03', '2023-03-31');
  await figuresOf(page, '2023-03-31');
  await page.waitForTimeout(1_000);
  await mapIdle(page);
  assert.equal(await page.getAttribute('html', 'data-as-of'), '2023-03-31');
  assert.deepEqual(await states(page), await statesOf('2023-03-31'));
  assert.equal(await incidentsDrawn(page), await placed('to=2023-03-31'));
  assertClean();
});

test('in any window the map counts the incidents that the server counts', async (context) => {
  const seed = Date.now() % 2 ** 31;
  context.diagnostic(`seed ${seed}`);
  const random = randomFrom(seed);
  const { page, assertClean } = await openMap('?air=all');
  await page.waitForSelector('.window-thumb');
  for (let round = 0; round < 6; round++) {
    const from = dayAfter('2021-02-01', Math.floor(random() * 600));
    const to = dayAfter(from, Math.floor(random() * 400));
    const air = ['all', 'documented'][Math.floor(random() * 2)];
    await page.evaluate(
      ([detail]) => document.querySelector('dm-window').dispatchEvent(new CustomEvent('view-chosen', { detail, bubbles: true })),
      [{ from, to, air }],
    );
    await mapIdle(page);
    assert.equal(await incidentsDrawn(page), await placed(`from=${from}&to=${to}${air === 'all' ? '' : `&air=${air}`}`), `${from} to ${to}, ${air}`);
  }
  assertClean();
});

/** How many incidents are known to a place, by the one tile of the world. */
async function placed(question) {
  const { features } = await (await fetch(`${program.url}/tiles/incident-clusters/0/0/0.geojson?${question}`)).json();
  return features.reduce((sum, { properties }) => sum + properties.incidents, 0);
}

function dayAfter(day, days) {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
