import { defineConfig } from 'vitest/config';
import { basicFonts } from './build/basic-fonts.ts';
import { CHUNKS } from './build/first.ts';
import { pictureFonts } from './build/picture-fonts.ts';
import { precompress } from './build/precompress.ts';
import { sharedTables } from './build/shared-tables.ts';
import { words } from './build/words.ts';

export default defineConfig({
  base: './',
  logLevel: 'warn',
  server: { fs: { allow: ['..'] } }, // the colours lie in geodata
  plugins: [sharedTables(), words(), basicFonts(), pictureFonts(), precompress()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false }, // browsers without it fetch the same scripts a moment later
    assetsInlineLimit: 0, // the page's content security policy lets no inline font or worker through
    chunkSizeWarningLimit: 1200, // MapLibre alone is about 1,000 kB before compression
    rolldownOptions: { input: { index: 'index.html', document: 'document.html', embed: 'embed.html', host: 'src/embed/host.ts' },
      // Other sites name this one script, so its name must not change with its content.
      output: { codeSplitting: CHUNKS, entryFileNames: ({ name }) => (name === 'host' ? 'embed.js' : 'assets/[name]-[hash].js') },
      checks: { bundlerTimings: false } },
  },
  test: {
    include: ['src/**/*.test.ts', 'scripts/*.test.mjs'],
    reporters: ['dot'],
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
  },
});
