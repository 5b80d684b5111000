import type { Comparison, Unit } from '../api/types';
import { count, day, interval, nameOf, number, people, ratio } from '../text/format';
import type { Product } from '../state/view';
import { sentence, type Sentence, type Value } from '../text/sentence';
import { keyOf, text, type TextKey } from '../text/text';

/** The words above the table. The server's PlannerPage writes the same from the same text table. */
export interface Headline {
  readonly title: readonly Sentence[];
  readonly lead: readonly Sentence[];
  /** Where we miss most, said as loudly as the hit. */
  readonly miss: Sentence | undefined;
  readonly small: readonly Sentence[];
}

export function headline(comparison: Comparison): Headline {
  const { national } = comparison;
  const date = day(comparison.as_of);
  const estimate = ours(people(national.displaced));
  const said = (key: TextKey, values: Readonly<Record<string, Value | string>>): Sentence =>
    sentence(keyOf(key, comparison.product), values);
  const title =
    national.un_displaced === null
      ? [sentence('headline.no-un', { date }), said('headline.estimate-alone', { estimate })]
      : [
          sentence('headline.un', { un: uns(national.un_displaced), date }),
          said('headline.estimate', { estimate }),
        ];
  const worst = worstMiss(comparison.units);
  return {
    title,
    lead: [
      said('headline.interval', {
        low: people(national.displaced_low80),
        high: people(national.displaced_high80),
      }),
      ...ratios(comparison),
    ],
    miss: worst && miss(worst),
    small: small(comparison, date),
  };
}

/** The range over all cut-offs comes before the single ratio. */
function ratios(comparison: Comparison): Sentence[] {
  return comparison.product === 'nowcast'
    ? [...besideTheUn(comparison), sentence('headline.depends', {})]
    : besideTheUn(comparison);
}

function besideTheUn({ national, product }: Comparison): Sentence[] {
  const { un_displaced, un_latest, un_latest_as_of, ratio_to_un } = national;
  const ratio_range = national.ratio_range ?? national.ratio_to_un_range;
  if (product === 'allocation') {
    return [sentence('headline.by-construction', {})];
  }
  if (un_displaced === null || ratio_to_un === null) {
    return un_latest === null || un_latest_as_of === null
      ? []
      : [sentence('headline.latest', { un: uns(un_latest), date: day(un_latest_as_of) })];
  }
  const single = ratio(ratio_to_un);
  return [
    ratio_range === null
      ? sentence('headline.ratio', { ratio: single })
      : sentence('headline.range', { min: ratio(ratio_range[0]), max: ratio(ratio_range[1]), ratio: single }),
    sentence(agreement(un_displaced, national)),
  ];
}

function agreement(
  un: number,
  limits: Pick<
    Comparison['national'],
    'displaced_low80' | 'displaced_high80' | 'displaced_low95' | 'displaced_high95'
  >,
): 'headline.within-80' | 'headline.within-95' | 'headline.outside' {
  const inside = (low: number | null, high: number | null): boolean => un >= (low ?? 0) && un <= (high ?? 100);
  if (inside(limits.displaced_low80, limits.displaced_high80)) {
    return 'headline.within-80';
  }
  return inside(limits.displaced_low95, limits.displaced_high95) ? 'headline.within-95' : 'headline.outside';
}

/** The largest UN figure among the units where we are off by more than a factor of two. */
function worstMiss(units: readonly Unit[]): Unit | undefined {
  return units
    .filter((unit) => unit.ratio_to_un !== null && (unit.ratio_to_un < 0.5 || unit.ratio_to_un > 2))
    .reduce<Unit | undefined>(
      (worst, unit) => ((unit.un_displaced ?? 0) > (worst?.un_displaced ?? 0) ? unit : worst),
      undefined,
    );
}

function miss(unit: Unit): Sentence {
  return sentence('headline.miss', {
    unit: nameOf(unit),
    estimate: ours(people(unit.displaced)),
    interval: interval(unit.displaced_low80, unit.displaced_high80),
    un: uns(unit.un_displaced ?? 0),
  });
}

function small({ national, cutoff, source, version, product }: Comparison, date: string): Sentence[] {
  const sentences: Sentence[] = [];
  if (national.ratio_to_440000 !== null) {
    sentences.push(sentence('headline.440000', { ratio: ratio(national.ratio_to_440000) }));
  }
  if (national.snapshots !== null) {
    sentences.push(
      sentence('headline.fitted', {
        snapshots: number(national.snapshots),
        cutoff: day(cutoff),
        events: count(national.events),
        date,
      }),
    );
  }
  sentences.push(sentence('headline.about', { product: text(`map.product.${product as Product}`), source, version }));
  if (national.un_displaced !== null && national.un_publisher !== null) {
    sentences.push(sentence('headline.publisher', { publisher: national.un_publisher }));
  }
  return sentences;
}

function ours(text: string): Value {
  return { text, voice: 'estimate' };
}

function uns(value: number): Value {
  return { text: number(value), voice: 'un' };
}
