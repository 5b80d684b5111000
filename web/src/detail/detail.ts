import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import type { Query } from '../api/client';
import type { Comparison, Incidents, Unit } from '../api/types';
import { LOGARITHMIC, marks, percent } from '../figures/scale';
import type { Picked } from '../map/pick';
import { PageElement } from '../state/page-element';
import { count, day, days, estimated, hasInterval, nameOf, number, people, period } from '../text/format';
import { pageAddress } from '../state/url';
import { memberships } from '../table/groups';
import { keyOf, language, text, type TextKey } from '../text/text';
import { airOf, placeOf, precisionOf, tollOf, type Told } from './describe';
import './about-unit';
import '../theme/chart.css';
import './detail.css';
import './incident-list.css';
import type { UnitLoader } from './about-unit';
import { incidentWords, sourceOf } from './incident';

/** Longest list of incidents shown at once. */
const LONGEST = 50;

/** The newest incidents of a unit, and how many there are. */
export type Found = Pick<Incidents, 'incidents' | 'shown'>;
export type IncidentLoader = (pcode: string, signal: AbortSignal) => Promise<Found>;

/**
 * What is known of the thing that was picked, as text. A unit comes with its incidents, which is also
 * how the marks of the map are read without seeing it. Fires `closed` and, from a mark, `unit-chosen`.
 */
class Detail extends PageElement {
  static override properties = {
    ...PageElement.properties,
    picked: { attribute: false },
    /** Changes when the list of incidents has to be asked for again. */
    window: { attribute: false },
    question: { attribute: false },
    load: { attribute: false },
    loadUnit: { attribute: false },
    incidents: { state: true },
  };

  declare picked: Picked | undefined;
  declare window: string;
  /** What a unit is asked for, beside itself. */
  declare question: Query;
  declare incidents: Found | 'loading' | 'failed';
  declare load: IncidentLoader;
  declare loadUnit: UnitLoader;
  #loading: AbortController | undefined;
  /** Unit and window whose incidents were last asked for. */
  #wanted: string | undefined;
  /** Whether the focus is on something in here that will go away, as another thing is told. */
  #focused = false;

