import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { Plugin } from 'vite';

const FAMILIES = {
  'noto-sans': ['latin', 'latin-ext'],
  'noto-sans-myanmar': ['myanmar'],
} as const;
const WEIGHTS = [400, 600] as const;

/**
 * Lays the page's own fonts, unpacked, beside the page, with their licence: the server draws its
 * pictures of the map with them, and Java reads no WOFF.
 */
export function pictureFonts(): Plugin {
  return {
    name: 'picture-fonts',
    apply: 'build',
    generateBundle() {
      for (const [family, subsets] of Object.entries(FAMILIES)) {
        const folder = new URL(`../node_modules/@fontsource/${family}/`, import.meta.url);
        const licence = readFileSync(new URL('LICENSE', folder), 'utf8');
        this.emitFile({ type: 'asset', fileName: `fonts/${family}-OFL.txt`, source: licence });
        for (const subset of subsets) {
          for (const weight of WEIGHTS) {
            const woff = readFileSync(new URL(`files/${family}-${subset}-${weight}-normal.woff`, folder));
            this.emitFile({ type: 'asset', fileName: `fonts/${family}-${subset}-${weight}.ttf`, source: sfnt(woff) });
          }
        }
      }
    },
  };
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** The font that a WOFF 1.0 file packs (w3.org/TR/WOFF): the same tables, each inflated. */
function sfnt(woff: Buffer): Uint8Array {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') {
    throw new Error('not a WOFF 1.0 file');
  }
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => table(woff, WOFF_HEADER + index * WOFF_ENTRY));
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  const largest = 2 ** Math.floor(Math.log2(count));
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(largest * SFNT_ENTRY, 6);
  head.writeUInt16BE(Math.log2(largest), 8);
  head.writeUInt16BE((count - largest) * SFNT_ENTRY, 10);
  let offset = head.length;
  const parts = [head];
  tables.forEach(({ tag, checksum, content }, index) => {
    const entry = SFNT_HEADER + index * SFNT_ENTRY;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(content.length, entry + 12);
    const padded = Buffer.alloc(Math.ceil(content.length / 4) * 4);
    content.copy(padded);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
}

function table(woff: Buffer, entry: number): { tag: string; checksum: number; content: Buffer } {
  const offset = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  return {
    tag: woff.toString('latin1', entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    content: packedLength < length ? inflateSync(packed) : packed,
  };
}
