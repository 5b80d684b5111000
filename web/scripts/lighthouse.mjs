import { execFileSync } from 'node:child_process';
import { chromiumPath } from '../e2e/chromium.mjs';

/**
 * Prints Lighthouse's scores and faults of the pages of a running server, as a phone:
 * `npm run lighthouse -- http://127.0.0.1:8080`. npx fetches Lighthouse (50 MB) when it is run; no part of
 * the program needs it.
 */

const LIGHTHOUSE = 'lighthouse@12';
const PAGES = ['/', '/?lang=my', '/embed', '/report/MMR002', '/method', '/validation'];
const FLAGS = '--headless=new --no-sandbox --disable-dev-shm-usage --disable-quic';

const server = process.argv[2]?.replace(/\/$/, '');
if (!server) {
  console.error('Which server? Say its address: npm run lighthouse -- http://127.0.0.1:8080');
  process.exit(2);
}
for (const page of PAGES) {
  const { categories, audits } = JSON.parse(report(server + page));
  const scores = Object.values(categories).map(({ id, score }) => `${id} ${score}`);
  const times = ['first-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].map((id) => `${id} ${audits[id].displayValue}`);
  console.log([page, ...scores, ...times].join(', '));
  for (const { id } of categories.accessibility.auditRefs) {
    if (audits[id].score === 0) {
      console.log(`  ${audits[id].title}: ${(audits[id].details?.items ?? []).map(({ node }) => node?.selector).join(', ')}`);
    }
  }
}

function report(url) {
  const options = ['--quiet', '--output=json', '--only-categories=performance,accessibility', `--chrome-flags=${FLAGS}`];
  return execFileSync('npx', ['--yes', LIGHTHOUSE, url, ...options], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CHROME_PATH: chromiumPath() },
  });
}