  constructor() {
    super();
    this.incidents = 'loading';
    this.question = {};
    this.load = () => Promise.resolve({ incidents: [], shown: 0 });
    this.loadUnit = () => new Promise(() => undefined);
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        this.#close();
      }
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focused = changed.has('picked') && this.contains(document.activeElement);
    const wanted =
      this.picked !== undefined && 'pcode' in this.picked ? `${this.picked.pcode} ${this.window}` : undefined;
    if (wanted !== this.#wanted) {
      this.#wanted = wanted;
      void this.#ask();
    }
  }

  /** Who goes on to a neighbour stands at its name, not nowhere; in one column the details come to who chose. */
  protected override updated(changed: PropertyValues): void {
    if (this.#focused) {
      this.querySelector<HTMLElement>('#detail-title')?.focus();
    }
    if (changed.has('picked') && navigator.userActivation?.hasBeenActive && matchMedia('(max-width: 899px)').matches) {
      this.scrollIntoView({ block: 'start' });
    }
  }

  protected override render(): TemplateResult {
    const { picked } = this;
    this.hidden = picked === undefined;
    if (picked === undefined) {
      return html``;
    }
    return html`
      <section aria-labelledby="detail-title">
        <button type="button" class="detail-close" @click=${() => this.#close()}>${text('detail.close')}</button>
        ${this.#content(picked)}
      </section>
    `;
  }

  #content(picked: Picked): TemplateResult {
    const { units } = this.comparison as Comparison;
    if (picked.kind === 'areas' || picked.kind === 'cluster') {
      return html``;
    }
    if (picked.kind === 'incidents') {
      return html`<h2 id="detail-title" tabindex="-1">${text('detail.incidents.title')}</h2>
        ${picked.incidents.length === 1
          ? picked.incidents.map((incident) => incidentWords(incident))
          : incidentList(picked.incidents, picked.incidents.length)}`;
    }
    const unit = units.find(({ pcode }) => pcode === picked.pcode);
    return html`
      ${unit === undefined
        ? html`<h2 id="detail-title" tabindex="-1">${picked.kind === 'area' ? picked.name : picked.pcode}</h2>`
        : unitWords(unit, this.comparison as Comparison)}
      ${picked.kind === 'area'
        ? html`<p>${text('detail.area', { count: number(picked.count), unit: picked.name })}</p>`
        : nothing}
      <dm-about-unit .pcode=${picked.pcode} .question=${this.question} .load=${this.loadUnit}></dm-about-unit>
      <h3>${text('detail.incidents.title')}</h3>
      ${this.#incidents()}
    `;
  }

  #incidents(): TemplateResult {
    if (this.incidents === 'loading') {
      return html`<p class="note">${text('detail.incidents.loading')}</p>`;
    }
    if (this.incidents === 'failed') {
      return html`<p class="note">
        ${text('detail.incidents.failed')}
        <button type="button" @click=${() => this.#ask()}>${text('map.retry')}</button>
      </p>`;
    }
    const { incidents, shown } = this.incidents;
    return incidents.length === 0
      ? html`<p class="note">${text('detail.incidents.none')}</p>`
      : incidentList(incidents, shown);
  }

  async #ask(): Promise<void> {
    this.#loading?.abort();
    if (this.picked === undefined || !('pcode' in this.picked)) {
      return;
    }
    const controller = new AbortController();
    this.#loading = controller;
    this.incidents = 'loading';
    try {
      const found = await this.load(this.picked.pcode, controller.signal);
      if (!controller.signal.aborted) {
        this.incidents = found;
      }
    } catch {
      if (!controller.signal.aborted) {
        this.incidents = 'failed';
      }
    }
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('closed', { bubbles: true }));
  }
}

/** The name in the other language, beside the one in the page's. */
function otherName({ name, name_my }: Unit): TemplateResult | typeof nothing {
  if (name_my === null || name_my === '') {
    return nothing;
  }
  return language() === 'my'
    ? html`<span lang="en" class="name-other">${name}</span>`
    : html`<span lang="my" class="name-other">${name_my}</span>`;
}

function unitWords(unit: Unit, comparison: Comparison): TemplateResult {
  const un = unit.un_displaced;
  return html`
    <h2 id="detail-title" tabindex="-1">
      ${nameOf(unit)} ${otherName(unit)}
    </h2>
    <p class="note">${day(comparison.as_of)} · ${unit.pcode}</p>
    ${advice(unit)}
    <dl class="pair">
      <div>
        <dt class="un">${text(unit.un_complete || un === null ? 'detail.un' : 'detail.un-part')}</dt>
        <dd class=${un === null ? 'none' : 'un'}>${un === null ? text(keyOf('detail.un-none', unit.product)) : number(un)}</dd>
      </div>
      <div>
        <dt class="estimate">${text(keyOf('detail.estimate', unit.product))}</dt>
        <dd class="estimate">${estimated(unit)}</dd>
        ${hasInterval(unit) ? limits(unit) : nothing}
      </div>
    </dl>
    ${hasInterval(unit) ? bars(unit) : nothing}
    <p>
      ${text('detail.incidents', {
        incidents: count(unit.events),
        air: count(unit.air_incidents),
        mentions: count(unit.air_mentions),
      })}
    </p>
    <p class="note">${period(comparison)}</p>
    <p class="note">${text('detail.air.sample')} <a href="${pageAddress('method')}#words">${text('detail.air.why')}</a></p>
    <p class="note">${made(comparison)}</p>
    ${memberships(comparison, unit.pcode).map((words) => html`<p class="note">${words}</p>`)}
    ${unit.population === null
      ? nothing
      : html`<p class="note">${text('detail.population', { population: number(unit.population) })}</p>`}
  `;
}

