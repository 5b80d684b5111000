import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const SOURCES = new URL('../src/', import.meta.url).pathname;

/** Imports of other sources; those of types alone bring no script. */
const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s+)?'(\.[^'"]+)';/gm;

/** Paths of the sources that come with a script that a page names: what it imports without waiting, and what that does. */
export function comesWith(script: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [join(SOURCES, script)];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (!found.has(path)) {
      found.add(path);
      const here = dirname(path);
      for (const [, name] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
        if (!/\.(css|json)(\?|$)/.test(name as string)) {
          waiting.push(join(here, `${name}.ts`));
        }
      }
    }
  }
  return found;
}

const first = comesWith('main.ts');

/** One file instead of many small ones for what a page has at once; the frame on another site takes it, too. */
export const CHUNKS = {
  groups: [
    { name: 'first', test: (id: string) => /node_modules\/@?lit|preload-helper|\/en\.json$/.test(id) || (first.has(id) && !id.endsWith('/main.ts')) },
  ],
};
