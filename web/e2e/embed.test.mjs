import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { incidentsDrawn, launch, mapIdle, open, words } from './browser.mjs';
import { foreignPage } from './foreign.mjs';
import { complaints, startProgram } from './program.mjs';

/** The page in a frame of somebody else's page, which trusts it with nothing. */

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

function frameTag(query = '', sandbox = 'allow-scripts', size = 'width="640" height="420"') {
  return `<iframe src="${program.url}/embed${query}" title="Map" ${size} sandbox="${sandbox}" data-displacement-mapper></iframe>`;
}

/** Opens a foreign page with this body; requests to our program are what it is for. */
async function embedded(body, policy, options = {}) {
  const foreign = await foreignPage(`<!doctype html><html lang="en"><title>News</title><body>${body}`, policy);
  const opened = await open(browser, foreign.url, options);
  const frame = opened.page.frames().find((one) => one !== opened.page.mainFrame());
  const assertClean = (...expected) => opened.assertClean(new RegExp(`foreign request: ${program.url}/`), ...expected);
  const close = async () => {
    await opened.context.close();
    await foreign.stop();
  };
  return { ...opened, frame, assertClean, close };
}

/** On a phone the map comes when it is asked for. */
async function openMap(frame) {
  await frame.locator('.map-open').click();
  await mapIdle(frame);
}

function height(page) {
  return page.locator('iframe').evaluate((element) => element.clientHeight);
}

test('in a sandbox without an origin, under a policy that allows frames only, the map is drawn in silence', async () => {
  const { frame, page, assertClean, close } = await embedded(frameTag(), `default-src 'none'; frame-src ${program.url}`);
  await mapIdle(frame);
  assert.equal(await frame.evaluate(() => origin), 'null');
  const units = await frame.evaluate(() =>
    [...new Set(document.querySelector('dm-map').map.queryRenderedFeatures({ layers: ['units'] }).map(({ id }) => id))],
  );
  assert.equal(units.length, STATES);
  const incidents = await incidentsDrawn(frame);
  assert.ok(incidents > 5, `${incidents} incidents are drawn`);
  assert.match(words(await frame.textContent('h1')), /The UN reported 441,500 .* we estimate about 449,000/);
  assert.match(words(await frame.textContent('dm-brief')), /Independent estimate.*between 31\d,000 and 64\d,000/);
  assert.equal(await height(page), 420, 'nobody adjusts the height');
  assertClean();
  await close();
});

test('the slider works there, and the link to the whole page follows', async () => {
  const { frame, assertClean, close } = await embedded(frameTag('?air=all&selected=MMR002'), `default-src 'none'; frame-src ${program.url}`);
  await mapIdle(frame);
  assert.match(words(await frame.textContent('#picked')), /Kayah.*91,900/);
  await frame.locator('#date-slider').press('ArrowRight');
  await frame.waitForSelector('html[data-as-of="2022-02-01"]');
  assert.match(words(await frame.textContent('h1')), /No UN figure is dated 1 February 2022/);
  assert.equal(await frame.locator('#full').getAttribute('href'), './?as_of=2022-02-01&air=all&selected=MMR002');
  assert.equal(await frame.locator('.window-thumb').count(), 2);
  assertClean();
  await close();
});

for (const width of [640, 340]) {
  test(`embed.js gives the frame the height that its content needs, ${width} px wide`, async () => {
    const { frame, page, assertClean, close } = await embedded(
      `${frameTag('', 'allow-scripts', `width="${width}" height="300"`)}<script src="${program.url}/embed.js" async></script>`,
      `default-src 'none'; frame-src ${program.url}; script-src ${program.url}`,
    );
    await page.waitForFunction(() => document.querySelector('iframe').clientHeight > 400);
    await (width < 560 ? openMap(frame) : mapIdle(frame));
    await page.waitForTimeout(400);
    const [first, overflow] = [await height(page), await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)];
    assert.ok(overflow <= 1, `${overflow} px of the frame are hidden`);
    await page.waitForTimeout(400);
    assert.equal(await height(page), first, 'frame and content do not chase each other');
    assertClean();
    await close();
  });
}

test('on a phone the frame shows the picture of its state, and the map when it is asked for', async () => {
  const { frame, assertClean, close } = await embedded(
    frameTag('?as_of=2022-05-02', 'allow-scripts', 'width="360" height="640"'),
    `default-src 'none'; frame-src ${program.url}`,
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  );
  await frame.waitForSelector('dm-map[data-phase=offered]');
  const picture = frame.locator('.map-picture img');
  await picture.evaluate((image) => image.decode());
  assert.match(await picture.evaluate((image) => image.currentSrc), /map\.png\?.*as_of=2022-05-02/);
  assert.match(await picture.getAttribute('alt'), /2 May 2022/);
  await openMap(frame);
  assert.ok(await picture.isHidden());
  assertClean();
  await close();
});

for (const [name, path, viewport] of [
  ['a low frame', '/embed', { width: 640, height: 420 }],
  ['a wide frame', '/embed', { width: 1000, height: 700 }],
  ['a frame on a phone', '/embed?lang=my', { width: 360, height: 640 }],
  ['the page on a phone', '/', { width: 360, height: 740 }],
  ['the page on a wide screen', '/', { width: 1440, height: 900 }],
]) {
  test(`nothing moves while ${name} loads`, async () => {
    const { page, context } = await open(browser, 'about:blank', { viewport });
    await page.addInitScript(() => {
      globalThis.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shifted += value))).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(program.url + path);
    await page.waitForSelector('dm-map:is([data-phase=offered], [data-phase=shown])');
    await page.waitForTimeout(1000);
    const shifted = await page.evaluate(() => globalThis.shifted);
    assert.ok(shifted <= 0.05, `the layout shifts by ${shifted}; 0.1 is what Lighthouse lets pass`);
    await context.close();
  });
}

