import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import basicFont from '../../node_modules/.basic-fonts/noto-sans-basic-400.woff2?url';
import basicSemibold from '../../node_modules/.basic-fonts/noto-sans-basic-600.woff2?url';
import burmeseFont from '../../node_modules/.basic-fonts/noto-sans-myanmar-burmese.woff2?url';
import myanmarFont from '@fontsource/noto-sans-myanmar/files/noto-sans-myanmar-myanmar-400-normal.woff2?url';
import latinFont from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latinSemibold from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import type { FeatureCollection } from 'geojson';
import type { Unit } from '../api/types';
import type { Air, Measure, View } from '../state/view';
import type { Colours } from '../theme/colours';
import { rampOf } from '../theme/measures';
import { groupLines, groupNames, visible } from './group-layers';
import { countOffset, halo, labelAnchor, labelOffset, name, NAME_FONT, ROOMY_ZOOM, TEXT_FONT, unitLabel, written } from './labels';
import { COUNTED, DEEPEST } from './map-engine';
import { orientation } from './orientation';
import { versionParameters } from '../state/requests';
import { markSources } from './mark-tiles';
import { tiles } from './source-urls';

/** Layers of the map that can be pointed at, those with the smallest marks first. */
export const MARK_LAYERS = ['incidents-exact', 'incidents-near', 'alone-exact', 'alone-near'];
export const CLUSTER_LAYER = 'clusters';
export const AREA_LAYER = 'area-marks';
export const UNIT_LAYER = 'units';

const NO_GROUPS: FeatureCollection = { type: 'FeatureCollection', features: [] };

/**
 * The whole map as MapLibre's style, from bottom to top: sea, land, units, incidents, names.
 *
 * @param groups what stands at the groups of the UN
 */
export function mapStyle(colours: Colours, view: View, units: readonly Unit[], groups = NO_GROUPS): StyleSpecification {
  return {
    version: 8,
    // Shades and marks change at once: a third of a second of paler ones would be a dozen frames more to draw.
    transition: { duration: 0, delay: 0 },
    'font-faces': fontFaces(),
    sources: { ...sources(view), 'un-group-names': { type: 'geojson', data: groups } },
    layers: [
      ...ground(colours),
      ...unitLayers(colours, view),
      ...placeLayers(colours),
      ...incidentLayers(colours, view.air),
      ...nameLayers(colours, units),
      groupNames(colours, view),
    ],
  };
}

/** The page's own files, which it has fetched already; the whole fonts only for other letters (fonts.css). */
function fontFaces(): NonNullable<StyleSpecification['font-faces']> {
  const face = (url: string, ...ranges: string[]): { url: string; 'unicode-range'?: string[] } => ({
    url: new URL(url, document.baseURI).href,
    ...(ranges.length === 0 ? {} : { 'unicode-range': ranges }),
  });
  const burmese = [
    face(burmeseFont, 'U+1000-104F', 'U+200C-200D', 'U+25CC'),
    face(myanmarFont, 'U+1050-109F', 'U+A92E', 'U+A9E0-A9FE', 'U+AA60-AA7F'),
  ];
  const basic = [
    // The end of a line is asked for like a letter, and would be of another style's fonts.
    ...['U+000A', 'U+0020-007E', 'U+00A0', 'U+00B7', 'U+00D7', 'U+00F7', 'U+2010-2014', 'U+2018-201D', 'U+2020', 'U+2026', 'U+202F'],
    ...['U+2191', 'U+2193', 'U+2212'],
  ];
  const rest = ['U+00A1-00B6', 'U+00B8-00D6', 'U+00D8-00F6', 'U+00F8-02FF', 'U+2015-2017', 'U+201E-201F', 'U+2021-2025'];
  return {
    [TEXT_FONT[0] as string]: [...burmese, face(basicFont, ...basic), face(latinFont, ...rest)],
    [NAME_FONT[0] as string]: [...burmese, face(basicSemibold, ...basic), face(latinSemibold, ...rest)],
  };
}

