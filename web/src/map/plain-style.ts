import type { FeatureLike } from 'ol/Feature';
import Circle from 'ol/style/Circle';
import Fill from 'ol/style/Fill';
import Icon from 'ol/style/Icon';
import Stroke from 'ol/style/Stroke';
import Style, { type StyleFunction } from 'ol/style/Style';
import Text from 'ol/style/Text';
import type { Unit } from '../api/types';
import { digits, number } from '../text/format';
import type { Air, View } from '../state/view';
import type { Colours } from '../theme/colours';
import { rampOf } from '../theme/measures';
import { plainName, ROOMY_ZOOM, sideOf, unFigure } from './labels';
import { disc, hatch, pattern, PIXEL_RATIO, sheet, translucent } from './patterns';
import type { UnitPaint } from './unit-paint';

/** The same marks as in style.ts, for a map on a plain canvas; zooms are MapLibre's, one less than here. */
export const ZOOM_SHIFT = 1;

const FAMILY = "'Noto Sans', 'Noto Sans Myanmar', system-ui, sans-serif";
/** Our hatches repeat in this many pixels, which divides a tile: they have no seam between tiles. */
const HATCH_PIXELS = 8;
const LINE_HEIGHT = 1.2;

/** Settles when the fonts of names are there. */
export async function fontsLoaded(): Promise<void> {
  const samples = ['A', 'က'].flatMap((sample) => [400, 600].map((weight) => document.fonts.load(`${weight} 12px ${FAMILY}`, sample)));
  await Promise.allSettled(samples);
}

export type Styles = Readonly<Record<LayerId, StyleFunction>>;
export type LayerId =
  | 'neighbours'
  | 'units'
  | 'un-groups'
  | 'area-shapes'
  | 'places'
  | 'areas'
  | 'clusters'
  | 'incidents'
  | 'orientation'
  | 'unit-names'
  | 'unit-names-small'
  | 'un-group-names';

/** On request only, so their tiles are not asked for before. */
export const GROUP_LAYERS: readonly LayerId[] = ['un-groups', 'un-group-names'];

/** Styles of all layers in these colours; made anew when a choice changes what they say. */
export function plainStyles(
  colours: Colours,
  view: View,
  units: readonly Unit[],
  paints: ReadonlyMap<string, UnitPaint>,
): Styles {
  const land = new Style({ fill: new Fill({ color: colours.land }), stroke: stroke(colours.hairline, 1) });
  const group = [
    new Style({ stroke: stroke(colours.background, 4), zIndex: 0 }),
    new Style({ stroke: stroke(colours.un, 2), zIndex: 1 }),
  ];
  const shape = areaShape(colours);
  const exact = new Style({ image: ring(3.8, colours.text, colours.background, 1.5) });
  const near = nearMark(colours, view.air);
  const mark = (feature: FeatureLike, resolution: number): Style | Style[] =>
    feature.get('precision') === 'exact' ? exact : near(resolution);
  const clusters = clusterMark(colours);
  const count = countMark(colours);
  const byPcode = new Map(units.map((unit) => [unit.pcode, unit]));
  const names = named((feature, english) => [
    ...unitName(colours, String(feature.get('pcode')), english, byPcode.get(String(feature.get('pcode')))),
  ]);
  return {
    neighbours: () => land,
    units: unitStyle(colours, view, paints),
    'un-groups': () => group,
    'area-shapes': (feature) => (Number(feature.get('level')) > 1 ? shape : undefined),
    places: named((_, name) => [words(colours, colours['text-2'], name, { size: 11, align: 'left', shift: [7, 0] })]),
    areas: count,
    clusters: (feature, resolution) => (Number(feature.get('incidents')) === 1 ? mark(feature, resolution) : clusters(feature)),
    incidents: mark,
    orientation: (feature) =>
      words(colours, feature.get('kind') === 'sea' ? colours['sea-text'] : colours['land-text'], String(feature.get('name')), {
        size: 11,
        bare: true,
      }),
    'unit-names': names,
    'unit-names-small': named((feature, name) => {
      const { align, baseline, shift } = placed(String(feature.get('pcode')), 10);
      return [words(colours, colours.text, name, { size: 10, weight: 600, align, baseline, shift })];
    }),
    'un-group-names': (feature, resolution) =>
      words(colours, colours.un, String(feature.get('lines')), {
        size: zoomOf(resolution) < ROOMY_ZOOM ? 10.5 : 12,
        weight: 600,
        ...sided(String(feature.get('anchor'))),
      }),
  };
}

