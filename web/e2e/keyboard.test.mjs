import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { figuresOf, launch, open, words } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

/** The planner's whole task without a mouse, from the address bar to the other side of a comparison. */

let program;
let browser;

before(async () => {
  program = await startProgram();
  browser = await launch({ webGl: false }); // the plain map is the quicker one; its stop is tested here
});

after(async () => {
  await browser?.close();
  await program?.stop();
  assert.deepEqual(complaints(program), []);
});

/** More stops than the page has between any two things of the task. */
const FAR = 90;

/** What has the focus, and whether a reader can see that. */
function focus(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    // A list in a framed label has the outline round the frame.
    const outlined = [element, element.closest('label')].some((drawn) => {
      const { outlineStyle, outlineWidth } = drawn === null ? {} : getComputedStyle(drawn);
      return drawn !== null && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    });
    const box = element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
    return {
      tag: element.localName,
      id: element.id,
      name: name.replace(/\s+/g, ' ').trim().slice(0, 60),
      pcode: element.closest('tr')?.dataset.pcode,
      outlined,
      onScreen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

/** Presses the key until what has the focus is what is meant; each stop on the way must be seen. */
async function tabTo(page, meant, key = 'Tab') {
  const stops = [];
  for (let step = 0; step < FAR; step++) {
    await page.keyboard.press(key);
    const now = await focus(page);
    stops.push(`${now.tag}${now.id ? `#${now.id}` : ''} ${now.name}`);
    assert.notEqual(now.tag, 'body', `the focus was lost after: ${stops.slice(-4).join(' | ')}`);
    assert.ok(now.outlined, `the focus is not seen on ${stops.at(-1)}`);
    assert.ok(now.onScreen, `the focus is off the screen on ${stops.at(-1)}`);
    if (meant(now)) {
      return now;
    }
  }
  throw new Error(`never reached; the last stops were ${stops.slice(-12).join(' | ')}`);
}

async function spoken(page, pattern) {
  const live = page.locator('#live');
  await page.locator('#live', { hasText: pattern }).waitFor({ state: 'attached', timeout: 10_000 }).catch(async () => {
    assert.match(await live.textContent(), pattern);
  });
}

test('the whole task is done by keyboard only, and the focus is always seen', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`);
  await figuresOf(page, '2022-01-31');
  await page.waitForSelector('.map-canvas canvas');

  await tabTo(page, ({ name }) => /table/i.test(name));
  await page.waitForSelector('dm-table button'); // it comes with the first key, sooner than a reader's second
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'table');
  await tabTo(page, ({ pcode }) => pcode === 'MMR002');
  await page.keyboard.press('Enter');
  await spoken(page, /Kayah.*7,\d\d\d/);
  await page.locator('dm-detail .incident-list a').first().waitFor();

  await tabTo(page, ({ id }) => id === 'date-slider', 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await figuresOf(page, '2022-02-01');
  await spoken(page, /1 February 2022/);
  assert.equal((await focus(page)).id, 'date-slider', 'the slider keeps the focus');

  await tabTo(page, ({ tag, name }) => tag === 'summary' && /Filters/.test(name), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await tabTo(page, ({ tag, name }) => tag === 'select' && /air/i.test(name));
  await page.keyboard.press('End');
  await page.waitForFunction(() => /air=all/.test(location.search));
  assert.equal((await focus(page)).tag, 'select', 'the filter keeps the focus');
  await spoken(page, /\d of [\d,]+ incidents shown/);

  await tabTo(page, ({ tag, name }) => tag === 'select' && /Areas/.test(name), 'Shift+Tab');
  await tabTo(page, ({ tag, name }) => tag === 'select' && /Shown on the map/.test(name), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => /measure=rate/.test(location.search));
  await spoken(page, /1,000/);

  await tabTo(page, ({ tag, name }) => tag === 'button' && name === 'Compare');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.closest('dm-compare') !== null);
  await tabTo(page, ({ tag, name }) => tag === 'button' && /Close comparison/.test(name));
  assert.ok(await page.locator('dm-compare').isVisible());
  await page.keyboard.press('Enter');
  await page.locator('dm-compare').waitFor({ state: 'hidden' });
  assert.equal((await focus(page)).name, 'Compare', 'closing gives the focus back');
  assert.match(words(await page.textContent('h1')), /1 February 2022/);
  assertClean();
  await context.close();
});

test('Tab goes through the page once and out of it: nothing holds the focus', async () => {
  const { page, context } = await open(browser, `${program.url}/`);
  await figuresOf(page, '2022-01-31');
  await page.waitForSelector('.map-canvas canvas');
  const seen = [];
  for (let step = 0; step < 2 * FAR; step++) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    if (now.tag === 'body') {
      break;
    }
    assert.ok(now.outlined && now.onScreen, `the focus is not seen on ${JSON.stringify(now)}`);
    seen.push(now);
  }
  assert.ok(seen.length < 2 * FAR, 'the end is reached');
  assert.ok(seen.some(({ pcode }) => pcode === 'MMR002') && seen.some(({ name }) => /Map of Myanmar/.test(name)));
  await context.close();
});
