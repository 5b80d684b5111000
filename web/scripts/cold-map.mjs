import { loadavg } from 'node:os';
import { launch } from '../e2e/browser.mjs';

/**
 * How long a new browser with nothing in its cache takes from the address to the whole map, drawn and
 * answering: `npm run cold-map -- http://127.0.0.1:8080`. Prints each run, the median and the load of the
 * machine, on which it hangs most: WebGL is drawn by the processor here.
 */

const RUNS = 5;
const server = process.argv[2]?.replace(/\/$/, '');
if (!server) {
  console.error('Which server? Say its address: npm run cold-map -- http://127.0.0.1:8080');
  process.exit(2);
}

const times = [];
for (let run = 0; run < RUNS; run++) {
  const { drawn, painted, units } = await cold();
  console.log(`first paint ${painted} ms, map drawn with ${units} shaded units ${drawn} ms`);
  times.push(drawn);
}
const [one, five] = loadavg();
console.log(`median ${times.sort((a, b) => a - b)[(RUNS - 1) / 2]} ms of ${RUNS}; load ${one.toFixed(1)} now, ${five.toFixed(1)} over five minutes`);

async function cold() {
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.documentElement?.dataset.mapIdle && window.drawnAt === undefined) {
          window.drawnAt = performance.now();
        }
      }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-map-idle'] });
    });
    await page.goto(`${server}/`);
    await page.waitForFunction(() => window.drawnAt !== undefined, null, { timeout: 60_000, polling: 100 });
    return await page.evaluate(() => {
      const units = document.querySelector('dm-map').map.queryRenderedFeatures({ layers: ['units'] });
      return {
        drawn: Math.round(window.drawnAt),
        painted: Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime),
        units: new Set(units.filter(({ state }) => state.class !== undefined).map(({ id }) => id)).size,
      };
    });
  } finally {
    await browser.close();
  }
}
