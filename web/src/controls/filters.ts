import { html, nothing, type TemplateResult } from 'lit';
import type { Choice, FilterCounts } from '../api/client';
import type { Unit } from '../api/types';
import { PageElement } from '../state/page-element';
import { AIR, DEFAULT_VIEW, UNFILTERED, type Air, type View } from '../state/view';
import { nameOf, number } from '../text/format';
import { text, wordsFor, type TextKey } from '../text/text';
import { isZawgyi } from './zawgyi';
import './filters.css';

const TYPED_MILLIS = 350;

/**
 * Which incidents are shown: each filter says how many it alone hides. Filters never change an
 * estimate. Fires `view-chosen`.
 */
class Filters extends PageElement {
  static override properties = {
    ...PageElement.properties,
    view: { attribute: false },
    units: { attribute: false },
    counts: { attribute: false },
    stale: { attribute: false },
    zawgyi: { state: true },
  };

  declare view: View;
  /** The units that can be chosen. */
  declare units: readonly Unit[];
  /** What the filters leave; undefined until the server has counted. */
  declare counts: FilterCounts | undefined;
  /** Whether the counts are of another choice: then the choices stay, and no number is told. */
  declare stale: boolean;
  declare zawgyi: boolean;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
    this.units = [];
    this.stale = false;
    this.zawgyi = false;
  }

  protected override render(): TemplateResult {
    const { counts, view } = this;
    return html`<details class="filter-box">
      <summary>
        ${counts === undefined || this.stale
          ? text('filters.title')
          : text('filters.shown', { shown: number(counts.shown), total: number(counts.total) })}
      </summary>
      <p class="note">${text('filters.note')}</p>
      <div class="filter-fields">
        ${this.#text()}
        ${this.#list('air', 'filters.air', AIR, view.air, (air) => text(`filters.air.${air as Air}`), (air) =>
          this.#choose({ air: air as Air }),
        )}
        ${this.#list(
          'unit',
          'filters.unit',
          ['', ...this.units.map(({ pcode }) => pcode)],
          view.units[0] ?? '',
          (pcode) => this.#unitName(pcode),
          (pcode) => this.#choose({ units: pcode === '' ? [] : [pcode] }),
        )}
        <label class="filter">
          <span>${text('filters.min_killed')}</span>
          <input
            type="number"
            min="0"
            max="100000"
            step="1"
            .value=${String(view.minKilled)}
            @change=${(event: Event) => this.#choose({ minKilled: wholeOf(event) })}
          />
          ${this.#hides('min_killed')}
        </label>
        ${this.#boxes('incident_source', 'filters.incident_source', counts?.sources, view.sources, (sources) =>
          this.#choose({ sources }),
        )}
        ${this.#boxes('precision', 'filters.precision', counts?.precisions, view.precisions, (precisions) =>
          this.#choose({ precisions }),
        )}
        ${this.#boxes('kind', 'filters.kind', counts?.kinds, view.kinds, (kinds) => this.#choose({ kinds }))}
      </div>
      <button type="button" class="filter-clear" @click=${() => this.#choose(UNFILTERED)}>${text('filters.clear')}</button>
    </details>`;
  }

  #text(): TemplateResult {
    return html`<label class="filter">
      <span>${text('filters.text')}</span>
      <input
        type="search"
        maxlength="100"
        .value=${this.view.text}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      />
      ${this.zawgyi ? html`<span class="note" role="status">${text('filters.zawgyi')}</span>` : nothing}
      ${this.#hides('text')}
    </label>`;
  }

  #list(
    parameter: string,
    label: TextKey,
    values: readonly string[],
    chosen: string,
    words: (value: string) => string,
    choose: (value: string) => void,
  ): TemplateResult {
    return html`<label class="filter">
      <span>${text(label)}</span>
      <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${words(value)}</option>`)}
      </select>
      ${this.#hides(parameter)}
    </label>`;
  }

  /** Nothing ticked means all. */
  #boxes(
    parameter: 'incident_source' | 'precision' | 'kind',
    label: TextKey,
    choices: readonly Choice[] | undefined,
    chosen: readonly string[],
    choose: (values: string[]) => void,
  ): TemplateResult | typeof nothing {
    if (choices === undefined) {
      return nothing;
    }
    const toggle = (written: string): void =>
      choose(chosen.includes(written) ? chosen.filter((one) => one !== written) : [...chosen, written].sort());
    return html`<fieldset class="filter boxes">
      <legend>${text(label)}</legend>
      <div class="filter-choices" tabindex=${choices.length > 8 ? '0' : nothing}>
        ${choices.map(
          ({ value, written, incidents }) => html`<label>
            <input type="checkbox" .checked=${chosen.includes(written)} @change=${() => toggle(written)} />
            <span>${wordsFor(parameter === 'precision' ? 'detail.precision' : parameter, value)}</span>
            <span class="note">${this.stale ? nothing : number(incidents)}</span>
          </label>`,
        )}
      </div>
      ${this.#hides(parameter)}
    </fieldset>`;
  }

  #hides(parameter: string): TemplateResult | typeof nothing {
    const hidden = this.counts?.filters.find((filter) => filter.parameter === parameter);
    return hidden === undefined || hidden.hides === 0 || this.stale
      ? nothing
      : html`<span class="note hides">${text('filters.hides', { count: number(hidden.hides) })}</span>`;
  }

  #unitName(pcode: string): string {
    const unit = this.units.find((candidate) => candidate.pcode === pcode);
    return unit === undefined ? text('filters.everywhere') : nameOf(unit);
  }

  #type(typed: string): void {
    this.zawgyi = isZawgyi(typed);
    clearTimeout(this.#typing);
    if (!this.zawgyi) {
      this.#typing = setTimeout(() => this.#choose({ text: typed.trim() }), TYPED_MILLIS);
    }
  }

  #choose(part: Partial<View>): void {
    this.dispatchEvent(new CustomEvent('view-chosen', { detail: part, bubbles: true }));
  }
}

function wholeOf(event: Event): number {
  const value = Math.round(Number((event.target as HTMLInputElement).value));
  return Number.isFinite(value) ? Math.min(100_000, Math.max(0, value)) : 0;
}

customElements.define('dm-filters', Filters);
