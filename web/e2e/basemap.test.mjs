import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { deflateSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { drawn, launch, mapIdle, open, words } from './browser.mjs';
import { foreignPage } from './foreign.mjs';
import { complaints, startProgram } from './program.mjs';

/** An operator's own background map, from another origin than ours. */

let program;
let broken;
let browser;
let maps;

before(async () => {
  maps = await mapServer();
  program = await startProgram(undefined, ['--basemap-style', `${maps.url}/style.json`, '--corrections', 'maps@example.org']);
  broken = await startProgram(undefined, ['--basemap-style', `${maps.url}/nothing.json`]);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await program?.stop();
  await broken?.stop();
  await maps?.stop();
  assert.deepEqual(complaints(program), []);
  assert.deepEqual(complaints(broken), []);
});

const STATES = 14;

const STYLE = {
  version: 8,
  sprite: './sprite',
  glyphs: './fonts/{fontstack}/{range}.pbf',
  sources: {
    photo: {
      type: 'raster',
      tiles: ['./tiles/{z}/{x}/{y}.png'],
      tileSize: 256,
      maxzoom: 6,
      attribution: 'Photos of <a href="https://photos.example">A &amp; B</a><img src=x onerror=alert(1)>',
    },
    towns: {
      type: 'geojson',
      data: { type: 'Feature', geometry: { type: 'Point', coordinates: [92.5, 17] }, properties: { name: 'Light' } },
    },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#b7cdb0' } },
    { id: 'units', type: 'raster', source: 'photo' },
    { id: 'towns', type: 'symbol', source: 'towns', layout: { 'icon-image': 'dot', 'icon-allow-overlap': true, 'text-field': ['get', 'name'], 'text-font': ['Their Sans'], 'text-offset': [0, 1] } },
  ],
};

/** Serves a style, its tiles and its sprite, and remembers what was asked for, and from where. */
async function mapServer() {
  const asked = [];
  const png = (size) => picture(size, [196, 206, 180]);
  const answers = [
    [/^\/style\.json$/, 'application/json', () => JSON.stringify(STYLE)],
    [/^\/tiles\/\d+\/\d+\/\d+\.png$/, 'image/png', () => png(256)],
    [/^\/sprite(@2x)?\.json$/, 'application/json', () => JSON.stringify({ dot: { x: 0, y: 0, width: 8, height: 8, pixelRatio: 1 } })],
    [/^\/sprite(@2x)?\.png$/, 'image/png', () => picture(8, [150, 30, 30])],
    [/^\/fonts\/Their%20Sans\/\d+-\d+\.pbf$/, 'application/x-protobuf', () => Buffer.alloc(0)],
  ];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, referer: request.headers.referer, cookie: request.headers.cookie });
    const found = answers.find(([path]) => path.test(request.url));
    response.writeHead(found ? 200 : request.url.startsWith('/broken/') ? 500 : 404, { 'Access-Control-Allow-Origin': '*', ...(found ? { 'Content-Type': found[1] } : {}) });
    response.end(found?.[2]());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  return { url, asked, stop: () => new Promise((resolve) => server.close(resolve)) };
}

/** A square PNG of one colour. */
function picture(size, [red, green, blue]) {
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: size }, () => [red, green, blue]).flat())]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, check]);
  };
  const rows = deflateSync(Buffer.concat(Array.from({ length: size }, () => row)));
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes) {
  let value = -1;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
    }
  }
  return (value ^ -1) >>> 0;
}

/** Waits until the operator's background is there and drawn. */
async function basemapShown(page) {
  await page.waitForFunction(() => document.querySelector('dm-map').map?.getLayer('basemap:units') !== undefined, undefined, { timeout: 60_000 });
  await page.waitForFunction(() => document.querySelector('dm-map').map.areTilesLoaded(), undefined, { timeout: 60_000 });
  await mapIdle(page);
}

const order = (page) => page.evaluate(() => document.querySelector('dm-map').map.getLayersOrder());
const asksMaps = () => new RegExp(`foreign request: ${maps.url}/`);

