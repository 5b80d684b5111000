import { loadavg } from 'node:os';
import { launch, mapIdle } from '../e2e/browser.mjs';

/**
 * How soon the map shows another day, and other incidents, after the reader's act:
 * `npm run slider -- http://127.0.0.1:8080`. Prints medians and the worst of each, how many tiles of units
 * were fetched for it (none should be), and the load of the machine.
 */

const STEPS = 21;
const server = process.argv[2]?.replace(/\/$/, '');
if (!server) {
  console.error('Which server? Say its address: npm run slider -- http://127.0.0.1:8080');
  process.exit(2);
}

const browser = await launch();
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })).newPage();
  await page.goto(`${server}/?air=all`);
  await mapIdle(page);
  const tiles = [];
  page.on('request', (request) => /\/tiles\/adm/.test(request.url()) && tiles.push(request.url()));
  for (const round of ['days not asked for before', 'the same days again']) {
    const times = await page.evaluate(slide, STEPS);
    console.log(`slider, ${round}: ${said(times)}; tiles of units fetched: ${tiles.length}`);
  }
  console.log(`marks, air attacks or all: ${said(await page.evaluate(filter, STEPS))}`);
} finally {
  await browser.close();
}
const [one] = loadavg();
console.log(`load ${one.toFixed(1)}`);

function said(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return `median ${Math.round(sorted[(sorted.length - 1) / 2])} ms, worst ${Math.round(sorted.at(-1))} ms of ${sorted.length}`;
}

/** From the slider's event to the map's next frame with the figures of that day, each after a pause. */
async function slide(steps) {
  const { map } = document.querySelector('dm-map');
  const slider = document.querySelector('#date-slider');
  const start = Number(slider.min) + 400;
  const times = [];
  for (let step = 1; step <= steps; step++) {
    await new Promise((resume) => setTimeout(resume, 400));
    const before = document.documentElement.dataset.asOf;
    const began = performance.now();
    times.push(
      await new Promise((resolve) => {
        const look = () => {
          if (document.documentElement.dataset.asOf !== before) {
            map.off('render', look);
            resolve(performance.now() - began);
          }
        };
        map.on('render', look);
        slider.value = String(start + step);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
  }
  return times;
}

/** From the choice of the marks to the first frame in which all tiles with them are drawn. */
async function filter(steps) {
  const { map } = document.querySelector('dm-map');
  const times = [];
  for (let step = 0; step < steps; step++) {
    await new Promise((resume) => setTimeout(resume, 400));
    const began = performance.now();
    const choices = [...document.querySelectorAll('dm-marks input')];
    const asked = new Promise((resolve) => map.once('sourcedataloading', resolve));
    choices.find((choice) => !choice.checked).click();
    await asked;
    await new Promise((resolve) => map.once('idle', resolve));
    times.push(performance.now() - began);
  }
  return times;
}
