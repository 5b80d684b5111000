import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { figuresOf, launch, open, words } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

/** A frozen link gives the same figures later, and says that newer data exist and what changed. */

let folder;
let program;
let browser;
let before440000;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'displacement-mapper-versions-'));
  program = await startProgram(join(folder, 'data'));
  browser = await launch();
  const { page, context } = await open(browser, `${program.url}/?v=1&lang=en`);
  await figuresOf(page, '2022-01-31');
  before440000 = words(await page.textContent('h1'));
  await context.close();
  bring('figures', 'as_of,adm1_pcode,people_displaced,measure,publisher,source_url\n2022-01-31,MMR,500000,since_2021-02-01,Somebody,https://example.org/f\n');
  bring('incidents', 'id,date,lat,lon,place,precision,deaths,licence\nzz1,2022-01-05,19.6,97.2,Zznew,village,5,CC0\n', '--source', 'mine');
});

after(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(folder, { recursive: true, force: true });
  assert.deepEqual(complaints(program), []);
});

function bring(what, csv, ...more) {
  const file = join(folder, `${what}.csv`);
  writeFileSync(file, csv);
  execFileSync('java', ['-jar', process.env.DISPLACEMENT_MAPPER_JAR, 'import', what, file, ...more, '--data', join(folder, 'data')]);
}

/** Without scripts the browser refuses even to fetch one ahead, and says so. */
const REFUSED = [/^failed: \S+\/assets\/\S+\.js csp$/];

const NOTE = /^Data as of version 1-\w+\. Newer data exist \(version 3-\w+ of \d+ \w+ \d{4}\): 1 incidents added, 0 changed, 0 withdrawn; UN figures: 1 added, 0 changed, 0 withdrawn\. Show the newest data · What changed$/;

for (const [what, options] of [
  ['with a script', {}],
  ['without a script', { javaScriptEnabled: false }],
]) {
  test(`${what} a frozen link shows what it showed, and that newer data exist`, async () => {
    const { page, context, assertClean } = await open(browser, `${program.url}/?v=1&lang=en`, options);
    if (options.javaScriptEnabled !== false) {
      await figuresOf(page, '2022-01-31');
      await page.waitForSelector('dm-table button');
    }
    assert.equal(words(await page.textContent('h1')), before440000);
    assert.match(words(await page.textContent('#newer')), NOTE);
    await page.click('#newest');
    assert.equal(await page.locator('#newer').count(), 0);
    assert.doesNotMatch(page.url(), /[?&]v=/);
    await page.goto(`${program.url}/?v=1&lang=en`);
    await page.click('#newer a:not(#newest)');
    assert.equal(await page.textContent('h1'), 'What changed in the data');
    assert.match(await page.textContent('main'), /Zznew/);
    assertClean(...REFUSED);
    await context.close();
  });

  test(`${what} a version that is not kept gives the newest, and a note`, async () => {
    const { page, context, assertClean } = await open(browser, `${program.url}/?v=77&measure=nothing&lang=en`, options);
    if (options.javaScriptEnabled !== false) {
      await page.waitForSelector('dm-table button');
    }
    assert.match(await page.textContent('#unknown'), /^Ignored in the address: v=77\. That version .* not kept here, or cannot be read at present; the newest is shown \(version 3-\w+\)\.$/);
    assert.equal(await page.textContent('#ignored'), 'Ignored in the address: measure=nothing.');
    assert.equal(await page.locator('#failure').isHidden(), true);
    assertClean(...REFUSED);
    await context.close();
  });
}

test('the way to the newest data keeps what the reader chose meanwhile', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?v=1&lang=en`);
  await page.waitForSelector('dm-table button');
  await page.click('dm-table tbody button');
  await page.waitForFunction(() => location.search.includes('selected='));
  const href = await page.getAttribute('#newest', 'href');
  assert.match(href, /selected=MMR/);
  assert.doesNotMatch(href, /v=/);
  assertClean();
  await context.close();
});

test('axe finds nothing on the note and on the list of changes, in both languages', async () => {
  for (const path of ['/?v=1&lang=en', '/?v=1&lang=my', '/changes?since=1&lang=en', '/changes?since=1&lang=my', '/embed?v=1&lang=my']) {
    const { page, context } = await open(browser, program.url + path, { viewport: { width: 360, height: 740 } });
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), [], path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${path} is ${wide} px too wide`);
    await context.close();
  }
});
