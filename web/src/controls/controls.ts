import { html, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { PageElement } from '../state/page-element';
import { DATE_OF_THE_440000, DEFAULT_VIEW, has, isOfProduct, MEASURES, PRODUCTS, type Measure, type Product, type View } from '../state/view';
import { keyOf, text, type TextKey } from '../text/text';

/** What is shown: kind of figure, measure and areas, in three native lists, and the groups of the UN. Fires `view-chosen`. */
class Controls extends PageElement {
  static override properties = { ...PageElement.properties, view: { attribute: false } };

  declare view: View;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
  }

  protected override render(): TemplateResult {
    const { product, measure, level } = this.view;
    return html`
      <div class="choices">
        ${list('controls.product', PRODUCTS, product, (value) => `map.product.${value as Product}`, (value) =>
          this.#choose({
            product: value as Product,
            ...(value === 'independent' ? {} : { cutoff: undefined }),
            ...(has(value as Product, measure) ? {} : { measure: DEFAULT_VIEW.measure }),
          }),
        )}
        ${list('controls.measure', MEASURES.filter((one) => has(product, one)), measure, (value) => keyOf(`measure.${value as Measure}`, product), (value) =>
          this.#choose({ measure: value as Measure }),
        )}
        ${list(
          'controls.level',
          (this.comparison as Comparison).levels.map(String),
          String(level),
          (value) => `controls.level.${value}` as TextKey,
          (value) => this.#choose({ level: Number(value) }),
        )}
        <label class="switch">
          <input
            type="checkbox"
            .checked=${this.view.groups}
            @change=${(event: Event) => this.#choose({ groups: (event.target as HTMLInputElement).checked })}
          />
          ${text('groups.show')}
        </label>
        ${this.view.compare === undefined
          ? html`<button
              type="button"
              @click=${() => this.#choose({ compare: firstOther(this.view) })}
            >
              ${text('compare.open')}
            </button>`
          : ''}
      </div>
      <p class="note use">
        ${isOfProduct(measure) ? text(`map.product.${product}.use`) : ''} ${text(`measure.${measure}.use`)}
        ${level === 1 ? '' : text('controls.level.untested')}
      </p>
    `;
  }

  #choose(part: Partial<View>): void {
    this.dispatchEvent(new CustomEvent('view-chosen', { detail: part, bubbles: true }));
  }
}

/** A pair that can be answered: the day of the 440,000, or on it the UN figure shared out. */
function firstOther({ asOf, product }: View): string {
  if (product !== 'independent') {
    return 'independent';
  }
  return asOf === DATE_OF_THE_440000 ? 'allocation' : DATE_OF_THE_440000;
}

function list(
  label: TextKey,
  values: readonly string[],
  chosen: string,
  words: (value: string) => TextKey,
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="choice">
    <span>${text(label)}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${values.map(
        (value) => html`<option value=${value} .selected=${value === chosen}>${text(words(value))}</option>`,
      )}
    </select>
  </label>`;
}

customElements.define('dm-controls', Controls);
