import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, mapIdle, open } from './browser.mjs';
import { startProgram } from './program.mjs';

/**
 * What comes over the line before the map library, with nothing in the cache: every answer with its
 * headers, compressed as it comes. See docs/weight.md.
 */

const MOST_BYTES = 60_000;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const WIDE = { viewport: { width: 1440, height: 900 } };
const LIBRARY = /\/(?:plain-)?engine-|maplibre/;
/** Only browsers without any Burmese font fetch ours; nearly all devices have one. */
const BURMESE_FONT = /noto-sans-myanmar-burmese/;

let program;
let browser;

before(async () => {
  program = await startProgram();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await program?.stop();
});

/** Opens the page and waits; answers path and bytes of what was asked for before the map library, and whether that was. */
async function transferred(query, device, wait) {
  const { page, context } = await open(browser, 'about:blank', device);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const asked = new Map();
  const parts = [];
  let library = false;
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname, protocol } = new URL(request.url);
    library ||= LIBRARY.test(pathname);
    if (!library && /^https?:$/.test(protocol)) {
      asked.set(requestId, pathname);
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) {
      parts.push([asked.get(requestId), encodedDataLength]);
    }
  });
  await page.goto(`${program.url}/${query}`);
  await wait(page);
  await context.close();
  return { library, parts: parts.sort((a, b) => b[1] - a[1]) };
}

/** Where the map waits for the reader, everything that comes by itself counts. */
async function quiet(page) {
  await page.waitForSelector('dm-map[data-phase=offered]');
  await page.locator('.map-picture img').evaluate((image) => image.decode());
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
}

const sum = (parts) => parts.reduce((total, [, size]) => total + size, 0);

for (const [language, query] of [
  ['English', '?lang=en'],
  ['Burmese', '?lang=my'],
]) {
  for (const [name, device, wait, mapComes] of [
    ['a phone, where the map waits to be opened', PHONE, quiet, false],
    ['a wide screen, where the map comes by itself', WIDE, mapIdle, true],
  ]) {
    test(`in ${language} at most ${MOST_BYTES} bytes come before the map library, on ${name}`, async (context) => {
      const { parts, library } = await transferred(query, device, wait);
      context.diagnostic(`${sum(parts)} bytes`);
      parts.forEach(([path, size]) => context.diagnostic(`${size} ${path}`));
      assert.equal(library, mapComes);
      assert.ok(parts.length >= 8, 'scripts, style, fonts and figures are counted');
      const counted = sum(parts.filter(([path]) => !BURMESE_FONT.test(path)));
      assert.ok(counted <= MOST_BYTES, `${counted} bytes come before the map library`);
    });
  }
}
