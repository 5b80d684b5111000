import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { launch, open } from './browser.mjs';
import { complaints, startProgram } from './program.mjs';

let program;
let browser;
let units;

before(async () => {
  program = await startProgram();
  browser = await launch();
  units = (await (await fetch(`${program.url}/api/comparison`)).json()).units.map((unit) => unit.pcode);
});

after(async () => {
  await browser?.close();
  await program?.stop();
  assert.deepEqual(complaints(program), []);
});

/** Sheets of a PDF as Chromium writes it: one page object each. */
const sheets = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

for (const lang of ['en', 'my']) {
  test(`the report of every unit is one sheet of A4, ${lang}`, async () => {
    assert.ok(units.length >= 14, units.join(', '));
    const { page, context, assertClean } = await open(browser, `${program.url}/report/${units[0]}?lang=${lang}`);
    await page.setViewportSize({ width: 700, height: 1000 }); // about what A4 has between its margins
    await page.emulateMedia({ media: 'print' });
    for (const unit of units) {
      // The last day has the longest tables of UN figures, the default the most to say.
      for (const asOf of ['2022-01-31', '2023-10-31']) {
        await page.goto(`${program.url}/report/${unit}?lang=${lang}&as_of=${asOf}`);
        await page.evaluate(() => document.fonts.ready);
        const pdf = await page.pdf({ preferCSSPageSize: true });
        assert.equal(sheets(pdf), 1, `${unit} on ${asOf}`);
        const cut = await page.evaluate(() =>
          [...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth + 1).length,
        );
        assert.equal(cut, 0, `tables of ${unit} that are cut`);
      }
    }
    assertClean();
    await context.close();
  });

  for (const [name, options] of [
    ['wide', {}],
    ['on a phone, dark', { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: 'dark' }],
  ]) {
    test(`the report is accessible and names its unit in the title, ${lang}, ${name}`, async () => {
      const { page, context, assertClean } = await open(browser, `${program.url}/report/MMR002?lang=${lang}`, options);
      assert.match(await page.title(), lang === 'my' ? /^ကယား/ : /^Kayah, 31 January 2022/);
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
