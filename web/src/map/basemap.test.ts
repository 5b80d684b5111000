// @vitest-environment happy-dom
import { expect, it, test } from 'vitest';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { DEFAULT_VIEW } from '../state/view';
import theme from '../theme/theme';
import { creditParts } from './attribution';
import { fetchBasemap, type Basemap } from './basemap';
import { basemapSetting } from './basemap-setting';
import { mapStyle } from './style';

const SETTING = { style: 'https://maps.example.org/styles/light.json', origins: ['https://maps.example.org', 'https://tiles.example.org'] };

const STYLE = {
  version: 8,
  sprite: '../sprites/light',
  glyphs: 'https://maps.example.org/fonts/{fontstack}/{range}.pbf',
  sources: {
    streets: { type: 'vector', url: 'https://tiles.example.org/streets.json' },
    photo: { type: 'raster', tiles: ['photo/{z}/{x}/{y}.png'], tileSize: 256, attribution: 'Photos © A' },
    unused: { type: 'vector', url: 'https://elsewhere.example.org/unused.json' },
  },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': '#abc' } },
    { id: 'units', type: 'raster', source: 'photo' },
    { id: 'roads', type: 'line', source: 'streets', 'source-layer': 'roads' },
    { id: 'names', type: 'symbol', source: 'streets', 'source-layer': 'names', layout: { 'text-field': ['get', 'name'], 'text-font': ['Their Sans'] } },
    { id: 'sky', type: 'sky' },
  ],
};

const TILEJSON = { tiles: ['./streets/{z}/{x}/{y}.mvt?a={ratio}'], maxzoom: 14, attribution: '<a href="https://b.example">B</a>', vector_layers: [] };

function load(style: unknown = STYLE): { asked: string[]; fetched: Promise<Basemap> } {
  const asked: string[] = [];
  const fetched = fetchBasemap(SETTING, async (url) => {
    asked.push(url);
    return url === SETTING.style ? style : TILEJSON;
  });
  return { asked, fetched };
}

test('the page names style and origins, or neither', () => {
  const page = document.createElement('html');
  expect(basemapSetting(page)).toBeUndefined();
  page.dataset['basemap'] = '';
  expect(basemapSetting(page)).toBeUndefined();
  page.dataset['basemap'] = 'https://a.example/s.json https://a.example https://b.example';
  expect(basemapSetting(page)).toEqual({ style: 'https://a.example/s.json', origins: ['https://a.example', 'https://b.example'] });
});

test('a foreign style gets whole addresses and names that never meet ours; what it does not use is not asked for', async () => {
  const { asked, fetched } = load();
  const { sources, layers, sprites, glyphs, attributions } = await fetched;
  expect(asked).toEqual([SETTING.style, 'https://tiles.example.org/streets.json']);
  expect([...sources.keys()]).toEqual(['basemap:photo', 'basemap:streets']);
  expect(sources.get('basemap:streets')).toEqual({
    type: 'vector',
    tiles: ['https://tiles.example.org/streets/{z}/{x}/{y}.mvt?a={ratio}'],
    maxzoom: 14,
    attribution: TILEJSON.attribution,
  });
  expect(sources.get('basemap:photo')).toMatchObject({ tiles: ['https://maps.example.org/styles/photo/{z}/{x}/{y}.png'] });
  expect(layers.map(({ id }) => id)).toEqual(['basemap:sea', 'basemap:units', 'basemap:roads', 'basemap:names']);
  expect(sprites).toEqual([{ id: 'default', url: 'https://maps.example.org/sprites/light' }]);
  expect(glyphs).toBe(STYLE.glyphs);
  expect(attributions).toEqual(['Photos © A', TILEJSON.attribution]);
});

test('with it below our own the style is valid', async () => {
  const own = mapStyle(theme.light, DEFAULT_VIEW, []);
  const { sources, layers, glyphs } = await load().fetched;
  const both = { ...own, glyphs, sources: { ...own.sources, ...Object.fromEntries(sources) }, layers: [...layers, ...own.layers] };
  expect(validateStyleMin(both as StyleSpecification)).toEqual([]);
});

test.each([
  ['no object', null, /the style is missing/],
  ['another version', { ...STYLE, version: 7 }, /version 8/],
  ['no layers', { version: 8, sources: {} }, /layers/],
  ['a source that is not there', { ...STYLE, sources: {} }, /the source photo is missing/],
  ['a source without tiles', { ...STYLE, sources: { photo: { type: 'raster' } } }, /names no tiles/],
  ['a video', { ...STYLE, sources: { photo: { type: 'video', urls: ['https://maps.example.org/a'] } } }, /type video/],
  ['tiles elsewhere', { ...STYLE, sources: { photo: { type: 'raster', tiles: ['https://evil.example/{z}/{x}/{y}.png'] } } }, /"https:\/\/evil\.example".*--basemap-origins/],
  ['tiles over plain http', { ...STYLE, sources: { photo: { type: 'raster', tiles: ['http://maps.example.org/{z}.png'] } } }, /"http:\/\/maps\.example\.org"/],
  ['data in the address', { ...STYLE, sprite: 'data:image/png,a' }, /"null"/],
  ['a host to be filled in', { ...STYLE, glyphs: 'https://{range}.example.org/{fontstack}' }, /no address|not among/],
  ['a scheme of somebody', { ...STYLE, glyphs: 'mapbox://fonts/{fontstack}/{range}.pbf' }, /not among/],
])('refuses %s', async (_name, style, why) => {
  const { asked, fetched } = load(style);
  await expect(fetched).rejects.toThrow(why);
  expect(asked.filter((url) => url.includes('evil'))).toEqual([]);
});

it('takes words and links to the web from an attribution, and nothing else', () => {
  expect(
    creditParts('© <a href="https://a.example/x" onclick="bad()">A &amp; co</a> <b>and <i>B</i></b><script>bad()</script><img src=x onerror=bad()>'),
  ).toEqual([
    { text: '© ' },
    { text: 'A & co', href: 'https://a.example/x' },
    { text: ' ' },
    { text: 'and ' },
    { text: 'B' },
  ]);
  expect(creditParts('<a href="javascript:bad()">J</a><a href="/x">R</a><a href="mailto:a@b.example">M</a>')).toEqual([{ text: 'J' }, { text: 'R' }, { text: 'M' }]);
  expect(creditParts('x'.repeat(1000)).map(({ text }) => text.length)).toEqual([300]);
});
