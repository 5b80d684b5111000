import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { figuresOf, incidentsDrawn, launch, mapIdle, open, unitState, words } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

/** What a planner comes for, from the first look to the link that goes into a report: by mouse, and by finger on 360 px. */

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

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** Waits until the address says just this. */
function address(page, search) {
  return page.waitForFunction((wanted) => location.search === wanted, search);
}

async function text(page, selector) {
  return words(await page.locator(selector).innerText());
}

/** The title of the details is where the reader looks, not above or below, nor under what stays in place. */
async function detailOnScreen(page) {
  const { top, seen } = await page.locator('#detail-title').evaluate((title) => {
    const box = title.getBoundingClientRect();
    return { top: box.top, seen: title.contains(document.elementFromPoint(box.left + 8, box.top + box.height / 2)) };
  });
  assert.ok(seen, `the title of the details is ${Math.round(top)} px below the top of the screen, or covered`);
}

for (const [by, options, press] of [
  ['mouse', {}, (target) => target.click()],
  ['finger on 360 px', PHONE, (target) => target.tap()],
]) {
  test(`the whole task by ${by}`, async () => {
    const { page, context, assertClean } = await open(browser, `${program.url}/`, options);
    const phone = 'hasTouch' in options;
    if (phone) {
      await press(page.locator('.map-open'));
    }
    await mapIdle(page);

    // Another UN figure, by its mark; the window goes along until it is set to the one of the 440,000.
    if (phone) {
      await press(page.locator('.date-unfold'));
    }
    await page.locator('.un-jump').selectOption('2022-05-02');
    await figuresOf(page, '2022-05-02');
    await address(page, '?as_of=2022-05-02');
    await press(page.locator('.window-presets button').first());
    await address(page, '?as_of=2022-05-02&to=2022-01-31');
    await page.waitForFunction(() => /1 February 2021 to 31 January 2022/.test(document.querySelector('#window-words').textContent));
    await page.locator('#figures-json[href*="?as_of=2022-05-02&"][href*="&to=2022-01-31"]').waitFor({ state: 'attached' });
    await press(page.locator('.window-link'));
    await address(page, '?as_of=2022-05-02');

    // What the map shows: legend, shades and words follow.
    const before = (await unitState(page, 'MMR005')).class;
    await page.locator('dm-controls select').nth(1).selectOption('ratio');
    await address(page, '?as_of=2022-05-02&measure=ratio');
    await page.waitForFunction((old) => document.querySelector('dm-map').map.getFeatureState({ source: 'units', sourceLayer: 'adm1', id: 'MMR005' }).class !== old, before);
    assert.match(await text(page, 'dm-legend h2'), /UN/);
    await page.locator('dm-controls select').first().selectOption('nowcast');
    await page.waitForFunction(() => /It depends on earlier UN figures/.test(document.querySelector('dm-controls .use').textContent));
    await page.locator('dm-controls select').first().selectOption('independent');
    await page.locator('dm-controls select').nth(1).selectOption('estimate');
    await address(page, '?as_of=2022-05-02');

    // Filters say what they hide, alone and together, and go away in one press.
    await press(page.locator('.filter-box summary'));
    await page.locator('.filter input[type=number]').fill('10');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => /min_killed=10/.test(location.search));
    await page.waitForFunction(() => /hides \d/.test(document.querySelector('dm-filters').textContent));
    const few = Number((await text(page, '.filter-box summary')).match(/(\d[\d,]*) of/)[1].replace(',', ''));
    await mapIdle(page);
    assert.ok((await incidentsDrawn(page)) <= few);
    await press(page.locator('.filter-clear'));
    await address(page, '?as_of=2022-05-02&air=all');
    await page.locator('dm-filters select').first().selectOption('documented');
    await address(page, '?as_of=2022-05-02');

    // The list tells each incident; one of them whole, with its source.
    await press(page.locator('.incidents-box summary'));
    await press(page.locator('.list-choose').first());
    const incident = page.locator('dm-detail dl.incident');
    await incident.waitFor();
    await detailOnScreen(page);
    assert.match(words(await incident.innerText()), /What air attack.*When .*2022.*Where.*How precisely.*Toll.*Why placed there.*Source/s);
    assert.match(await incident.locator('a').first().getAttribute('href'), /^https?:/);
    await page.waitForFunction(() => /selected=[a-z]+(:|%3A)/.test(location.search));

    // A unit by its row, and on to a neighbour: the focus goes along, and comes back on closing.
    const row = page.locator('tr[data-pcode=MMR002] button');
    await press(row);
    await page.locator('dm-about-unit .unit-choices button').first().waitFor();
    const told = await text(page, 'dm-detail');
    for (const part of [/91,\d00|UN figure/, /nineteen times in twenty between/, /No source counts all air attacks/, /over time/, /by month/, /Neighbours/, /One-page report/]) {
      assert.match(told, part);
    }
    await press(page.locator('dm-about-unit .unit-choices button', { hasText: 'Shan' }));
    await page.waitForFunction(() => document.activeElement.id === 'detail-title' && /Shan/.test(document.activeElement.textContent));
    await page.waitForFunction(() => document.querySelectorAll('dm-table tr.selected').length === 1 && /Shan/.test(document.querySelector('dm-table tr.selected').textContent));
    await press(page.locator('.detail-close'));
    await page.locator('dm-detail').waitFor({ state: 'hidden' });
    if (!phone) {
      assert.equal(await page.evaluate(() => document.activeElement.closest('tr')?.dataset.pcode), 'MMR002', 'the focus is where it came from');
    }

    // Two products beside each other, the difference as a column, one pointer and one place for both maps.
    await press(page.locator('dm-controls button'));
    await page.locator('dm-compare select').selectOption('allocation');
    await page.waitForFunction(() => /compare=allocation/.test(location.search));
    await page.locator('.units.compared').waitFor();
    assert.match(await text(page, '.units.compared thead'), /Compared with.*Ours against it/);
    await press(page.locator('dm-compare .choices button'));
    await page.locator('dm-compare').waitFor({ state: 'hidden' });

    // What goes into the report: a link that stays, and how to cite it.
    await press(page.locator('.share-open'));
    await page.locator('[id="share.frozen"]').waitFor();
    const frozen = await page.locator('[id="share.frozen"]').inputValue();
    assert.match(frozen, /\?as_of=2022-05-02&v=/);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} px too wide`);
    await page.goto(frozen);
    await figuresOf(page, '2022-05-02');
    assertClean();
    await context.close();
  });
}

test('who has never seen the page finds in a minute what the UN says of Kayah, what we say, how sure, and why air attacks are at least', async () => {
  for (const options of [{}, PHONE]) {
    const { page, context, assertClean } = await open(browser, `${program.url}/`, options);
    // Without a press: both figures of the country and of Kayah, with intervals; at least nine air attacks.
    const first = await text(page, 'body');
    assert.match(first, /UN reported 441,500.*we estimate about 449,000.*Four times in five.*in Kayah we find 36,\d00 \(7,\d00–19\d,000\) where the UN reported 91,900/s);
    // One press: all about Kayah.
    await page.locator('tr[data-pcode=MMR002] :is(button, th)').first().scrollIntoViewIfNeeded();
    await page.locator('tr[data-pcode=MMR002] button').click();
    await page.locator('dm-detail dl.pair').waitFor();
    await detailOnScreen(page);
    const kayah = await text(page, 'dm-detail');
    assert.match(kayah, /Kayah.*31 January 2022.*use the UN figure.*91,900.*36,\d00.*between 7,\d00 and 19\d,000 \(80 %\)/s);
    const documented = Number(kayah.match(/(\d+) documented air attacks/)[1]);
    assert.ok(documented >= 9, `${documented} documented in Kayah`);
    assert.match(kayah, /“at least”.*No source counts all air attacks; groups on the ground count more/s);
    assert.match(kayah, /UN figure: UNHCR/);
    // The source of each incident stands beside it, and why others count more is one press further.
    await page.locator('dm-detail .incident-list a').first().waitFor();
    await page.locator('dm-detail a[href*="method"]').click();
    await page.waitForURL(/\/method#words$/);
    assert.match(await text(page, 'main'), /counted 197 strikes in Kayah up to 1 March 2023, where the curated list has 30/);
    assertClean();
    await context.close();
  }
});

test('playing moves the date week by week until anything is pressed', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/`, { reducedMotion: 'no-preference' });
  await mapIdle(page);
  const play = page.locator('.play');
  await play.click();
  assert.equal(await play.getAttribute('aria-pressed'), 'true');
  await figuresOf(page, '2022-02-14');
  await play.click();
  assert.equal(await play.getAttribute('aria-pressed'), 'false');
  const stopped = await page.locator('#date-exact').inputValue();
  await page.waitForTimeout(2000);
  assert.equal(await page.locator('#date-exact').inputValue(), stopped);
  assertClean();
  await context.close();
});

test('who is offline keeps the figures that are there, is told so, and goes on when the line is back', async () => {
  const { page, context } = await open(browser, `${program.url}/`);
  await mapIdle(page);
  const before = await page.textContent('h1');
  await context.setOffline(true);
  await page.locator('#date-slider').press('PageUp');
  const told = page.locator('#failure');
  await told.waitFor();
  assert.match(words(await told.textContent()), /offline|no connection/i);
  assert.equal(await page.textContent('h1'), before, 'what is shown stays, with its date');
  assert.match(words(await told.textContent()), /31 January 2022/);
  await context.setOffline(false);
  await told.locator('button').click();
  await page.waitForFunction((old) => document.querySelector('h1').textContent !== old, before);
  await told.waitFor({ state: 'hidden' });
  await context.close();
});
