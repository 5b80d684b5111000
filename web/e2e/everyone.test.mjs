import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

/** Readers whose eyes, hands, screens or languages are not those of the other tests. */
let program;
let browser;

before(async () => {
  program = await startProgram();
  browser = await launch({ webGl: false }); // the map has its own tests
});

after(async () => {
  await browser?.close();
  await program?.stop();
  assert.deepEqual(complaints(program), []);
});

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const PAGES = ['/', '/?selected=MMR002&compare=allocation', '/embed', '/method', '/validation', '/ogc', '/ogc/collections/adm1/items'];

async function opened(path, lang, options) {
  const services = path.startsWith('/ogc'); // in English; asked by a browser, they answer with pages
  const query = services ? 'f=html' : `lang=${lang}`;
  const opens = await open(browser, `${program.url}${path}${path.includes('?') ? '&' : '?'}${query}`, options);
  const { page } = opens;
  if ((await page.locator('script[type=module]').count()) > 0) {
    await page.keyboard.press('Shift'); // with the first key all parts of the page come
    await page.waitForSelector('dm-timeline[aria-busy=false]', { state: 'attached' });
    await page.waitForSelector('dm-table[aria-busy=false], dm-table tr', { state: 'attached' });
    await page.waitForLoadState('networkidle');
  }
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  await page.waitForTimeout(300);
  return opens;
}

const faults = ({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);

for (const path of PAGES) {
  for (const [lang, options] of [
    ['my', { colorScheme: 'light' }],
    ['my', { colorScheme: 'dark', ...PHONE }],
    ['en', { colorScheme: 'light', ...PHONE }],
    ['en', { colorScheme: 'dark' }],
  ].filter(([lang]) => lang === 'en' || !path.startsWith('/ogc'))) {
    const name = `${path}, ${lang}, ${options.colorScheme}${options.isMobile ? ', phone' : ''}`;
    test(`${name}: axe finds nothing, and nothing is wider than the screen`, async () => {
      const { page, context } = await opened(path, lang, options);
      assert.deepEqual(faults(await new AxeBuilder({ page }).analyze()), []);
      assert.ok((await overflow(page)) <= 0, `${await overflow(page)} px too wide`);
      await context.close();
    });
  }
}

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const [name, viewport, deviceScaleFactor] of [
  ['320 px', { width: 320, height: 568 }, 1],
  ['2560 px', { width: 2560, height: 1300 }, 1],
  ['1280 px at 200 %', { width: 640, height: 430 }, 2],
]) {
  for (const lang of ['en', 'my']) {
    test(`on ${name} everything is there and nothing is cut, ${lang}`, async () => {
      for (const path of ['/', '/embed', '/report/MMR002', '/method']) {
        const { page, context } = await opened(path, lang, { viewport, deviceScaleFactor });
        assert.ok((await overflow(page)) <= 0, `${path}: ${await overflow(page)} px too wide`);
        assert.deepEqual(await page.evaluate(cutWords), [], path);
        await context.close();
      }
    });
  }
}

/** Words of buttons, links and headings that their own box hides. */
function cutWords() {
  return [...document.querySelectorAll('button, a, h1, h2, h3, label, summary, th')]
    .filter((element) => element.checkVisibility() && element.clientWidth > 1 && !element.closest('.visually-hidden, .skip'))
    .filter((element) => getComputedStyle(element).overflow !== 'visible' && element.scrollWidth > element.clientWidth + 1)
    .map((element) => element.textContent.trim());
}

/** Targets of pointers that are smaller than that; links within sentences may be. */
function smallTargets(least) {
  return [...document.querySelectorAll('button, a[href], input, select, summary')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip, .maplibregl-ctrl-attrib'))
    .filter((element) => !(element.matches('a') && getComputedStyle(element).display === 'inline'))
    .map((element) => {
      const label = element.matches('input[type=checkbox], input[type=radio]') ? element.closest('label') : null;
      const { width, height } = (label ?? element).getBoundingClientRect();
      return { what: `${element.tagName.toLowerCase()}.${element.className} "${(label ?? element).textContent.trim().slice(0, 30)}"`, width, height };
    })
    .filter(({ width, height }) => width > 0 && (height < least - 0.5 || width < Math.min(least, 24) - 0.5))
    .map(({ what, width, height }) => `${what}: ${width.toFixed(0)} x ${height.toFixed(0)}`);
}

for (const [name, path, options, least] of [
  ['a mouse', '/', {}, 24],
  ['a finger', '/', PHONE, 44],
  ['a mouse in a frame', '/embed', { viewport: { width: 640, height: 640 } }, 24],
  ['a finger in a frame', '/embed', PHONE, 44],
  ['a mouse on a report', '/report/MMR002', {}, 24],
]) {
  test(`targets are large enough for ${name}`, async () => {
    const { page, context } = await opened(path, 'en', options);
    assert.deepEqual(await page.evaluate(smallTargets, least), []);
    await context.close();
  });
}

test('with forced colours shades keep theirs, and what is chosen is still seen', async () => {
  const { page, context } = await opened('/?selected=MMR002', 'en', { forcedColors: 'active' });
  const style = (selector, name) => page.locator(selector).first().evaluate((element, key) => getComputedStyle(element)[key], name);
  assert.notEqual(await style('.ramp li:last-child', 'backgroundColor'), await style('body', 'backgroundColor'));
  assert.equal(await style('.units .swatch', 'forcedColorAdjust'), 'none');
  const chosen = page.locator('tr.selected button[aria-pressed=true]');
  assert.equal(await chosen.count(), 1);
  const [row, other] = [page.locator('tr.selected'), page.locator('.listed tr:not(.selected)').first()];
  const look = (locator) =>
    locator.evaluate((element) => {
      const cell = element.querySelector('th');
      const { outlineStyle, outlineWidth, boxShadow, borderLeftWidth, borderLeftStyle, backgroundColor } = getComputedStyle(cell);
      return { outlineStyle, outlineWidth, boxShadow, borderLeftWidth, borderLeftStyle, backgroundColor };
    });
  assert.notDeepEqual(await look(row), await look(other));
  await context.close();
});