for (const [name, address, options] of [
  ['wide', '/', {}],
  ['at 360 px, opened where it lies', '/?at=4.4/19/96.5', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
]) {
  test(`the operator's style lies below our layers, in silence, ${name}`, async () => {
    maps.asked.length = 0;
    const { page, context, assertClean } = await open(browser, `${program.url}${address}`, options);
    await basemapShown(page);
    assert.ok(maps.asked.some(({ url }) => /^\/tiles\/\d+\/\d+\/\d+\.png/.test(url)), 'tiles of it are asked for');
    assert.ok(maps.asked.some(({ url }) => /^\/sprite(@2x)?\.png/.test(url)), 'and its sprite');
    assert.ok(maps.asked.some(({ url }) => url.startsWith('/fonts/Their%20Sans/')), 'and its letters');
    assert.ok(!maps.asked.some(({ url }) => url.startsWith('/fonts/Map')), 'ours are our own');
    assert.ok(maps.asked.every(({ referer, cookie }) => referer === undefined && cookie === undefined), 'it is not told who asks');
    const layers = await order(page);
    const [theirs, ours] = [layers.indexOf('basemap:towns'), layers.indexOf('units')];
    assert.ok(theirs >= 0 && theirs < ours, layers.join(' '));
    assert.equal((await drawn(page, ['units'])).length, STATES);
    assert.equal(await page.evaluate(() => document.querySelector('dm-map').map.queryRenderedFeatures({ layers: ['basemap:towns'] }).length), 1);
    const credit = page.locator('.map-background');
    assert.equal(words(await credit.textContent()), 'Photos of A & B');
    assert.equal(await credit.locator('a').getAttribute('href'), 'https://photos.example/');
    assert.equal(await credit.locator('img').count(), 0);
    assert.match(words(await page.textContent('.credits')), new RegExp(`send them to maps@example\\.org.*background of the map comes from ${new URL(maps.url).host}\\.`));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    const { violations } = await new AxeBuilder({ page }).include('dm-map').include('.credits').analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`), []);
    assertClean(asksMaps());
    await context.close();
  });
}

test('it stays through another level, other colours and another date', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`);
  await basemapShown(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.querySelector('dm-map').map.getPaintProperty('sea', 'background-color') !== undefined);
  await basemapShown(page);
  await page.locator('#date-slider').press('ArrowRight');
  await page.waitForSelector('html[data-as-of="2022-02-01"]');
  await basemapShown(page);
  assert.equal(await page.evaluate(() => document.querySelector('dm-map').map.getPaintProperty('units', 'fill-opacity')), 0.85);
  assert.equal((await drawn(page, ['units'])).length, STATES);
  assertClean(asksMaps());
  await context.close();
});

test('a sandboxed frame on a foreign page shows it too', async () => {
  const foreign = await foreignPage(
    `<!doctype html><html lang="en"><title>News</title><body><iframe src="${program.url}/embed" title="Map" width="640" height="480" sandbox="allow-scripts"></iframe>`,
    `default-src 'none'; frame-src ${program.url}`,
  );
  const { page, context, assertClean } = await open(browser, foreign.url);
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await basemapShown(frame);
  assert.equal(words(await frame.textContent('.map-background')), 'Photos of A & B');
  assertClean(asksMaps(), new RegExp(`foreign request: ${program.url}/`));
  await context.close();
  await foreign.stop();
});

test('where the style cannot be had our own background stays, and a note says so', async () => {
  const { page, context, assertClean } = await open(browser, `${broken.url}/`);
  await mapIdle(page);
  const note = page.locator('.map-background');
  assert.match(words(await note.textContent()), new RegExp(`The background map of ${new URL(maps.url).host} could not be loaded; our own is shown\\.`));
  assert.ok((await order(page)).every((layer) => !layer.startsWith('basemap:')));
  assert.equal((await drawn(page, ['units'])).length, STATES);
  assert.ok((await drawn(page, ['land'])).length > 0, 'our own land is drawn');
  assert.equal(await page.locator('.map-incomplete').count(), 0);
  const again = page.waitForResponse(`${maps.url}/nothing.json`);
  await note.locator('button').click();
  assert.equal((await again).status(), 404, 'the style is asked for again');
  await note.waitFor();
  assertClean(asksMaps(), /HTTP 404: .*\/nothing\.json/, /Failed to load resource/, /The background map .* is not shown: .* was answered with 404/);
  await context.close();
});

test('tiles from an origin that nobody allowed are not asked for', async () => {
  const page = await browser.newPage();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const tiles = STYLE.sources.photo.tiles;
  STYLE.sources.photo.tiles = ['http://127.0.0.1:9/{z}/{x}/{y}.png'];
  try {
    const said = page.waitForEvent('console', (message) => message.type() === 'warning' && message.text().includes('--basemap-origins'));
    await page.goto(`${program.url}/`);
    await said;
    await mapIdle(page);
    assert.ok(asked.every((url) => !url.startsWith('http://127.0.0.1:9/')));
  } finally {
    STYLE.sources.photo.tiles = tiles;
    await page.close();
  }
});

test('tiles that never come, and layers that are wrong, leave our own background', async () => {
  for (const [change, why] of [
    [(style) => (style.sources.photo.tiles = ['./broken/{z}/{x}/{y}.png']), /500/],
    [(style) => (style.layers[1].paint = { 'raster-opacity': 'much' }), /raster-opacity/],
  ]) {
    const kept = structuredClone(STYLE);
    change(STYLE);
    const page = await browser.newPage();
    try {
      const said = page.waitForEvent('console', (message) => message.type() === 'warning' && message.text().includes('is not shown'));
      await page.goto(`${program.url}/`);
      assert.match((await said).text(), why);
      await page.locator('.map-background').waitFor();
      assert.ok((await order(page)).every((layer) => !layer.startsWith('basemap:')));
      assert.equal(await page.evaluate(() => document.querySelector('dm-map').map.getPaintProperty('units', 'fill-opacity')), 1);
    } finally {
      Object.assign(STYLE, kept);
      await page.close();
    }
  }
});

test('the map without WebGL asks nobody else', async () => {
  const plain = await launch({ webGl: false });
  try {
    const { page, assertClean } = await open(plain, `${program.url}/`);
    await mapIdle(page);
    assert.equal(words(await page.textContent('.map-background')), '');
    assertClean();
  } finally {
    await plain.close();
  }
});
