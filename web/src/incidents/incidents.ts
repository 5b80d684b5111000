import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Query } from '../api/client';
import type { Incidents, ListedIncident } from '../api/types';
import { airOf, precisionOf, tollOf } from '../detail/describe';
import { webAddress } from '../detail/links';
import { PageElement } from '../state/page-element';
import { Latest } from '../state/latest';
import { days, nameOf, number } from '../text/format';
import { text } from '../text/text';
import '../detail/incident-list.css';
import './incidents.css';

const SETTLED_MILLIS = 250;

export type ListLoader = (parameters: Query, signal: AbortSignal) => Promise<Incidents>;

/**
 * The incidents in view, newest first, with place or area, precision, toll and source. Asks for nothing
 * until the reader opens it. Fires `incident-chosen`.
 */
class IncidentsInView extends PageElement {
  static override properties = {
    ...PageElement.properties,
    question: { attribute: false },
    chosen: { attribute: false },
    load: { attribute: false },
    open: { state: true },
    listed: { state: true },
    phase: { state: true },
  };

  /** What is asked for: the incidents shown, in the box of the map if the reader moved it. */
  declare question: Query;
  /** Key of the incident whose details are open. */
  declare chosen: string | undefined;
  declare open: boolean;
  /** What has come so far; `next` and `shown` are those of the last part. */
  declare listed: Pick<Incidents, 'incidents' | 'next' | 'shown'> | undefined;
  declare phase: 'loading' | 'failed' | 'shown';
  declare load: ListLoader;
  readonly #parts = new Latest(SETTLED_MILLIS);
  /** What the list was last asked for. */
  #asked: string | undefined;

  constructor() {
    super();
    this.question = {};
    this.load = () => Promise.reject(new Error('no loader'));
    this.open = false;
    this.phase = 'loading';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const wanted = JSON.stringify(this.question);
    if (this.open && wanted !== this.#asked) {
      this.#asked = wanted;
      void this.#ask(undefined);
    }
  }

  protected override render(): TemplateResult {
    return html`<details class="incidents-box" @toggle=${(event: Event) => this.#toggle(event)}>
      <summary>${text('list.title')}</summary>
      ${this.open ? this.#content() : nothing}
    </details>`;
  }

  #content(): TemplateResult {
    const { listed, phase } = this;
    const area = text('bbox' in this.question ? 'list.in-map' : 'list.everywhere');
    return html`
      <p class="note">${area}</p>
      <p role="status" aria-busy=${String(phase === 'loading')}>
        ${listed === undefined || (phase === 'loading' && listed.incidents.length === 0)
          ? phase === 'failed'
            ? nothing
            : text('detail.incidents.loading')
          : listed.shown === 0
            ? text('list.none')
            : text('list.count', { count: number(listed.incidents.length), shown: number(listed.shown) })}
      </p>
      ${listed === undefined
        ? nothing
        : html`<ol class="incident-list">
            ${listed.incidents.map((incident) => this.#item(incident))}
          </ol>`}
      ${phase === 'failed'
        ? html`<p class="note">
            ${text('detail.incidents.failed')}
            <button type="button" @click=${() => this.#ask(this.listed?.next ?? undefined)}>${text('map.retry')}</button>
          </p>`
        : listed?.next != null
          ? html`<button type="button" class="list-more" ?disabled=${phase === 'loading'} @click=${() => this.#ask(listed.next ?? undefined)}>
              ${text('list.more')}
            </button>`
          : nothing}
    `;
  }

  #item(incident: ListedIncident): TemplateResult {
    const address = webAddress(incident.source_url);
    const source = incident.source_title ?? incident.source;
    const air = airOf(incident);
    const when = days(incident.date_start, incident.date_end);
    return html`<li class=${incident.key !== null && incident.key === this.chosen ? 'selected' : ''}>
      ${incident.key === null
        ? html`<strong>${when}</strong> ${whereOf(incident)}`
        : html`<button
            type="button"
            class="list-choose"
            aria-pressed=${String(incident.key === this.chosen)}
            @click=${() => this.#choose(incident)}
          >
            <strong>${when}</strong> ${whereOf(incident)}
          </button>`}
      <span class="note" title=${incident.explanation}>
        ${air === '' ? nothing : html`${air} · `}${precisionOf(incident)} · ${tollOf(incident)} ·
        ${address === undefined ? source : html`<a href=${address} rel="noopener noreferrer external">${source}</a>`}
      </span>
    </li>`;
  }

  #toggle(event: Event): void {
    this.open = (event.target as HTMLDetailsElement).open;
  }

  #choose(incident: ListedIncident): void {
    this.dispatchEvent(new CustomEvent('incident-chosen', { detail: incident, bubbles: true }));
  }

  /** The first part, in place of what is there, or the one that the cursor names, below it. */
  async #ask(cursor: string | undefined): Promise<void> {
    this.phase = 'loading';
    const asked = this.question;
    try {
      const part = await this.#parts.run((signal) =>
        this.load(cursor === undefined ? asked : { ...asked, cursor }, signal),
      );
      if (part !== undefined) {
        const before = cursor === undefined ? [] : (this.listed?.incidents ?? []);
        this.listed = { ...part, incidents: [...before, ...part.incidents] };
        this.phase = 'shown';
      }
    } catch {
      this.phase = 'failed';
    }
  }
}

/** The place as the source names it, and the areas of one that is known only to those. */
function whereOf({ place, areas }: ListedIncident): string {
  const names = areas.map((area) => nameOf(area));
  return [...(place === null ? [] : [place]), ...names].join(', ') || text('detail.place.withheld');
}

customElements.define('dm-incidents', IncidentsInView);