/** Outline below the shade, hatch above it, then the borders; what is selected lies on top. */
function unitStyle(colours: Colours, { level, measure }: View, paints: ReadonlyMap<string, UnitPaint>): StyleFunction {
  const ramp = rampOf(measure, colours).map((color) => new Style({ fill: new Fill({ color }), zIndex: 1 }));
  const blank = new Style({ fill: new Fill({ color: colours.land }), zIndex: 1 });
  const outline = new Style({ stroke: stroke(colours.outline, 2.6), zIndex: 0 });
  const unlisted = new Style({
    fill: new Fill({ color: pattern(hatch(translucent(colours.text, 0.5), translucent(colours.background, 0.55), HATCH_PIXELS)) }),
    zIndex: 2,
  });
  const borders = new Style({ stroke: stroke(colours.background, level === 1 ? 1.1 : 0.6), zIndex: 3 });
  const selected = [
    new Style({ stroke: stroke(colours.background, 5), zIndex: 4 }),
    new Style({ stroke: stroke(colours.text, 2.2), zIndex: 5 }),
  ];
  return (feature) => {
    const paint = paints.get(String(feature.get('pcode')));
    return [
      outline,
      ramp[paint?.class ?? -1] ?? blank,
      ...(paint?.unlisted ? [unlisted] : []),
      borders,
      ...(paint?.selected ? selected : []),
    ];
  };
}

function areaShape(colours: Colours): Style {
  const falling = hatch(translucent(colours.text, 0.4), translucent(colours.background, 0.3), HATCH_PIXELS, true);
  return new Style({
    fill: new Fill({ color: pattern(falling) }),
    stroke: new Stroke({ color: colours.text, width: 1.2, lineDash: [3.6, 2.4] }),
  });
}

/** Rings shrink where all incidents are marked and the map shows the whole country. */
function nearMark(colours: Colours, air: Air): (resolution: number) => Style[] {
  const made = new Map<number, Style[]>();
  return (resolution) => {
    const zoom = zoomOf(resolution);
    const least = air === 'all' ? 1.2 : 3.5;
    const radius = Math.round(10 * (least + (3.5 - least) * Math.min(1, Math.max(0, (zoom - 4) / 4)))) / 10;
    let styles = made.get(radius);
    if (styles === undefined) {
      styles = [
        new Style({ image: ring(radius, translucent(colours.background, 0.55), colours.background, 3.4), zIndex: 0 }),
        new Style({ image: ring(radius, translucent(colours.background, 0.92), colours.text, 1.8), zIndex: 1 }),
      ];
      made.set(radius, styles);
    }
    return styles;
  };
}

/** A circle with the number of incidents that the server counted together. */
function clusterMark(colours: Colours): (feature: FeatureLike) => Style[] {
  const made = new Map<number, Style[]>();
  return (feature) => {
    const incidents = Number(feature.get('incidents'));
    let styles = made.get(incidents);
    if (styles === undefined) {
      const radius = incidents < 10 ? 8 : incidents < 100 ? 10 : incidents < 1_000 ? 13 : 16;
      const short = incidents < 10_000 ? digits(String(incidents)) : `${digits(String(Math.round(incidents / 1_000)))}k`;
      styles = [
        new Style({ image: ring(radius, colours.background, colours.text, 1.6) }),
        words(colours, colours.text, short, { size: 11, weight: 600, bare: true }),
      ];
      made.set(incidents, styles);
    }
    return styles;
  };
}

