import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Air } from '../state/view';
import { text } from '../text/text';

/**
 * Which incidents the map marks: two native radio buttons. Fires `air-chosen`. Empty until it is told
 * what is chosen: before that the words of the page's language may not be there.
 */
class MarksChoice extends LitElement {
  static override properties = { air: { attribute: false } };

  declare air: Air | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.air === undefined) {
      return nothing;
    }
    return html`<fieldset>
      <legend>${text('legend.marks')}</legend>
      ${this.#choice('documented')} ${this.#choice('all')}
    </fieldset>`;
  }

  #choice(air: Air): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="air"
        value=${air}
        .checked=${this.air === air}
        @change=${() => this.dispatchEvent(new CustomEvent('air-chosen', { detail: air, bubbles: true }))}
      />
      ${text(air === 'documented' ? 'legend.marks.air' : 'legend.marks.all')}
    </label>`;
  }
}

customElements.define('dm-marks', MarksChoice);
