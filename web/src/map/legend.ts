import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { PageElement } from '../state/page-element';
import { DEFAULT_VIEW, type Measure, type Product, type View } from '../state/view';
import { number, ratio } from '../text/format';
import { keyOf, text, type TextKey } from '../text/text';
import { groupSentences } from '../table/groups';
import { breaksOf, isEstimate, styleOf } from '../theme/measures';

/** What the shades mean, class by class, for the measure that is shown. The server writes that of the estimate. */
class Legend extends PageElement {
  static override properties = { ...PageElement.properties, view: { attribute: false } };

  declare view: View;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
  }

  /** Lines of its own that stand apart: on the page among the signs, in a frame below the table. */
  protected override updated(): void {
    const { measure, product } = this.view;
    write('legend-shades', shadesKey(measure, product));
    write('legend-unlisted', unlistedKey(measure, product));
  }

  protected override render(): TemplateResult {
    const { measure } = this.view;
    const breaks = breaksOf(measure);
    return html`
      <h2 id="legend-title">${text(keyOf(`legend.title.${measure}`, this.view.product))}</h2>
      <ul class="ramp">
        ${[...breaks, Infinity].map(
          (_, index) =>
            html`<li class=${styleOf(measure, index)}>
              <span class="visually-hidden">${classWords(measure, index)}</span>
              ${index === 0
                ? ''
                : html`<span class="break" aria-hidden="true">${short(measure, breaks[index - 1] as number)}</span>`}
            </li>`,
        )}
      </ul>
      ${this.view.groups ? html`<p class="note key-group">${groupSentences(this.comparison as Comparison)}</p>` : nothing}
    `;
  }
}

/** What a step between shades means, and how far off an estimate may be. */
function shadesKey(measure: Measure, product: Product): TextKey {
  if (measure === 'ratio') {
    return 'legend.shades.ratio';
  }
  return isEstimate(measure) && product !== 'allocation' ? 'legend.shades' : 'legend.shades.steps';
}

/** What the hatching means, as in pictures; undefined: there is none, incidents are counted in every unit. */
function unlistedKey(measure: Measure, product: Product): TextKey | undefined {
  if (measure === 'incidents' || measure === 'killed') {
    return undefined;
  }
  return isEstimate(measure) && product === 'independent' ? 'legend.unlisted' : 'picture.no-data';
}

function write(id: string, key: TextKey | undefined): void {
  const line = document.getElementById(id);
  if (line !== null) {
    line.hidden = key === undefined;
    (line.lastElementChild as Element).textContent = key === undefined ? '' : text(key);
  }
}

/** A class in words, such as "1,000 to 3,000". */
export function classWords(measure: Measure, index: number): string {
  const breaks = breaksOf(measure);
  const write = measure === 'ratio' ? ratio : number;
  const [low, high] = [breaks[index - 1], breaks[index]];
  if (low === undefined) {
    return text('legend.class.under', { high: write(high as number) });
  }
  return high === undefined
    ? text('legend.class.over', { low: write(low) })
    : text('legend.class.between', { low: write(low), high: write(high) });
}

/** A break in the room between two shades. */
function short(measure: Measure, limit: number): string {
  if (measure === 'ratio') {
    return limit < 1 ? `1/${number(Math.round(10 / limit) / 10)}` : number(limit);
  }
  if (limit >= 1_000_000) {
    return text('legend.break.millions', { millions: number(limit / 1_000_000) });
  }
  return limit >= 1_000 ? text('legend.break.thousands', { thousands: number(limit / 1_000) }) : number(limit);
}

customElements.define('dm-legend', Legend);