/** Where both numbers come from, beside them: product, cut-off, sources, version. */
function made(comparison: Comparison): string {
  return text(keyOf('detail.made', comparison.product), {
    product: text(`map.product.${comparison.product}` as TextKey),
    cutoff: day(comparison.cutoff),
    source: comparison.source,
    publisher: comparison.national.un_publisher ?? text('detail.no-publisher'),
    version: comparison.version,
  });
}

/** Said wherever we miss by more than a factor of two, before any number. */
function advice(unit: Unit): TemplateResult | typeof nothing {
  const { ratio_to_un } = unit;
  if (ratio_to_un === null || (ratio_to_un >= 0.5 && ratio_to_un <= 2)) {
    return nothing;
  }
  return html`<p class="advice">
    ${text(keyOf(ratio_to_un < 1 ? 'detail.short' : 'detail.over', unit.product))}
    <strong>${text('detail.use-un', { unit: nameOf(unit) })}</strong>
  </p>`;
}

/**
 * @param all how many there are, also beyond those that came
 */
function incidentList(incidents: readonly Told[], all: number): TemplateResult {
  return html`
    <ol class="incident-list">
      ${incidents.slice(0, LONGEST).map((incident) => incidentItem(incident))}
    </ol>
    ${all > LONGEST
      ? html`<p class="note">${text('detail.incidents.more', { count: number(all - Math.min(incidents.length, LONGEST)) })}</p>`
      : nothing}
  `;
}

function incidentItem(incident: Told): TemplateResult {
  const air = airOf(incident);
  return html`
    <li>
      <strong>${days(incident.date_start, incident.date_end)}</strong> ${placeOf(incident)}
      <span class="note">
        ${air === '' ? nothing : html`${air} · `}${precisionOf(incident)} · ${tollOf(incident)} ·
        ${sourceOf(incident)}
      </span>
      <details>
        <summary>${text('incident.more')}</summary>
        ${incidentWords(incident)}
      </details>
    </li>
  `;
}

customElements.define('dm-detail', Detail);

function limits(unit: Unit): TemplateResult {
  return html`
    <dd class="interval">
      ${text('detail.between', { low: people(unit.displaced_low80), high: people(unit.displaced_high80) })}
    </dd>
    <dd class="interval">
      ${text('detail.between-95', { low: people(unit.displaced_low95), high: people(unit.displaced_high95) })}
    </dd>
  `;
}

/** Both intervals drawn, and said as a reader would: between, between, most likely. */
function bars(unit: Unit): TemplateResult | typeof nothing {
  if (unit.displaced === null) {
    return nothing;
  }
  const words = text('detail.words', {
    low: people(unit.displaced_low80),
    high: people(unit.displaced_high80),
    low95: people(unit.displaced_low95),
    high95: people(unit.displaced_high95),
    best: people(unit.displaced),
  });
  const ticks = [100, 1_000, 10_000, 100_000, 1_000_000];
  const { displaced: best, displaced_low80: low80, displaced_high80: high80 } = unit;
  const { displaced_low95: low95, displaced_high95: high95, un_displaced: un } = unit;
  return html`<svg class="scale unit-scale" aria-hidden="true" width="100%" height="40">
      ${ticks.map(
        (tick, index) => svg`
          <line class="tick" x1=${percent(LOGARITHMIC(tick))} x2=${percent(LOGARITHMIC(tick))} y1="0" y2="24" />
          <text class="tick-text" x=${percent(LOGARITHMIC(tick))} y="38" text-anchor=${index === 0 ? 'start' : index === 4 ? 'end' : 'middle'}>${index === 4 ? text('table.million') : number(tick)}</text>`,
      )}
      ${marks({ best, low80, high80, low95, high95, un }, LOGARITHMIC, 12, 6)}
    </svg>
    <p>${words}</p>`;
}
