import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { PageElement } from '../state/page-element';
import { DEFAULT_VIEW, type Measure, type View } from '../state/view';
import { number, ratio } from '../text/format';
import { keyOf, text } from '../text/text';
import { groupSentences } from '../table/groups';
import { breaksOf, styleOf } from '../theme/measures';

/** What the shades mean, class by class, for the measure that is shown. The server writes that of the estimate. */
class Legend extends PageElement {
  static override properties = { ...PageElement.properties, view: { attribute: false } };

  declare view: View;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
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
