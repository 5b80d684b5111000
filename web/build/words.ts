import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { comesWith, SOURCES } from './first.ts';

const WORDS = /\/src\/text\/(?:en|my)\.json(\?later)?$/;

/**
 * Cuts the words of a language in two by who says them: those of the page's first script, and as `?later` those
 * that only parts say which come later. What only the server says is in neither. Tests have them whole.
 */
export function words(): Plugin {
  let building = false;
  return {
    name: 'words',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build';
    },
    transform(code, id) {
      const match = WORDS.exec(id);
      if (match?.[1] !== undefined) {
        return { code: `export default ${building ? chosen(code, true) : '{}'};`, moduleType: 'js' };
      }
      return building && match !== null ? chosen(code, false) : undefined;
    },
  };
}

function chosen(json: string, later: boolean): string {
  const first = comesWith('main.ts');
  const rest = allSources().filter((path) => !first.has(path));
  const saidFirst = sayer([...first]);
  const saidLater = sayer(rest);
  const all = Object.entries(JSON.parse(json) as Record<string, string>);
  return JSON.stringify(
    Object.fromEntries(all.filter(([key]) => (later ? saidLater(key) && !saidFirst(key) : saidFirst(key)))),
  );
}

/** Whether a word is said: its key stands in quotes, or begins with what stands before a `${` in back quotes. */
function sayer(paths: readonly string[]): (key: string) => boolean {
  const text = paths.map(withTables).join('\n');
  const quoted = new Set([...text.matchAll(/['"`]([a-z0-9_.-]+)['"`]/g)].map(([, key]) => key));
  const begun = [...text.matchAll(/`([a-z0-9_-]+\.[a-z0-9_.-]*)\$\{/g)].map(([, start]) => start as string);
  const withoutProduct = (key: string): string => key.slice(0, key.lastIndexOf('.')); // as keyOf adds it
  return (key) => quoted.has(key) || quoted.has(withoutProduct(key)) || begun.some((start) => key.startsWith(start));
}

/** A source with the tables that it imports, which may name words: but not the words themselves. */
function withTables(path: string): string {
  const source = readFileSync(path, 'utf8');
  const tables = [...source.matchAll(/from '(\.[^']+\.json)'/g)]
    .map(([, name]) => join(dirname(path), name as string))
    .filter((table) => !WORDS.test(table));
  return [source, ...tables.map((table) => readFileSync(table, 'utf8'))].join('\n');
}

function allSources(): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\.d\.ts$/.test(name))
    .map((name) => join(SOURCES, name));
}
