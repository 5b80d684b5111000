import { html, LitElement, type TemplateResult } from 'lit';
import type { Marks } from '../state/view';
import { text } from '../text/text';

/** Which incidents the map marks: two native radio buttons. Fires `marks-chosen`. */
class MarksChoice extends LitElement {
  static override properties = { marks: { attribute: false } };

  declare marks: Marks;

  constructor() {
    super();
    this.marks = 'air';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<fieldset>
      <legend>${text('legend.marks')}</legend>
      ${this.#choice('air')} ${this.#choice('all')}
    </fieldset>`;
  }

  #choice(marks: Marks): TemplateResult {
    return html`<label>
      <input
        type="radio"
        name="marks"
        value=${marks}
        .checked=${this.marks === marks}
        @change=${() => this.dispatchEvent(new CustomEvent('marks-chosen', { detail: marks, bubbles: true }))}
      />
      ${text(marks === 'air' ? 'legend.marks.air' : 'legend.marks.all')}
    </label>`;
  }
}

customElements.define('dm-marks', MarksChoice);