test('embed.js takes no height from anybody else, and none without bounds', async () => {
  const { page, frame, close } = await embedded(
    `${frameTag()}<script src="${program.url}/embed.js" async></script>`,
    `default-src 'none'; frame-src ${program.url}; script-src ${program.url}`,
  );
  await mapIdle(frame);
  await page.waitForFunction(() => document.querySelector('iframe').style.height !== '');
  const before = await height(page);
  await page.evaluate(() => postMessage({ type: 'displacement-mapper:height', height: 999 }, '*'));
  for (const wrong of ['"1e3"', 'NaN', 'null', '{}']) {
    await frame.evaluate(`parent.postMessage({ type: 'displacement-mapper:height', height: ${wrong} }, '*')`);
  }
  await page.waitForTimeout(200);
  assert.equal(await height(page), before);
  await frame.evaluate(() => parent.postMessage({ type: 'displacement-mapper:height', height: 1e9 }, '*'));
  await page.waitForFunction(() => document.querySelector('iframe').clientHeight === 3000);
  await close();
});

test('without any script the frame holds figures and table', async () => {
  const { frame, assertClean, close } = await embedded(frameTag('?lang=my', ''), `default-src 'none'; frame-src ${program.url}`);
  assert.match(words(await frame.textContent('h1')), /၄၄၁,၅၀၀/);
  assert.ok(await frame.locator('tr[data-pcode=MMR002]').isVisible());
  assert.ok(await frame.locator('#full').isVisible());
  assertClean(/Blocked script execution/);
  await close();
});

for (const [name, query, options] of [
  ['wide and light', '', { viewport: { width: 640, height: 520 } }],
  ['wide and dark, in Burmese', '?lang=my', { viewport: { width: 800, height: 600 }, colorScheme: 'dark' }],
  ['at 320 px', '?selected=MMR002', { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true }],
]) {
  test(`the embed is accessible and fits, ${name}`, async () => {
    const { page, context, assertClean } = await open(browser, `${program.url}/embed${query}`, options);
    await (options.viewport.width < 560 ? openMap(page) : mapIdle(page));
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
      [],
    );
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(tooWide <= 0, `${tooWide} px too wide`);
    assertClean();
    await context.close();
  });
}

test('the share dialog works by keyboard alone, gives the focus back and is accessible', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?as_of=2022-05-02&air=any&unit=MMR002`);
  await page.waitForSelector('dm-table[aria-busy=false] button');
  await page.locator('.share-open').focus();
  await page.keyboard.press('Enter');
  const dialog = page.locator('dialog.share');
  await dialog.locator('a[download]').first().waitFor();
  const value = (id) => page.locator(`[id="share.${id}"]`).inputValue();
  assert.equal(await value('link'), `${program.url}/?as_of=2022-05-02&air=any&unit=MMR002`);
  assert.match(await value('frozen'), /&v=\d+-[0-9a-f]+$/);
  assert.match(await value('citation'), /Displacement Mapper.*2 May 2022.*Independent estimate.*data version \d+-.*&v=.*read on/);
  assert.match(await value('snippet'), /<iframe src="[^"]+\/embed\?as_of=2022-05-02&amp;air=any&amp;unit=MMR002" title=.*embed\.js/s);
  const files = await dialog.locator('a[download]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(files.some((file) => file.startsWith('download/incidents.csv?to=2022-05-02&air=any&unit=MMR002')), files.join(' '));
  assert.ok(files.some((file) => file.startsWith('download/adm1.gpkg?as_of=2022-05-02')));
  await page.waitForFunction(() => (document.querySelector('dialog.share').textContent.match(/\d+ [kM]B/g) ?? []).length >= 18);
  assert.match(words(await dialog.textContent()), /\(\d+ rows\).*\d+ kB.*Licence: .*CC BY 4\.0/);
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`), []);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await page.evaluate(() => document.activeElement.className), 'share-open');
  assertClean();
  await context.close();
});

test('the frame is tried in the size that is chosen before its code is copied', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?as_of=2022-05-02`);
  await page.waitForSelector('dm-table[aria-busy=false] button');
  await page.locator('.share-open').click();
  const panel = page.locator('dm-embed-panel');
  const code = panel.locator('textarea');
  await panel.locator('input[value=own]').check();
  for (const [typed, width] of [['700', 700], ['99999', 2000], ['3', 240], ['', 240]]) {
    await panel.locator('[name=share-width]').fill(typed);
    await page.keyboard.press('Tab');
    assert.match(await code.inputValue(), new RegExp(`width="${width}" height="600"`), typed);
    assert.equal(await panel.locator('[name=share-width]').inputValue(), String(width));
  }
  await panel.locator('[name=share-width]').fill('560');
  await panel.locator('[name=share-height]').fill('440');
  await panel.locator('summary').click();
  const preview = panel.locator('iframe');
  assert.deepEqual(await preview.evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]), [560, 440]);
  const frame = await (await preview.elementHandle()).contentFrame();
  await frame.waitForSelector('html[data-as-of="2022-05-02"]');
  await mapIdle(frame);
  assert.equal(await frame.evaluate(() => origin), 'null', 'as it will be there: trusted with nothing');
  const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`), []);
  await panel.locator('summary').click();
  await preview.waitFor({ state: 'detached' });
  assertClean();
  await context.close();
});

test('the bar with the share button fits a screen of 320 px', async () => {
  const { page, context } = await open(browser, `${program.url}/`, { viewport: { width: 320, height: 568 } });
  await page.waitForSelector('dm-timeline[aria-busy=false]');
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  await context.close();
});