function sources(view: View): Record<string, SourceSpecification> {
  const version = versionParameters(view);
  const marks = markSources(view);
  const vector = (url: string, zooms: { minzoom?: number; maxzoom?: number } = {}): SourceSpecification => ({
    type: 'vector',
    tiles: [url],
    maxzoom: DEEPEST,
    ...zooms,
  });
  return {
    neighbours: vector(tiles('neighbours', version)),
    // Names and figures come from the comparison, so that unit tiles outlive every move of the slider.
    units: {
      ...vector(tiles(`adm${view.level}`, { ...version, properties: 'pcode' })),
      promoteId: { [`adm${view.level}`]: 'pcode' },
    } as SourceSpecification,
    'unit-labels': vector(tiles('adm1-labels', { ...version, properties: 'pcode,name,name_my' })),
    'un-groups': vector(tiles('un-groups', { ...version, properties: 'code' })),
    places: vector(tiles('places', version)),
    clusters: vector(marks.clusters, { maxzoom: COUNTED }),
    incidents: vector(marks.incidents, { minzoom: COUNTED + 1 }),
    'area-shapes': vector(marks['area-shapes']),
    // Discs that would lie on one another become one with the sum; a vague incident never meets a precise one.
    areas: {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: [] },
      cluster: true,
      clusterRadius: 24,
      clusterMaxZoom: 9,
      clusterProperties: { count: ['+', ['get', 'count']] },
    },
    orientation: { type: 'geojson', data: orientation() },
  };
}

function ground(colours: Colours): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    {
      id: 'land',
      type: 'fill',
      source: 'neighbours',
      'source-layer': 'neighbours',
      // The line on its edge hides the steps; without smoothing there is one program less to compile.
      paint: { 'fill-color': colours.land, 'fill-antialias': false },
    },
    {
      id: 'borders',
      type: 'line',
      source: 'neighbours',
      'source-layer': 'neighbours',
      paint: { 'line-color': colours.hairline, 'line-width': 1 },
    },
  ];
}

function unitLayers(colours: Colours, view: View): LayerSpecification[] {
  const { level, measure, selected } = view;
  const units = { source: 'units', 'source-layer': `adm${level}` };
  const state = (name: string): ExpressionSpecification => ['boolean', ['feature-state', name], false];
  return [
    // Wider than the inner borders and below the fill: only its outer half shows, round the country.
    { id: LOWEST_LAYER, type: 'line', ...units, paint: { 'line-color': colours.outline, 'line-width': 2.6 } },
    { id: UNIT_LAYER, type: 'fill', ...units, paint: { 'fill-color': shade(colours, measure), 'fill-antialias': false } },
    {
      id: 'unlisted',
      type: 'fill',
      ...units,
      paint: { 'fill-pattern': 'hatch', 'fill-opacity': ['case', state('unlisted'), 1, 0], 'fill-antialias': false },
    },
    {
      id: 'inner-borders',
      type: 'line',
      ...units,
      paint: { 'line-color': colours.background, 'line-width': level === 1 ? 1.1 : 0.6 },
    },
    ...groupLines(colours, view),
    {
      id: 'selected-halo',
      type: 'line',
      ...units,
      layout: { 'line-join': 'round', visibility: selectedVisible(selected) },
      paint: { 'line-color': colours.background, 'line-width': 5, 'line-opacity': ['case', state('selected'), 1, 0] },
    },
    {
      id: 'selected',
      type: 'line',
      ...units,
      layout: { 'line-join': 'round', visibility: selectedVisible(selected) },
      paint: { 'line-color': colours.text, 'line-width': 2.2, 'line-opacity': ['case', state('selected'), 1, 0] },
    },
  ];
}

