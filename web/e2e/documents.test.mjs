import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open, words } from './browser.mjs';
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

const PAGES = ['validation', 'method'];

for (const path of PAGES) {
  for (const [name, options] of [
    ['wide and light', { colorScheme: 'light' }],
    ['wide and dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }],
    ['at 320 px, dark', { viewport: { width: 320, height: 568 }, colorScheme: 'dark' }],
  ]) {
    test(`/${path} is accessible and fits, ${name}`, async () => {
      const { page, context, assertClean } = await open(browser, `${program.url}/${path}`, options);
      assert.equal(await page.locator('script').count(), 0);
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`),
        [],
      );
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(tooWide <= 0, `the page is ${tooWide} px too wide`);
      assertClean();
      await context.close();
    });
  }
}

test('/method shows the curve over all cut-offs first, both voices of the chart are drawn', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/method`);
  const charts = page.locator('svg[role=img]');
  assert.equal(await charts.count(), 2);
  assert.match(await charts.nth(0).getAttribute('aria-label'), /from 0\.84 to 1\.25/);
  const colour = (locator, property) => locator.first().evaluate((element, name) => getComputedStyle(element)[name], property);
  assert.equal(await colour(charts.nth(1).locator('.un-mark'), 'fill'), 'rgb(11, 95, 165)');
  assert.equal(await colour(charts.nth(1).locator('path.ours'), 'stroke'), 'rgb(138, 75, 15)');
  assertClean();
  await context.close();
});

test('a reader comes from the figures to the doubts and back in one tap each', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`, { viewport: { width: 360, height: 740 } });
  await page.waitForSelector('dm-timeline[aria-busy=false]');
  await page.getByRole('link', { name: 'Other fitting dates and weightings', exact: true }).click();
  await page.waitForURL(/\/method#cutoffs$/);
  await page.getByRole('navigation').getByRole('link', { name: 'How sure?' }).click();
  assert.match(words(await page.textContent('h1')), /How far off the models were/);
  await page.getByRole('navigation').getByRole('link', { name: 'Figures' }).click();
  await page.waitForSelector('dm-table');
  assertClean();
  await context.close();
});

test('the chart over time stays when the date changes', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?as_of=2022-05-02`);
  await page.waitForSelector('dm-timeline[aria-busy=false]');
  await page.locator('.over-time').scrollIntoViewIfNeeded();
  await page.locator('.over-time svg.chart').first().waitFor();
  assert.match(words(await page.textContent('.over-time')), /What we would have said.*31 January 2022.*441,500/);
  assert.match(words(await page.textContent('dm-figures')), /from [\d.]+ to [\d.]+ times the UN figure; as fitted here/);
  assertClean();
  await context.close();
});
