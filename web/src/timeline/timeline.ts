import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { percent } from '../figures/scale';
import { dayNumber, isDay, isoDay } from '../state/days';
import { PageElement } from '../state/page-element';
import { DATE_OF_THE_440000, WINDOW_START } from '../state/view';
import { count, day } from '../text/format';
import { text } from '../text/text';
import { positionOf, ticks } from './axis';

/**
 * The one date of the page: a native slider and an exact date. It moves the date of the estimate and
 * the end of the window of incidents together and fires `date-chosen` with an ISO date.
 */
class Timeline extends PageElement {
  static override properties = {
    ...PageElement.properties,
    asOf: { attribute: false },
    refused: { state: true },
    unfolded: { state: true },
  };

  declare asOf: string;
  /** Whether the typed date is outside the range. */
  declare refused: boolean;
  /** Whether a narrow screen shows the exact date, which wide ones always do. */
  declare unfolded: boolean;

  constructor() {
    super();
    this.refused = false;
    this.unfolded = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('asOf')) {
      this.refused = false;
    }
  }

  protected override render(): TemplateResult {
    const [first, last] = (this.comparison as Comparison).as_of_range;
    return html`
      <div class="date-words">
        <label class="date-title" for="date-slider">${text('date.title')}</label>
        <strong class="date-shown">${day(this.asOf)}</strong>
        <button
          type="button"
          class="date-unfold"
          aria-expanded=${String(this.unfolded)}
          aria-controls="date-exact-row"
          @click=${() => (this.unfolded = !this.unfolded)}
        >
          ${text('date.exact')}
        </button>
        <p class="note date-window">${this.#window()}</p>
      </div>
      <div class="date-track">
        <input
          id="date-slider"
          type="range"
          step="1"
          min=${dayNumber(first)}
          max=${dayNumber(last)}
          .value=${String(dayNumber(this.asOf))}
          aria-label=${text('date.slider')}
          aria-valuetext=${day(this.asOf)}
          @input=${(event: Event) => this.#choose(isoDay(Number((event.target as HTMLInputElement).value)))}
        />
        ${this.#axis(first, last)}
      </div>
      <div id="date-exact-row" class=${this.unfolded ? 'date-exact' : 'date-exact folded'}>
        <label for="date-exact">${text('date.exact')}</label>
        <input
          id="date-exact"
          type="date"
          min=${first}
          max=${last}
          .value=${this.asOf}
          aria-invalid=${String(this.refused)}
          aria-describedby="date-bounds"
          @change=${(event: Event) => this.#type((event.target as HTMLInputElement).value, first, last)}
        />
        <button
          type="button"
          ?disabled=${DATE_OF_THE_440000 < first || DATE_OF_THE_440000 > last}
          @click=${() => this.#choose(DATE_OF_THE_440000)}
        >
          ${text('date.440000')}
        </button>
        <p id="date-bounds" class=${this.refused ? 'note refused' : 'note'}>
          ${text(this.refused ? 'date.invalid' : 'date.bounds', { first: day(first), last: day(last) })}
        </p>
      </div>
    `;
  }

  /** The count belongs to the date of the figures shown, which may still be an older one. */
  #window(): string {
    const { as_of, national } = this.comparison as Comparison;
    const period = { from: day(WINDOW_START), to: day(this.asOf) };
    return as_of === this.asOf
      ? text('date.window', { ...period, events: count(national.events) })
      : text('date.window-only', period);
  }

  #axis(first: string, last: string): TemplateResult {
    const home = positionOf(DATE_OF_THE_440000, first, last);
    return html`<svg class="scale date-axis" aria-hidden="true" width="100%" height="26">
      ${ticks(first, last).map(
        (tick) => svg`
          <line class="tick" x1=${percent(tick.percent)} x2=${percent(tick.percent)} y1="0" y2="8" />
          <text class=${tick.major ? 'tick-text' : 'tick-text minor'} x=${percent(tick.percent)} y="21" text-anchor="middle">${tick.label}</text>`,
      )}
      ${home < 0 || home > 100
        ? nothing
        : svg`<svg class="anchor" x=${percent(home)} y="5"><path class="un-mark" d="M0 -5L5 0L0 5L-5 0z" /></svg>`}
    </svg>`;
  }

  #choose(iso: string): void {
    this.dispatchEvent(new CustomEvent('date-chosen', { detail: iso, bubbles: true }));
  }

  #type(typed: string, first: string, last: string): void {
    this.refused = !isDay(typed) || typed < first || typed > last;
    if (!this.refused) {
      this.#choose(typed);
    }
  }
}

customElements.define('dm-timeline', Timeline);
