import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Finds the Chromium that the browser tests need, or installs Debian's where it may. */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of the browser; throws one sentence that says what to do if there is none. */
export function chromiumPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) {
      throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    }
    return named;
  }
  const path = find() ?? (install() ? find() : undefined);
  if (path === undefined) {
    throw new Error(
      'The browser tests need Chromium or Chrome: install one (on Debian "apt-get install chromium"), ' +
        'or name its program in CHROMIUM_PATH.',
    );
  }
  return path;
}

function find() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name + suffix))), ...PLACES].find((path) =>
    existsSync(path),
  );
}

/** True if the package was installed; only the administrator may, and only where there is apt-get. */
function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return false;
  }
  console.log('No Chromium found: installing the package "chromium" by apt-get.');
  try {
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    execFileSync('apt-get', ['-qq', 'update'], quiet);
    execFileSync('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium'], quiet);
    return true;
  } catch (failure) {
    console.log(`apt-get could not install it: ${failure.message}`);
    return false;
  }
}
