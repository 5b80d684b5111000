import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { DEFAULT_VIEW, type View } from '../state/view';
import { number } from '../text/format';
import { text } from '../text/text';
import { HEIGHT_PIXELS, SANDBOX, snippet, viewAddress, type FrameSize } from './addresses';

/** What fits the smallest phones, and what the server still draws well, in CSS pixels. */
const BOUNDS = { width: { least: 240, most: 2000 }, height: { least: 240, most: 2000 } } as const;
type Side = keyof typeof BOUNDS;
/** The sizes to choose from; what newspapers give a map is 640 by 420. */
const CHOICES = ['responsive', 'fixed', 'own'] as const;
type Choice = (typeof CHOICES)[number];
const FIXED: FrameSize = { width: 640, height: 420 };

/** The code that shows this view on another site: its size is chosen, and tried, here. Fires `copy-wanted` with it. */
export class EmbedPanel extends LitElement {
  static override properties = {
    view: { attribute: false },
    copied: { attribute: false },
    choice: { state: true },
    own: { state: true },
    previewed: { state: true },
  };

  declare view: View;
  /** Whether the code was what was copied last. */
  declare copied: boolean;
  declare choice: Choice;
  declare own: FrameSize;
  /** The preview is a whole page with its map: it is fetched when asked for. */
  declare previewed: boolean;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
    this.copied = false;
    this.choice = 'responsive';
    this.own = { width: 800, height: 600 };
    this.previewed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const size = this.#size();
    const code = snippet(this.view, document.title, size);
    return html`
      <fieldset class="share-sizes">
        <legend class="visually-hidden">${text('share.size')}</legend>
        ${CHOICES.map(
          (choice) =>
            html`<label>
              <input type="radio" name="share-size" value=${choice} .checked=${this.choice === choice} @change=${() => (this.choice = choice)} />
              ${text(`share.size.${choice}`)}
            </label>`,
        )}
        ${this.choice === 'own' ? html`${this.#field('width')} ${this.#field('height')}` : nothing}
      </fieldset>
      <div class="share-line">
        <label for="share.snippet">${text('share.snippet')}</label>
        <textarea id="share.snippet" readonly rows="3" .value=${code} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
        <button type="button" aria-describedby="share.snippet" @click=${() => this.dispatchEvent(new CustomEvent('copy-wanted', { detail: code }))}>
          ${text(this.copied ? 'share.copied' : 'share.copy')}
        </button>
      </div>
      <details @toggle=${(event: Event) => (this.previewed = (event.target as HTMLDetailsElement).open)}>
        <summary>${text('share.preview')} <small>${text('map.size')}</small></summary>
        ${this.previewed ? this.#preview(size) : nothing}
        <p class="note"><a href=${viewAddress(this.view, 'embed')} target="_blank" rel="noopener">${text('share.preview.window')}</a></p>
      </details>
    `;
  }

  #size(): FrameSize | undefined {
    return { responsive: undefined, fixed: FIXED, own: this.own }[this.choice];
  }

  /** As it will be there, in its true size. */
  #preview(size: FrameSize | undefined): TemplateResult {
    return html`<div class="share-frame" tabindex="0" role="region" aria-label=${text('share.preview')}>
      <iframe
        src=${viewAddress(this.view, 'embed')}
        title=${document.title}
        width=${size?.width ?? '100%'}
        height=${size?.height ?? HEIGHT_PIXELS}
        sandbox=${SANDBOX}
        data-displacement-mapper
      ></iframe>
    </div>`;
  }

  #field(side: Side): TemplateResult {
    const { least, most } = BOUNDS[side];
    return html`<label>
      ${text(`share.size.${side}`, { least: number(least), most: number(most) })}
      <input type="number" name=${`share-${side}`} min=${least} max=${most} .value=${String(this.own[side])} @change=${(event: Event) => this.#resize(side, event.target as HTMLInputElement)} />
    </label>`;
  }

  /** What is no number, or out of bounds, becomes the nearest that is right, in the field too. */
  #resize(side: Side, field: HTMLInputElement): void {
    const { least, most } = BOUNDS[side];
    const wanted = Number.isFinite(field.valueAsNumber) ? Math.round(field.valueAsNumber) : this.own[side];
    this.own = { ...this.own, [side]: Math.min(most, Math.max(least, wanted)) };
    field.value = String(this.own[side]);
  }
}

customElements.define('dm-embed-panel', EmbedPanel);