/** The lowest of our layers above the sea and the land: what lies below us lies below this one. */
export const LOWEST_LAYER = 'outline';
/** Above another background the shades let it shine through, and names that it has of its own are not said twice. */
export const SHADE_OPACITY_ABOVE_OTHERS = 0.85;
export const ORIENTATION_LAYERS = ['orientation-sea', 'orientation-land'];

/** Lines that are there for every unit, and seen of one only: not drawn before there is one. */
export const SELECTED_LAYERS = ['selected-halo', 'selected'];

export function selectedVisible(selected: string | undefined): 'visible' | 'none' {
  return visible(selected !== undefined);
}

/** Shade by class, from feature state: moving the date repaints and loads no tile. */
export function shade(colours: Colours, measure: Measure): ExpressionSpecification {
  const cases = rampOf(measure, colours).flatMap((colour, index) => [index, colour]);
  return [
    'match',
    ['coalesce', ['feature-state', 'class'], -1],
    ...cases,
    colours.land,
  ] as unknown as ExpressionSpecification;
}

function placeLayers(colours: Colours): LayerSpecification[] {
  return [
    {
      id: 'places',
      type: 'symbol',
      source: 'places',
      'source-layer': 'places',
      minzoom: 6.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': TEXT_FONT,
        'text-size': 11,
        'text-anchor': 'left',
        'text-offset': [0.6, 0],
        'text-optional': false,
        'symbol-sort-key': ['-', ['coalesce', ['get', 'population'], 0]],
      },
      paint: halo(colours, colours['text-2']),
    },
  ];
}

function incidentLayers(colours: Colours, air: Air): LayerSpecification[] {
  const clusters = { source: 'clusters', 'source-layer': 'incident-clusters', maxzoom: COUNTED + 1 };
  const incidents = { source: 'incidents', 'source-layer': 'incidents', minzoom: COUNTED + 1 };
  const alone: ExpressionSpecification = ['==', ['get', 'incidents'], 1];
  return [
    ...areaShapes(colours),
    {
      id: AREA_LAYER,
      type: 'symbol',
      source: 'areas',
      layout: {
        'icon-image': 'disc',
        'icon-allow-overlap': true,
        'text-field': written(['to-string', ['get', 'count']]),
        'text-offset': countOffset(),
        'text-font': NAME_FONT,
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: halo(colours, colours.text),
    },
    ...marks(colours, air, 'alone', clusters, alone),
    ...marks(colours, air, 'incidents', incidents, true),
    {
      id: CLUSTER_LAYER,
      type: 'circle',
      ...clusters,
      filter: ['!', alone],
      paint: {
        'circle-radius': clusterRadius(),
        'circle-color': colours.background,
        'circle-stroke-color': colours.text,
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      ...clusters,
      filter: ['!', alone],
      layout: {
        'text-field': shortCount(),
        'text-offset': countOffset(),
        'text-font': NAME_FONT,
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.text },
    },
  ];
}

/** Room for the number. */
function clusterRadius(): ExpressionSpecification {
  return ['step', ['get', 'incidents'], 8, 10, 10, 100, 13, 1_000, 16, 10_000, 15];
}

/** From ten thousand on in thousands. */
function shortCount(): ExpressionSpecification {
  const thousands: ExpressionSpecification = ['round', ['/', ['get', 'incidents'], 1_000]];
  return [
    'case',
    ['<', ['get', 'incidents'], 10_000],
    written(['to-string', ['get', 'incidents']]),
    ['concat', written(['to-string', thousands]), 'k'],
  ];
}

/** Incidents one by one: a dot where the place is exact, a ring where it is near. */
function marks(
  colours: Colours,
  air: Air,
  id: string,
  source: Pick<CircleLayerSpecification, 'source' | 'source-layer' | 'minzoom' | 'maxzoom'>,
  which: ExpressionSpecification | true,
): LayerSpecification[] {
  const exact: ExpressionSpecification = ['==', ['get', 'precision'], 'exact'];
  const filter = (one: ExpressionSpecification): ExpressionSpecification => (which === true ? one : ['all', which, one]);
  return [
    {
      id: `${id}-near-halo`,
      type: 'circle',
      ...source,
      filter: filter(['!', exact]),
      paint: ring(colours.background, 3.4, colours.background, 0.55, air),
    },
    {
      id: `${id}-near`,
      type: 'circle',
      ...source,
      filter: filter(['!', exact]),
      // Filled, so that several on one spot look like rings and never add up to the dot of an exact place.
      paint: ring(colours.text, 1.8, colours.background, 0.92, air),
    },
    {
      id: `${id}-exact`,
      type: 'circle',
      ...source,
      filter: filter(exact),
      paint: {
        'circle-radius': 3.8,
        'circle-color': colours.text,
        'circle-stroke-color': colours.background,
        'circle-stroke-width': 1.5,
      },
    },
  ];
}

/** The area itself, where it is smaller than a state and the map close enough to show it. */
function areaShapes(colours: Colours): LayerSpecification[] {
  const shapes = {
    source: 'area-shapes',
    'source-layer': 'incident-areas',
    minzoom: 6.5,
    filter: ['>', ['get', 'level'], 1] as ExpressionSpecification,
  };
  return [
    { id: 'area-shapes', type: 'fill', ...shapes, paint: { 'fill-pattern': 'area-hatch' } },
    {
      id: 'area-edges',
      type: 'line',
      ...shapes,
      paint: { 'line-color': colours.text, 'line-width': 1.2, 'line-dasharray': [3, 2] },
    },
  ];
}

function ring(
  stroke: string,
  width: number,
  fill: string,
  opacity: number,
  air: Air,
): NonNullable<CircleLayerSpecification['paint']> {
  return {
    'circle-radius': ringRadius(air),
    'circle-color': fill,
    'circle-opacity': opacity,
    'circle-stroke-color': stroke,
    'circle-stroke-width': width,
  };
}

/** Layers whose rings shrink where all incidents are marked and the map shows the whole country. */
export const RING_LAYERS = ['incidents-near', 'incidents-near-halo', 'alone-near', 'alone-near-halo'];

export function ringRadius(air: Air): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], 4, air === 'all' ? 1.2 : 3.5, 8, 3.5];
}

