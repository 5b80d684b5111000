import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, mapIdle, open } from './browser.mjs';
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

/** Hakha, whose name MapLibre 6.17.0 draws with dotted circles unless it is told better (labels.ts). */
const HAKHA = { name: 'ဟားခါး', at: '9/22.645/93.605' };

test('the Burmese name of Hakha is drawn on the map as wide as the browser writes it', async () => {
  const { page, context, assertClean } = await open(browser, `${program.url}/?lang=my&at=${HAKHA.at}`);
  await mapIdle(page);
  // The shipped gazetteer has no Burmese names: this one is drawn as the layer of places draws its own.
  const { box, size } = await page.evaluate(async (name) => {
    const { map } = document.querySelector('dm-map');
    const drawnAs = map.getStyle().layers.find(({ id }) => id === 'places').layout;
    for (const { id } of map.getStyle().layers) {
      map.setLayoutProperty(id, 'visibility', 'none');
    }
    const { lng, lat } = map.getCenter();
    const geometry = { type: 'Point', coordinates: [lng, lat] };
    map.addSource('hakha', { type: 'geojson', data: { type: 'Feature', geometry, properties: { name: 'Hakha', name_my: name } } });
    const layout = { 'text-field': drawnAs['text-field'], 'text-font': drawnAs['text-font'], 'text-size': 20, 'text-allow-overlap': true };
    map.addLayer({ id: 'hakha', type: 'symbol', source: 'hakha', layout, paint: { 'text-color': '#000' } });
    await new Promise((resolve) => map.once('idle', resolve));
    document.querySelectorAll('.map-title, .legend, .map-credit, .detail, .maplibregl-ctrl').forEach((over) => over.remove());
    const { left, top } = map.getCanvas().getBoundingClientRect();
    const { x, y } = map.project([lng, lat]);
    return { box: { x: left + x - 70, y: top + y - 30, width: 140, height: 60 }, size: 20 };
  }, HAKHA.name);
  const picture = await page.screenshot({ clip: box });
  const [onMap, inText] = await inked(picture, HAKHA.name, size);
  assert.ok(inText.width > 20, JSON.stringify(inText));
  const ratio = onMap.width / inText.width;
  assert.ok(ratio > 0.9 && ratio < 1.12, `on the map ${onMap.width} px wide, in text ${inText.width} px: dotted circles?`);
  assertClean();
  await context.close();

  /** Boxes of what is dark: in the picture of the map, and where the browser writes the same with the same font. */
  async function inked(png, name, fontSize) {
    return page.evaluate(
      async ([base64, words, pixels]) => {
        const measured = (context, width, height) => {
          const { data } = context.getImageData(0, 0, width, height);
          let [low, high] = [width, -1];
          for (let i = 0; i < width * height; i++) {
            if (data[4 * i] + data[4 * i + 1] + data[4 * i + 2] < 330) {
              low = Math.min(low, i % width);
              high = Math.max(high, i % width);
            }
          }
          return { width: high - low + 1 };
        };
        const blob = new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: 'image/png' });
        const bitmap = await createImageBitmap(blob);
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const drawn = canvas.getContext('2d');
        drawn.drawImage(bitmap, 0, 0);
        const onMap = measured(drawn, bitmap.width, bitmap.height);
        const paper = new OffscreenCanvas(200, 60).getContext('2d');
        paper.fillStyle = 'white';
        paper.fillRect(0, 0, 200, 60);
        paper.fillStyle = 'black';
        paper.font = `400 ${pixels}px ${getComputedStyle(document.body).fontFamily}`;
        paper.fillText(words, 20, 40);
        return [onMap, measured(paper, 200, 60)];
      },
      [png.toString('base64'), name, fontSize],
    );
  }
});

/** What stands in Latin letters on Burmese pages with reason: names of bodies, sources, licences, codes. */
const LATIN = /UNHCR|Uppsala Conflict Data Program|Ctrl|RMS|\blog\b|\bln\b|OCHA|UNICEF|UCDP|GED|English|Displacement Mapper|CC BY|Natural Earth|GeoNames|GeoJSON|JSON|CSV|API|OGC|MVT|PNG|PMTiles|QGIS|P-code|MMR[\d-]*|ucdp|curated|\bid\b|\bv=|https?:\S+|\d+-[0-9a-f]{12}/g;

for (const path of ['/', '/embed', '/report/MMR002', '/validation', '/method']) {
  test(`${path} in Burmese leaves no English word untranslated`, async () => {
    const { page, context, assertClean } = await open(browser, `${program.url}${path}${path.includes('?') ? '&' : '?'}lang=my`);
    if (path === '/' || path === '/embed') {
      await mapIdle(page);
    }
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    const words = await page.evaluate(() => {
      const found = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const { parentElement, textContent } = walk.currentNode;
        if (parentElement.closest('[lang=en], script, style, noscript, .sources, code, pre') === null && /[A-Za-z]{2,}/.test(textContent)) {
          found.push(textContent.trim());
        }
      }
      for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
        for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
          const value = element.getAttribute(name);
          if (value !== null && element.closest('[lang=en]') === null && /[A-Za-z]{2,}/.test(value)) {
            found.push(`${name}: ${value}`);
          }
        }
      }
      return found;
    });
    const left = words.filter((text) => /[A-Za-z]{2,}/.test(text.replace(/^(aria-label|title|alt|placeholder): /, '').replace(LATIN, '')));
    assert.deepEqual([...new Set(left)], []);
    assertClean();
    await context.close();
  });
}
