import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { chromiumPath } from './chromium.mjs';

/** Waits at most this long for the map to be drawn; software rendering on a busy machine is slow. */
const DRAWN_MILLIS = 60_000;

const QUIET = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];
const SOFTWARE_GL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
/** Chromium has no sandbox for the administrator, which build containers are. */
const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export function launch({ webGl = true } = {}) {
  return chromium.launch({
    executablePath: chromiumPath(),
    headless: true,
    args: [...SANDBOX, ...QUIET, ...(webGl ? SOFTWARE_GL : ['--disable-3d-apis'])],
  });
}

/**
 * A new page that remembers everything it should not do: console errors and warnings, exceptions,
 * failed requests, answers of 400 and above, requests to anybody else. `assertClean` looks at them.
 */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      faults.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (failure) => faults.push(`exception: ${failure.message}`));
  page.on('requestfailed', (request) => {
    // Overtaken requests are given up on purpose.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
      faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400) {
      faults.push(`HTTP ${response.status()}: ${response.url()}`);
    }
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && origin !== new URL(url).origin) {
      faults.push(`foreign request: ${request.url()}`);
    }
  });
  await page.goto(url);
  const assertClean = (...expected) => {
    const unexpected = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
    assert.deepEqual(unexpected, [], 'the page must be silent and ask nobody else');
  };
  return { page, context, assertClean };
}

export async function mapIdle(page) {
  await page.waitForSelector('html[data-map-idle]', { timeout: DRAWN_MILLIS });
}

/** Waits until the figures of that date are shown. */
export async function figuresOf(page, asOf) {
  await page.waitForSelector(`html[data-as-of="${asOf}"]`, { timeout: DRAWN_MILLIS });
  await page.waitForSelector('dm-timeline[aria-busy=false]'); // the table comes when it is seen
}

/** Layers of single incidents: where the server counts by cell those alone in theirs, and from zoom 8 on all. */
export const MARKS = ['alone-exact', 'alone-near', 'incidents-exact', 'incidents-near'];

/** How many incidents known to a place the map draws, one by one or counted. */
export function incidentsDrawn(page) {
  return page.evaluate((layers) => {
    const features = document.querySelector('dm-map').map.queryRenderedFeatures({ layers });
    const counts = new Map(features.map(({ properties: { cell, source, id, incidents = 1 } }) => [cell ?? `${source}:${id}`, incidents]));
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  }, [...MARKS, 'clusters']);
}

/** Distinct values of a property, or the ids, of what the map has drawn in these layers. */
export function drawn(page, layers, property) {
  return page.evaluate(
    ([names, key]) => {
      const map = document.querySelector('dm-map').map;
      const features = map.queryRenderedFeatures({ layers: names });
      return [...new Set(features.map((feature) => (key === undefined ? feature.id : feature.properties[key])))];
    },
    [layers, property],
  );
}

export function unitState(page, pcode) {
  return page.evaluate(
    (id) => document.querySelector('dm-map').map.getFeatureState({ source: 'units', sourceLayer: 'adm1', id }),
    pcode,
  );
}

/** Text as it is read: without the white space that only lays out the source. */
export function words(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
