import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The words that page and server both read, with their place in the jar below `/web`. */
const SHARED = ['text/en.json', 'text/my.json'];

/** The colours lie in geodata, which gives them to files that carry a style. */
const THEME = '../../geodata/src/main/resources/org/displacementmapper/layer/theme.json';

/** The text of the method, which lives with the code that it describes. */
const METHOD = new URL('../../geodata/docs/method.md', import.meta.url);

/** For each page by its own name, so that they become part of its one style sheet. */
const TOKENS = /^\0?virtual:tokens-of-[a-z]+\.css$/;
/** The same for pages without a script, which name their style sheets themselves. */
const TOKENS_FILE = /\/src\/theme\/tokens\.css$/;

/**
 * Makes the one table of words and the one table of colours serve everybody: the server finds the
 * words, and the text of the method, unhashed beside the page; style sheets find the colours as
 * custom properties.
 */
export function sharedTables(): Plugin {
  return {
    name: 'shared-tables',
    enforce: 'pre',
    resolveId: (id) => (TOKENS.test(id) ? `\0${id}` : undefined),
    load: (id) => (TOKENS.test(id) ? tokens(source(THEME)) : undefined),
    transform: (_code, id) => (TOKENS_FILE.test(id) ? tokens(source(THEME)) : undefined),
    generateBundle() {
      for (const fileName of SHARED) {
        this.emitFile({ type: 'asset', fileName, source: source(`../src/${fileName}`) });
      }
      this.emitFile({ type: 'asset', fileName: 'text/method.md', source: readFileSync(METHOD, 'utf8') });
    },
  };
}

function source(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function tokens(json: string): string {
  const theme = JSON.parse(json) as { light: Record<string, string>; dark: Record<string, string> };
  const properties = (colours: Record<string, string>): string =>
    Object.entries(colours)
      .map(([name, value]) => `--${name}: ${value};`)
      .join(' ');
  // Each class is also a style: a swatch or a step of a legend.
  const shades = Object.keys(theme.light).filter((name) => /class-\d$/.test(name));
  return (
    `:root { color-scheme: light dark; ${properties(theme.light)} }\n` +
    `@media (prefers-color-scheme: dark) { :root { ${properties(theme.dark)} } }\n` +
    shades.map((name) => `.${name} { background-color: var(--${name}); }\n`).join('')
  );
}
