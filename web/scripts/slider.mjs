import { loadavg } from 'node:os';
import { launch, mapIdle } from '../e2e/browser.mjs';

/**
 * How soon the map shows another day, and other incidents, after the reader's act:
 * `npm run slider -- http://127.0.0.1:8080 [ADDRESS]`, with an address such as `?air=all&measure=incidents`. Prints
 * median, ninth of ten and worst of each, which requests were made, and the load of the machine.
 *
 * "Handed over" is when the page's own work for the frame is done and the graphics card has its orders; "painted" when
 * a pixel can be read back, so when they have been carried out. Where there is no card the processor does that, and the
 * difference is mostly the price of an empty frame, printed first.
 */

const MOVES = 25;
const server = process.argv[2]?.replace(/\/$/, '');
if (!server) {
  console.error('Which server? Say its address: npm run slider -- http://127.0.0.1:8080');
  process.exit(2);
}

const browser = await launch();
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })).newPage();
  await page.goto(`${server}/${process.argv[3] ?? '?air=all'}`);
  await mapIdle(page);
  await page.waitForTimeout(2_000); // parts of the page that come later
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.evaluate(helpers);
  tell('empty frame', await page.evaluate((moves) => window.measured.emptyFrames(moves), MOVES));
  for (const [name, round, what] of [
    ['shades of a day not asked for before', 0, 'shades'],
    ['shades of a day seen before', 0, 'shades'],
    ['numbers of a day not asked for before', 1, 'numbers'],
    ['numbers of a day seen before', 1, 'numbers'],
    ['incidents, air attacks or all', 0, 'marks'],
    ['incidents, from another day on', 0, 'windows'],
  ]) {
    asked.length = 0;
    tell(name, await page.evaluate(([kind, moves, start]) => window.measured[kind](moves, start), [what, MOVES, 60 + 40 * round]));
    const counts = new Map();
    asked.forEach((path) => counts.set(kindOf(path), (counts.get(kindOf(path)) ?? 0) + 1));
    console.log(`    requests: ${[...counts].map(([path, count]) => `${count} ${path}`).join(', ') || 'none'}`);
  }
} finally {
  await browser.close();
}
const [one] = loadavg();
console.log(`load ${one.toFixed(1)}`);

function kindOf(path) {
  return path.replace(/\/\d+\/\d+\/\d+\./, '/*.');
}

function tell(name, times) {
  console.log(name);
  for (const part of Object.keys(times[0])) {
    const sorted = times.map((time) => time[part]).sort((a, b) => a - b);
    const at = (share) => Math.round(sorted[Math.ceil(share * sorted.length) - 1]);
    console.log(`    ${part}: median ${at(0.5)} ms, ninth of ten ${at(0.9)}, worst ${at(1)} of ${sorted.length}`);
  }
}

/** What is run in the page. */
function helpers() {
  const { map } = document.querySelector('dm-map');
  const { gl } = map.painter.context;
  const canvas = map.getCanvas();
  const slider = document.querySelector('#date-slider');
  const pixel = new Uint8Array(4);
  const pause = () => new Promise((resume) => setTimeout(resume, 500 + 30 * Math.random()));
  const read = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);

  /** Acts, and takes the time of the first frame after it of which `isIt` is true. */
  const frame = async (act, isIt) => {
    await pause();
    read();
    const began = performance.now();
    return new Promise((resolve) => {
      const look = () => {
        if (isIt()) {
          map.off('render', look);
          const handed = performance.now() - began;
          read();
          resolve({ 'handed over': handed, painted: performance.now() - began });
        }
      };
      map.on('render', look);
      act();
    });
  };
  const repeat = async (moves, one) => {
    const times = [];
    for (let move = 1; move <= moves; move++) {
      times.push(await one(move));
    }
    return times.filter((time) => time !== undefined); // nothing changed
  };
  const slide = (day) => {
    slider.value = String(day);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  };
  /** Most days have the shades of the day before: these are far apart by turns, so that each move repaints. */
  const dayOf = (start, move) => Number(slider.min) + 300 + start + move + (move % 2) * 300;

  /** Marks, counts and signs of vague incidents that are drawn. */
  const layers = ['clusters', 'cluster-counts', 'alone-exact', 'alone-near', 'incidents-exact', 'incidents-near', 'area-marks'];
  const shown = () =>
    map.queryRenderedFeatures({ layers })
      .map(({ layer, properties: { cell, id, pcode, incidents, count } }) => [layer.id, cell ?? id ?? pcode, incidents ?? count].join())
      .sort().join(' ');

  /** Until the first frame that shows the incidents which the map shows in the end. */
  const whole = async (act) => {
    await pause();
    read();
    const frames = [];
    const before = shown();
    const began = performance.now();
    const look = () => {
      const handed = performance.now() - began;
      read();
      frames.push({ times: { 'handed over': handed, painted: performance.now() - began }, shown: shown() });
    };
    map.on('render', look);
    const idle = new Promise((resolve) => map.once('idle', resolve));
    act();
    await Promise.race([idle, new Promise((resume) => setTimeout(resume, 5_000))]);
    await pause();
    map.off('render', look);
    const last = frames.at(-1)?.shown ?? before;
    return last === before ? undefined : frames.find((frame) => frame.shown === last).times;
  };

  window.measured = {
    emptyFrames: (moves) => repeat(moves, () => frame(() => map.triggerRepaint(), () => true)),
    /** The map is called by the day of its shades. */
    shades: (moves, start) =>
      repeat(moves, (move) => {
        const before = canvas.getAttribute('aria-label');
        return frame(() => slide(dayOf(start, move)), () => canvas.getAttribute('aria-label') !== before);
      }),
    numbers: (moves, start) =>
      repeat(moves, async (move) => {
        await pause();
        const before = document.documentElement.dataset.asOf;
        const began = performance.now();
        slide(dayOf(start, move));
        while (document.documentElement.dataset.asOf === before) {
          await new Promise((resume) => requestAnimationFrame(resume));
        }
        return { drawn: performance.now() - began };
      }),
    marks: (moves) => repeat(moves, () => whole(() => [...document.querySelectorAll('dm-marks input')].find((one) => !one.checked).click())),
    windows: (moves) =>
      repeat(moves, (move) => {
        const [from] = document.querySelectorAll('.window-thumb');
        return whole(() => {
          from.value = String(Number(from.min) + 100 + 3 * move + (move % 2) * 120);
          from.dispatchEvent(new Event('input', { bubbles: true }));
        });
      }),
  };
}