/** A disc with the number of incidents that are known no more precisely than that area. */
function countMark(colours: Colours): StyleFunction {
  const image = new Icon({ img: sheet(disc(colours.text, colours.background)), scale: 1 / PIXEL_RATIO });
  return (feature) => [
    new Style({ image }),
    words(colours, colours.text, number(Number(feature.get('count'))), { size: 12, weight: 600 }),
  ];
}

/** Name of a unit and, in blue below it, the UN figure; nothing of ours, which needs its interval. */
function unitName(colours: Colours, pcode: string, name: string, unit: Unit | undefined): Style[] {
  const size = 12;
  const line = size * LINE_HEIGHT;
  const { align, baseline, shift } = placed(pcode, size);
  const figure = unit === undefined ? undefined : unFigure(unit);
  const up = figure === undefined ? 0 : { bottom: line, middle: line / 2, top: 0 }[baseline];
  const at = (lines: number): [number, number] => [shift[0], shift[1] - up + lines * line];
  return [
    words(colours, colours.text, name, { size, weight: 600, align, baseline, shift: at(0) }),
    ...(figure === undefined
      ? []
      : [words(colours, colours.un, figure, { size: 0.9 * size, weight: 600, align, baseline, shift: at(1) })]),
  ];
}

/** MapLibre's zoom at so many metres a pixel. */
function zoomOf(resolution: number): number {
  return Math.log2(78_271.517 / resolution);
}

interface Setting {
  readonly size: number;
  readonly weight?: 400 | 600;
  readonly align?: 'left' | 'right' | 'center';
  readonly baseline?: 'top' | 'bottom' | 'middle';
  /** Right and down, in pixels. */
  readonly shift?: readonly [number, number];
  /** Without a halo. */
  readonly bare?: boolean;
}

/** Where a name stands beside its point, by the one table of sides. */
function placed(pcode: string, size: number): Required<Pick<Setting, 'align' | 'baseline' | 'shift'>> {
  const { anchor, offset } = sideOf(pcode);
  const [right = 0, down = 0] = offset;
  return { ...sided(anchor), shift: [right * size, down * size] };
}

/** The part of a name that is at its point. */
function sided(anchor: string): Required<Pick<Setting, 'align' | 'baseline'>> {
  return {
    align: anchor === 'left' || anchor === 'right' ? anchor : 'center',
    baseline: anchor === 'top' || anchor === 'bottom' ? anchor : 'middle',
  };
}

function words(colours: Colours, ink: string, text: string, setting: Setting): Style {
  const { size, weight = 400, align = 'center', baseline = 'middle', shift = [0, 0], bare = false } = setting;
  return new Style({
    text: new Text({
      text,
      font: `${weight} ${size}px ${FAMILY}`,
      textAlign: align,
      textBaseline: baseline,
      offsetX: shift[0],
      offsetY: shift[1],
      overflow: true,
      fill: new Fill({ color: ink }),
      ...(bare ? {} : { stroke: stroke(colours.background, 3.2) }),
    }),
  });
}

/** Styles of a named feature, made once for each feature. */
function named(make: (feature: FeatureLike, name: string) => Style[]): StyleFunction {
  const made = new Map<string, Style[]>();
  return (feature) => {
    const english = String(feature.get('name') ?? '');
    const key = `${feature.get('pcode') ?? ''} ${english}`;
    let styles = made.get(key);
    if (styles === undefined) {
      styles = make(feature, plainName(english, feature.get('name_my') as string | undefined));
      made.set(key, styles);
    }
    return styles;
  };
}

function ring(radius: number, fill: string, edge: string, width: number): Circle {
  return new Circle({ radius: radius + width / 2, fill: new Fill({ color: fill }), stroke: stroke(edge, width) });
}

function stroke(color: string, width: number): Stroke {
  return new Stroke({ color, width, lineJoin: 'round' });
}
