import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Unit } from '../api/types';
import { digits, number } from '../text/format';
import { language, text } from '../text/text';
import type { Colours } from '../theme/colours';
import table from '../../../geodata/src/main/resources/org/displacementmapper/layer/labels.json';

/** Anchor of a name and its shift in ems; which unit has which is one table for page and pictures. */
export interface Side {
  readonly anchor: string;
  readonly offset: readonly number[];
}

const SIDES: Readonly<Record<string, Side>> = table.sides;

/** Elsewhere a name stands above the label point, which is left to the count of incidents. */
const ABOVE: Side = table.otherwise;

export const TEXT_FONT = ['Map Sans'];
export const NAME_FONT = ['Map Sans Semibold'];

/** Kinds of units, and what the table adds to some names, as in "Mandalay incl. Nay Pyi Taw". */
const BURMESE_KINDS = ['ပြည်နယ်', 'တိုင်းဒေသကြီး'];
const ENGLISH_ADDITION = ' incl.';

/**
 * Burmese names get a U+200C at the end: MapLibre 6.17.0 does not cluster a label whose only
 * dependent signs are U+102B, U+102C and U+1038 and would draw dotted circles.
 */
const BURMESE_NAME: ExpressionSpecification = ['concat', without(BURMESE_KINDS, 'name_my'), '\u200C'];

/** Below this zoom names stand too close together to carry figures or to be shown all. */
export const ROOMY_ZOOM = 4.4;

const SHORT_NAME: ExpressionSpecification = without([ENGLISH_ADDITION], 'name');

/** A name up to the first of these words, such as "state" and "region", for which a map has no room. */
function without(words: readonly string[], property: string): ExpressionSpecification {
  const cases = words.flatMap((word) => [
    ['in', word, ['get', property]],
    ['slice', ['get', property], 0, ['index-of', word, ['get', property]]],
  ]);
  return ['case', ...cases, ['get', property]] as unknown as ExpressionSpecification;
}

/** The name in the language of the page; a place without a Burmese one keeps its English one. */
export function name(): ExpressionSpecification {
  return language() === 'my' ? ['case', ['to-boolean', ['get', 'name_my']], BURMESE_NAME, SHORT_NAME] : SHORT_NAME;
}

/** Burmese digits reach below the line, so they stand higher in their circle; in ems. */
export function countOffset(): [number, number] {
  return [0, language() === 'my' ? -0.22 : 0];
}

/** Of counts on the map. */
const MOST_DIGITS = 7;

/** A whole number, as text, in the digits of the page's language. */
export function written(count: ExpressionSpecification): ExpressionSpecification {
  const own = digits('0123456789');
  if (own === '0123456789') {
    return count;
  }
  const digit = (at: number): unknown => ['match', ['slice', count, at, at + 1], ...[...own].flatMap((one, value) => [String(value), one]), ''];
  return ['concat', ...Array.from({ length: MOST_DIGITS }, (_, at) => digit(at))] as unknown as ExpressionSpecification;
}

/** Name of a unit and, in blue below it, the UN figure; nothing of ours, which needs its interval. */
export function unitLabel(units: readonly Unit[], colours: Colours): ExpressionSpecification {
  return [
    'format',
    name(),
    { 'text-font': ['literal', NAME_FONT] },
    unFigures(units),
    { 'text-color': colours.un, 'text-font': ['literal', NAME_FONT], 'font-scale': 0.9 },
  ];
}

function unFigures(units: readonly Unit[]): ExpressionSpecification | string {
  const cases = units.flatMap((unit) =>
    unit.un_displaced === null ? [] : [unit.pcode, `\n${unFigure(unit) as string}`],
  );
  return cases.length === 0 ? '' : (['match', ['get', 'pcode'], ...cases, ''] as unknown as ExpressionSpecification);
}

/** The UN figure that stands under a name; undefined where there is none. */
export function unFigure({ un_displaced, un_complete }: Pick<Unit, 'un_displaced' | 'un_complete'>): string | undefined {
  return un_displaced === null ? undefined : text('map.un-figure', { un: number(un_displaced) }) + (un_complete ? '' : '†');
}

/** The same name as `name` without MapLibre: other canvases shape Burmese by themselves. */
export function plainName(english: string, burmese: string | null | undefined): string {
  const [whole, words] = language() === 'my' && burmese ? [burmese, BURMESE_KINDS] : [english, [ENGLISH_ADDITION]];
  const end = words.map((word) => whole.indexOf(word)).find((index) => index >= 0);
  return whole.slice(0, end).trim();
}

/** Where the name of a unit stands. */
export function sideOf(pcode: string): Side {
  return SIDES[pcode] ?? ABOVE;
}

export function labelAnchor(): ExpressionSpecification {
  return byPcode(({ anchor }) => anchor, ABOVE.anchor);
}

export function labelOffset(): ExpressionSpecification {
  return byPcode(({ offset }) => ['literal', offset], ['literal', ABOVE.offset]);
}

function byPcode(
  value: (side: Side) => unknown,
  otherwise: unknown,
): ExpressionSpecification {
  const cases = Object.entries(SIDES).flatMap(([pcode, side]) => [pcode, value(side)]);
  return ['match', ['get', 'pcode'], ...cases, otherwise] as unknown as ExpressionSpecification;
}

/** Letters with an edge of the ground, to be read on any shade. */
export function halo(colours: Colours, ink: string): NonNullable<SymbolLayerSpecification['paint']> {
  return { 'text-color': ink, 'text-halo-color': colours.background, 'text-halo-width': 1.6 };
}
