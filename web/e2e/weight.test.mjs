import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.mjs';
import { startProgram } from './program.mjs';

/** How much comes over the line before the map library, on a phone with nothing in its cache. */

/** The aim is 60 kB; what there is must not grow before the script is cut. */
const AIM_BYTES = 60_000;
const MOST_BYTES = 90_000;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
/** Answers of the API are figures that the page holds already; they are told apart. */
const PARTS = /\.(js|css|woff2|svg|png)$|\/$/;

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

async function transferred(query) {
  const { page, context } = await open(browser, 'about:blank', PHONE);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const paths = new Map();
  const bytes = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.push([paths.get(requestId) ?? '', encodedDataLength]),
  );
  await page.goto(`${program.url}/${query}`);
  await page.waitForSelector('dm-table button');
  await page.locator('.map-picture img').evaluate((image) => image.decode());
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await context.close();
  const parts = bytes.filter(([path]) => PARTS.test(path)).sort((a, b) => b[1] - a[1]);
  const sum = (list) => list.reduce((total, [, size]) => total + size, 0);
  return { parts, total: sum(parts), api: sum(bytes) - sum(parts) };
}

for (const [language, query] of [
  ['English', '?lang=en'],
  ['Burmese', '?lang=my'],
]) {
  test(`the first view in ${language} is light and asks for no map library`, async (context) => {
    const { parts, total, api } = await transferred(query);
    context.diagnostic(`${total} bytes before the map (aim ${AIM_BYTES}), and ${api} of figures from the API`);
    parts.forEach(([path, size]) => context.diagnostic(`${size} ${path}`));
    assert.ok(!parts.some(([path]) => /engine|maplibre/.test(path)), 'the map library has been fetched');
    // The Burmese font alone, where the phone has none of its own, is 47 kB.
    const font = parts.filter(([path]) => /myanmar-myanmar/.test(path)).reduce((sum, [, size]) => sum + size, 0);
    assert.ok(total - font <= MOST_BYTES + (language === 'Burmese' ? 15_000 : 0), `${total} bytes, without Burmese font ${total - font}`);
  });
}
