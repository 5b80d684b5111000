import { html, nothing, svg, type TemplateResult } from 'lit';
import type { WeekCount } from '../api/client';
import { percent } from '../figures/scale';
import { dayNumber, isoDay } from '../state/days';
import { PageElement } from '../state/page-element';
import { DATE_OF_THE_440000, DEFAULT_VIEW, WINDOW_START, type View } from '../state/view';
import { day, number } from '../text/format';
import { text } from '../text/text';
import { positionOf, timeAxis } from './axis';

const WEEK = 7;
const HEIGHT = 34;

/**
 * Incidents per week and the window of those that are shown: two native sliders over the bars. The
 * right one moves with the date of the estimate until it is moved by itself. Fires `view-chosen`.
 */
class Window extends PageElement {
  static override properties = {
    ...PageElement.properties,
    view: { attribute: false },
    weeks: { attribute: false },
    shown: { attribute: false },
  };

  declare view: View;
  /** Incidents of each week under the filters of the view, whatever its window. */
  declare weeks: readonly WeekCount[];
  /** How many lie in the window, to the day; the weeks at its ends may hold more. Undefined: not known. */
  declare shown: number | undefined;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
    this.weeks = [];
  }

  protected override render(): TemplateResult {
    const { from } = this.view;
    const to = this.#to();
    return html`
      <div class="window-words">
        <strong>${text('window.title')}</strong>
        <p class="note" id="window-words">
          ${text(this.shown === undefined ? 'date.window-only' : 'window.shown', {
            ...(this.shown === undefined ? {} : { count: number(this.shown) }),
            from: day(from),
            to: day(to),
          })}
        </p>
      </div>
      <div class="window-track" role="group" aria-label=${text('window.title')}>
        ${this.#bars(from, to)} ${this.#thumb('from', from)} ${this.#thumb('to', to)}
      </div>
      <div class="window-presets">
        ${this.#preset('window.440000', DATE_OF_THE_440000)} ${this.#preset('window.all', timeAxis(this.comparison)[1])}
        ${this.view.to === undefined
          ? nothing
          : html`<button type="button" class="window-link" @click=${() => this.#choose({ to: undefined })}>${text('window.link')}</button>`}
      </div>
    `;
  }

  /** Last day of the window: that of the estimate, unless it was let go. */
  #to(): string {
    return this.view.to ?? this.view.asOf;
  }

  /** From the first day on; the date of the estimate stays where it is. */
  #preset(words: 'window.440000' | 'window.all', to: string): TemplateResult {
    const { from, asOf } = this.view;
    return html`<button
      type="button"
      aria-pressed=${String(from === WINDOW_START && this.#to() === to)}
      @click=${() => this.#choose({ from: WINDOW_START, to: to === asOf ? undefined : to })}
    >
      ${text(words)}
    </button>`;
  }

  #bars(from: string, to: string): TemplateResult {
    const [first, last] = timeAxis(this.comparison);
    const most = Math.max(1, ...this.weeks.map(({ shown }) => shown));
    const at = (iso: string): number => Math.min(100, Math.max(0, positionOf(iso, first, last)));
    return html`<svg class="window-bars" aria-hidden="true" width="100%" height=${HEIGHT}>
      <rect class="window-ground" x=${percent(at(from))} width=${percent(Math.max(0, at(to) - at(from)))} height=${HEIGHT} />
      ${this.weeks.map(({ start, shown }) => {
        const end = isoDay(dayNumber(start) + WEEK);
        const height = (HEIGHT * shown) / most;
        return svg`<rect class=${end > from && start <= to ? 'bar-inside' : 'bar-outside'} x=${percent(at(start))}
          width=${percent(Math.max(0, at(end) - at(start)) * 0.8)} y=${HEIGHT - height} height=${height} />`;
      })}
    </svg>`;
  }

  #thumb(side: 'from' | 'to', value: string): TemplateResult {
    const [first, last] = timeAxis(this.comparison);
    return html`<input
      type="range"
      class="window-thumb"
      min=${dayNumber(first)}
      max=${dayNumber(last)}
      step="1"
      .value=${String(dayNumber(value))}
      aria-label=${text(`window.${side}`)}
      aria-valuetext=${day(value)}
      aria-describedby="window-words"
      @keydown=${(event: KeyboardEvent) => this.#byWeek(event, side)}
      @input=${(event: Event) => this.#move(side, isoDay(Number((event.target as HTMLInputElement).value)))}
    />`;
  }

  /** Arrow keys move by a week; the pointer, which sees the bars, by a day. */
  #byWeek(event: KeyboardEvent, side: 'from' | 'to'): void {
    const step = { ArrowLeft: -WEEK, ArrowDown: -WEEK, ArrowRight: WEEK, ArrowUp: WEEK }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const [first, last] = timeAxis(this.comparison).map(dayNumber) as [number, number];
      const value = dayNumber(side === 'from' ? this.view.from : this.#to());
      this.#move(side, isoDay(Math.min(last, Math.max(first, value + step))));
    }
  }

  /** A thumb stops at the other one. */
  #move(side: 'from' | 'to', iso: string): void {
    if (side === 'from') {
      const from = iso > this.#to() ? this.#to() : iso;
      this.#choose({ from });
    } else {
      this.#choose({ to: iso < this.view.from ? this.view.from : iso });
    }
    this.requestUpdate(); // puts a thumb that went too far back to where it may be
  }

  #choose(part: Partial<View>): void {
    this.dispatchEvent(new CustomEvent('view-chosen', { detail: part, bubbles: true }));
  }
}

customElements.define('dm-window', Window);
