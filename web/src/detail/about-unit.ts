import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, type Query } from '../api/client';
import type { Unit, UnitDetail } from '../api/types';
import { estimated, hasInterval, interval, nameOf, number } from '../text/format';
import { readAddress } from '../state/url';
import { keyOf, text, type TextKey } from '../text/text';
import { byMonth, overTime } from './charts';

/** Formats of the downloads of one unit: those of the server that most people open. */
const FORMATS = ['geojson', 'csv', 'gpkg', 'kml', 'shp.zip'] as const;

export type UnitLoader = (pcode: string, signal: AbortSignal) => Promise<UnitDetail>;

/**
 * What is known of a unit beyond its numbers: both figures over time, incidents by month, why they were
 * placed there, neighbours, parts, report, downloads. It loads, fails and is tried again by itself. Fires
 * `unit-chosen`.
 */
class AboutUnit extends LitElement {
  static override properties = {
    pcode: { attribute: false },
    /** What the answer hangs on beside the unit; also the query of links. */
    question: { attribute: false },
    answer: { state: true },
  };

  declare pcode: string;
  declare question: Query;
  declare answer: UnitDetail | 'loading' | 'failed';
  load: UnitLoader = () => new Promise(() => undefined);
  #wanted = '';
  #loading: AbortController | undefined;

  constructor() {
    super();
    this.pcode = '';
    this.question = {};
    this.answer = 'loading';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const wanted = `${this.pcode} ${query(this.question)}`;
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      void this.#ask();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#loading?.abort();
  }

  async #ask(): Promise<void> {
    this.#loading?.abort();
    const controller = new AbortController();
    this.#loading = controller;
    this.answer = 'loading';
    try {
      const answer = await this.load(this.pcode, controller.signal);
      if (!controller.signal.aborted) {
        this.answer = answer;
      }
    } catch {
      if (!controller.signal.aborted) {
        this.answer = 'failed';
      }
    }
  }

  protected override render(): TemplateResult {
    return html`${this.#links()}${this.#answer()}`;
  }

  #answer(): TemplateResult {
    const { answer } = this;
    if (answer === 'loading') {
      return html`<p class="note">${text('unit.loading')}</p>`;
    }
    if (answer === 'failed') {
      return html`<p class="note">
        ${text('unit.failed')}
        <button type="button" @click=${() => this.#ask()}>${text('map.retry')}</button>
      </p>`;
    }
    const name = nameOf(answer.unit);
    return html`
      <h3>${text('unit.over-time.title', { unit: name })}</h3>
      ${overTime(answer, name)}
      <h3>${text('unit.months.title')}</h3>
      ${byMonth(answer, name)}
      ${answer.bases.length === 0
        ? nothing
        : html`<h3>${text('unit.bases.title')}</h3>
            <ul class="bases">
              ${answer.bases.map(({ basis, incidents }) => html`<li>${basisWords(basis, incidents)}</li>`)}
            </ul>
            <p class="note">${text('unit.counts')}</p>`}
      ${this.#choices('unit.neighbours.title', answer.neighbours)} ${this.#choices('unit.parts.title', answer.parts)}
    `;
  }

  /** Units to go to, each with its number beside its interval. */
  #choices(title: TextKey, units: readonly Unit[]): TemplateResult | typeof nothing {
    return units.length === 0
      ? nothing
      : html`<h3>${text(title)}</h3>
          <ul class="unit-choices">
            ${units.map(
              (unit) => html`<li>
                <button type="button" @click=${() => this.#choose(unit.pcode)}>${nameOf(unit)}</button>
                <span class="note">${choiceWords(unit)}</span>
              </li>`,
            )}
          </ul>`;
  }

  #links(): TemplateResult {
    const asked = query(this.question);
    const rest = asked === '' ? '' : `&${asked}`;
    const { language } = readAddress(location.search).view;
    const reportQuery = query(language === undefined ? this.question : { ...this.question, lang: language });
    return html`<p class="unit-links">
      <a href="report/${encodeURIComponent(this.pcode)}${reportQuery === '' ? '' : `?${reportQuery}`}">${text('unit.report')}</a>
      <span>${text('unit.download')}</span>
      ${FORMATS.map(
        (format) => html`<a
          href="download/adm${this.#level()}.${format}?unit=${encodeURIComponent(this.pcode)}${rest}"
          download
          >${format}</a
        > `,
      )}
      <span>${text('unit.download.incidents')}</span>
      ${FORMATS.map(
        (format) => html`<a href="download/incidents.${format}?unit=${encodeURIComponent(this.pcode)}${rest}" download
          >${format}</a
        > `,
      )}
    </p>`;
  }

  /** By the form of the code until the answer says it. */
  #level(): number {
    return typeof this.answer === 'object' ? this.answer.unit.level : 1;
  }

  #choose(pcode: string): void {
    this.dispatchEvent(new CustomEvent('unit-chosen', { detail: pcode, bubbles: true }));
  }
}

export function basisWords(basis: string, incidents: number): string {
  return text(`unit.basis.${basis}` as TextKey, { count: number(incidents) });
}

function choiceWords(unit: Unit): string {
  const ours = hasInterval(unit)
    ? text(keyOf('unit.choice', unit.product), {
        estimate: estimated(unit),
        interval: interval(unit.displaced_low80, unit.displaced_high80),
      })
    : estimated(unit);
  return unit.un_displaced === null ? ours : `${ours}; ${text('unit.choice.un', { un: number(unit.un_displaced) })}`;
}

customElements.define('dm-about-unit', AboutUnit);
