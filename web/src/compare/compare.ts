import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { PageElement } from '../state/page-element';
import { DEFAULT_VIEW, PRODUCTS, type Product, type View } from '../state/view';
import { day, interval, people } from '../text/format';
import { text } from '../text/text';
import { otherSide, type OtherSide } from './other';
import './compare.css';

/**
 * The other side of a comparison: another date or another product, with a map of its own that moves
 * with the first. An impossible pair shows its reason instead. Fires `view-chosen`.
 */
class Compare extends PageElement {
  static override properties = {
    ...PageElement.properties,
    view: { attribute: false },
    other: { attribute: false },
    failure: { attribute: false },
  };

  declare view: View;
  /** Figures of the other side; undefined while they load, or if there are none. */
  declare other: OtherSide | undefined;
  /** Why the other side has no figures, in the server's words. */
  declare failure: string | undefined;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
  }

  protected override updated(): void {
    this.hidden = this.view.compare === undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const side = otherSide(this.view);
    if (side === undefined) {
      return nothing;
    }
    const [first, last] = (this.comparison as Comparison).as_of_range;
    return html`
      <h2 id="compare-title">${text('compare.title')}</h2>
      <div class="choices">
        <label class="choice">
          <span>${text('controls.product')}</span>
          <select @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
            ${PRODUCTS.map(
              (product) =>
                html`<option value=${product} ?selected=${product === side.product}>
                  ${text(`map.product.${product}`)}
                </option>`,
            )}
          </select>
        </label>
        <label class="choice">
          <span>${text('compare.date')}</span>
          <input
            type="date"
            min=${first}
            max=${last}
            .value=${side.asOf}
            @change=${(event: Event) => this.#choose((event.target as HTMLInputElement).value)}
          />
        </label>
        <button type="button" @click=${() => this.#choose(undefined)}>${text('compare.close')}</button>
      </div>
      ${this.failure === undefined
        ? nothing
        : html`<p class="notice" role="alert">${text('compare.failed', { reason: this.failure })}</p>`}
      ${this.other === undefined ? nothing : this.#figures(this.other, side)}
    `;
  }

  #figures({ comparison, units, exposed, areas }: OtherSide, side: View): TemplateResult {
    const { national, as_of, product } = comparison;
    return html`
      <p>
        <strong>${text(`map.product.${product as Product}`)}, ${day(as_of)}:</strong>
        <strong class="estimate">${people(national.displaced)}</strong>
        (${interval(national.displaced_low80, national.displaced_high80)}).
        <span class="note">${text(`map.product.${product as Product}.use`)}</span>
      </p>
      <div class="compare-map"><dm-map
          class="map"
          .comparison=${comparison}
          .view=${side}
          .units=${units}
          .exposed=${exposed}
          .areas=${areas}
        ></dm-map></div>
      <p class="note">${text('compare.note')}</p>
    `;
  }

  #choose(compare: string | undefined): void {
    this.dispatchEvent(new CustomEvent('view-chosen', { detail: { compare }, bubbles: true }));
  }
}

customElements.define('dm-compare', Compare);
