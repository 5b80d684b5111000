import { html, nothing, svg, type TemplateResult } from 'lit';
import { query, type Query } from '../api/client';
import type { Comparison } from '../api/types';
import { PageElement } from '../state/page-element';
import { given } from '../state/requests';
import { number, people } from '../text/format';
import { pageAddress } from '../state/url';
import { WINDOW_START } from '../state/view';
import { rendered } from '../text/sentence';
import { keyOf, text } from '../text/text';
import { headline } from './headline';
import { linear, marks, percent, steps } from './scale';

/** Headline: the UN figure, our estimate, how sure it is and where it misses; and the link to them as data. */
class Figures extends PageElement {
  protected override updated(): void {
    const comparison = this.comparison as Comparison;
    document.querySelector('#figures-json')?.setAttribute('href', `api/comparison?${query(question(comparison))}`);
  }

  protected override render(): TemplateResult {
    const comparison = this.comparison as Comparison;
    const { title, lead, miss, small } = headline(comparison);
    return html`
      <h1>${rendered(title)}</h1>
      <p class="lead">
        ${rendered(lead)}${miss === undefined ? nothing : html` <strong class="miss">${rendered([miss])}</strong>`}
      </p>
      ${nationalScale(comparison)}
      <p class="note">${rendered(small)}</p>
      <p class="note more">
        <a href="${pageAddress('method')}#cutoffs">${text('headline.more.method')}</a>
        <a href=${pageAddress('validation')}>${text('headline.more.validation')}</a>
      </p>
    `;
  }
}

/** What the API is asked for the figures that are shown, of the version that the address is frozen to. */
export function question({ as_of, cutoff, product, from, to }: Comparison): Query {
  return given({
    as_of,
    product: product === 'independent' ? '' : product,
    cutoff: product === 'allocation' ? '' : cutoff,
    from: from === WINDOW_START ? '' : from,
    to: to === as_of ? '' : to,
    v: document.documentElement.dataset['v'] ?? '',
  });
}

function nationalScale({ national, product }: Comparison): TemplateResult {
  const { displaced, displaced_low80, displaced_high80, displaced_low95, displaced_high95, un_displaced } = national;
  const ticks = steps(Math.max(displaced_high95 ?? 0, un_displaced ?? 0));
  const max = ticks[ticks.length - 1] as number;
  const axis = linear(max);
  const label = text(keyOf('scale.label', product), {
    max: number(max),
    estimate: people(displaced),
    low: people(displaced_low80),
    high: people(displaced_high80),
    low95: people(displaced_low95),
    high95: people(displaced_high95),
  });
  const un = un_displaced === null ? '' : ` ${text('scale.un', { un: number(un_displaced) })}`;
  return html`
    <svg class="scale national" role="img" aria-label=${label + un} width="100%" height="44">
      ${ticks.map(
        (tick, index) => svg`
          <line class="tick" x1=${percent(axis(tick))} x2=${percent(axis(tick))} y1="0" y2="26" />
          <text class=${isMajor(index, ticks.length) ? 'tick-text' : 'tick-text minor'} x=${percent(axis(tick))} y="40" text-anchor=${anchor(index, ticks.length)}>${number(tick)}</text>`,
      )}
      ${marks(
        {
          best: displaced,
          low80: displaced_low80,
          high80: displaced_high80,
          low95: displaced_low95,
          high95: displaced_high95,
          un: un_displaced,
        },
        axis,
        13,
        8,
      )}
    </svg>
    <p class="note key">${text(keyOf('scale.key', product))}</p>
  `;
}

function anchor(index: number, count: number): string {
  if (index === 0) {
    return 'start';
  }
  return index === count - 1 ? 'end' : 'middle';
}

/** Labels that narrow screens keep: first, middle and last. */
function isMajor(index: number, count: number): boolean {
  return index === 0 || index === count - 1 || index === Math.floor((count - 1) / 2);
}

customElements.define('dm-figures', Figures);
