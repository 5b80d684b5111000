import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { percent } from '../figures/scale';
import { dayNumber, isDay, isoDay } from '../state/days';
import { PageElement } from '../state/page-element';
import { DATE_OF_THE_440000, WINDOW_START } from '../state/view';
import { count, day } from '../text/format';
import { keyOf, text } from '../text/text';
import { positionOf, ticks, timeAxis } from './axis';

const WEEK = 7;
const PLAY_MILLIS = 900;

function stepsOnly(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A UN figure of the country, as the server wrote it into its form for a date. */
export interface Snapshot {
  readonly asOf: string;
  /** The figure as it is written. */
  readonly un: string;
}

/** To be read before the slider takes the place of the form. */
export function writtenSnapshots(): Snapshot[] {
  return [...document.querySelectorAll<HTMLOptionElement>('#un-dates option')].map(({ value, text: un }) => ({ asOf: value, un }));
}

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
    snapshots: { attribute: false },
    playing: { state: true },
  };

  declare asOf: string;
  /** Whether the typed date is outside the range. */
  declare refused: boolean;
  /** Whether a narrow screen shows the exact date, which wide ones always do. */
  declare unfolded: boolean;
  /** UN figures of the country, by date. */
  declare snapshots: readonly Snapshot[];
  declare playing: boolean;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.refused = false;
    this.unfolded = false;
    this.snapshots = [];
    this.playing = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pause();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('asOf')) {
      this.refused = false;
    }
  }

  protected override render(): TemplateResult {
    const [first, last] = (this.comparison as Comparison).as_of_range;
    const axis = timeAxis(this.comparison);
    return html`
      <div class="date-words">
        <label class="date-title" for="date-slider">${text(keyOf('date.title', (this.comparison as Comparison).product))}</label>
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
          min=${dayNumber(axis[0])}
          max=${dayNumber(axis[1])}
          .value=${String(dayNumber(this.asOf))}
          aria-label=${text('date.slider')}
          aria-valuetext=${day(this.asOf)}
          @input=${(event: Event) => this.#slide(event.target as HTMLInputElement, first)}
        />
        ${this.#axis(...axis)}
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
        ${this.#jump(first, last)}
        <button type="button" class="play" aria-pressed=${String(this.playing)} @click=${() => this.#play(last)}>
          ${text(stepsOnly() ? 'date.step' : this.playing ? 'date.pause' : 'date.play')}
        </button>
        <p id="date-bounds" class=${this.refused ? 'note refused' : 'note'}>
          ${text(this.refused ? 'date.invalid' : 'date.bounds', { first: day(first), last: day(last) })}
        </p>
      </div>
    `;
  }

  /** UN figures are marks to jump to: a list, since their diamonds stand too close for fingers. */
  #jump(first: string, last: string): TemplateResult | typeof nothing {
    const reachable = this.snapshots.filter(({ asOf }) => asOf >= first && asOf <= last);
    return reachable.length === 0
      ? nothing
      : html`<select
          class="un-jump"
          aria-label=${text('date.un-jump')}
          @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
        >
          <option value="" disabled ?selected=${!reachable.some(({ asOf }) => asOf === this.asOf)}>
            ${text('date.un-jump')}
          </option>
          ${reachable.map(
            ({ asOf, un }) =>
              html`<option value=${asOf} ?selected=${asOf === this.asOf}>
                ${text('date.un-figure', { date: day(asOf), un })}
              </option>`,
          )}
        </select>`;
  }

  /** Week by week until the end or any other choice; one week at a time where motion is not wanted. */
  #play(last: string): void {
    if (this.playing) {
      this.#pause();
      return;
    }
    const next = (): void => {
      const date = isoDay(dayNumber(this.asOf) + WEEK);
      if (date > last) {
        this.#pause();
      } else {
        this.#choose(date, true);
      }
    };
    if (stepsOnly()) {
      next();
    } else {
      this.playing = true;
      this.#tick = setInterval(next, PLAY_MILLIS);
    }
  }

  #pause(): void {
    clearInterval(this.#tick);
    this.playing = false;
  }

  /** The axis begins before the first date that can be answered; the pin does not go there. */
  #slide(slider: HTMLInputElement, first: string): void {
    const date = isoDay(Number(slider.value));
    this.#choose(date < first ? first : date);
    slider.value = String(dayNumber(date < first ? first : date));
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
      ${this.snapshots.filter(({ asOf }) => asOf >= first && asOf <= last).map(
        ({ asOf }) =>
          svg`<svg class="anchor" x=${percent(positionOf(asOf, first, last))} y="5"><path class="un-total" d="M0 -4L4 0L0 4L-4 0z" /></svg>`,
      )}
    </svg>`;
  }

  #choose(iso: string, byItself = false): void {
    if (!byItself) {
      this.#pause();
    }
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
