import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/** Characters of nearly every sentence in English; fonts.css names the same as `unicode-range`. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2010, 0x2014],
  [0x2018, 0x201d],
  [0x2020, 0x2020],
  [0x2026, 0x2026],
  [0x202f, 0x202f],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
];
const WEIGHTS = [400, 600] as const;
/** Burmese; the font's letters of Shan, Mon, Karen and others are half of its bytes. */
const BURMESE: readonly (readonly [number, number])[] = [
  [0x1000, 0x104f],
  [0x200c, 0x200d],
  [0x25cc, 0x25cc],
];
/** The name of the language in itself, the one Burmese word of an English page. */
const WORD = 'မြန်မာ';
const MYANMAR = 'noto-sans-myanmar/files/noto-sans-myanmar-myanmar-400-normal';
const FOLDER = new URL('../node_modules/.basic-fonts/', import.meta.url);

/**
 * Cuts the fonts down to the letters of the first view, about half of their bytes; the whole files are
 * fetched only by pages that hold other letters, such as the names in a source.
 */
export function basicFonts(): Plugin {
  return {
    name: 'basic-fonts',
    async buildStart() {
      await mkdir(FOLDER, { recursive: true });
      for (const weight of WEIGHTS) {
        await cut(`noto-sans/files/noto-sans-latin-${weight}-normal`, letters(RANGES), `noto-sans-basic-${weight}`);
      }
      await cut(MYANMAR, letters(BURMESE), 'noto-sans-myanmar-burmese');
      await cut(MYANMAR, WORD, 'noto-sans-myanmar-word');
    },
  };
}

async function cut(font: string, text: string, name: string): Promise<void> {
  const whole = await readFile(new URL(`../node_modules/@fontsource/${font}.woff2`, import.meta.url));
  // Without the letters that only features bring, such as small capitals; Burmese is made of those.
  const noLayoutClosure = !font.includes('myanmar');
  await writeFile(new URL(`${name}.woff2`, FOLDER), await subsetFont(whole, text, { targetFormat: 'woff2', noLayoutClosure }));
}

function letters(ranges: readonly (readonly [number, number])[]): string {
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
  ).join('');
}