function nameLayers(colours: Colours, units: readonly Unit[]): LayerSpecification[] {
  const orientationNames = (kind: 'sea' | 'land', colour: string): LayerSpecification => ({
    id: `orientation-${kind}`,
    type: 'symbol',
    source: 'orientation',
    filter: ['==', ['get', 'kind'], kind],
    maxzoom: 7,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': TEXT_FONT,
      'text-size': 11,
      'text-letter-spacing': kind === 'land' ? 0.08 : 0,
    },
    paint: { 'text-color': colour },
  });
  return [
    orientationNames('sea', colours['sea-text']),
    orientationNames('land', colours['land-text']),
    // Where there is room each name has its place beside its unit; where there is not, some give way.
    unitNames('unit-names', colours, { minzoom: ROOMY_ZOOM }, unitLabel(units, colours), 12, true),
    unitNames('unit-names-small', colours, { maxzoom: ROOMY_ZOOM }, name(), 10, false),
  ];
}

function unitNames(
  id: string,
  colours: Colours,
  zooms: { minzoom?: number; maxzoom?: number },
  words: ExpressionSpecification,
  size: number,
  overlap: boolean,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'unit-labels',
    'source-layer': 'adm1-labels',
    ...zooms,
    layout: {
      'text-field': words,
      'text-font': NAME_FONT,
      'text-size': size,
      'text-line-height': 1.15,
      'text-anchor': labelAnchor() as never,
      'text-offset': labelOffset() as never,
      'text-justify': 'auto',
      'text-allow-overlap': overlap,
    },
    paint: halo(colours, colours.text),
  };
}
