import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { IncidentArea } from '../api/client';
import type { Comparison, Unit } from '../api/types';
import { PageElement } from '../state/page-element';
import { DEFAULT_VIEW, isOfProduct, type Position, type View } from '../state/view';
import { keyOf, speakMore, text } from '../text/text';
import type { Exposed } from '../theme/measures';
import type { CreditPart } from './attribution';
import { basemapSetting } from './basemap-setting';
import type { DayClasses } from './day-classes';
import { daysOf, openEngine, shadedOf, type MapEngine, type Scene } from './map-engine';
import type { Picked } from './pick';

type Phase = 'waiting' | 'offered' | 'loading' | 'shown' | 'failed';

/**
 * The map, which never holds up the page: its library is fetched when the first view is done and the
 * map's place is on the screen, or on demand where the reader saves data or has a small screen, whose
 * address names no part of the map. Until it is there, and if it cannot be drawn, the server's picture
 * stands in its place. Fires `opened`, `drawn`, `retried`,
 * `absent` and `picked`.
 */
export class PlannerMap extends PageElement {
  static override properties = {
    ...PageElement.properties,
    view: { attribute: false },
    units: { attribute: false },
    exposed: { attribute: false },
    days: { attribute: false },
    cooperative: { type: Boolean },
    empty: { attribute: false },
    comesFrom: { type: Number, attribute: 'comes-from' },
    phase: { state: true },
    incomplete: { state: true },
    background: { state: true },
  };

  declare view: View;
  /** The units of the level that is shaded. */
  declare units: readonly Unit[];
  declare exposed: Exposed;
  declare days: DayClasses | undefined;
  /** Whether moving the map takes two fingers, or a key with the wheel: in a frame, always. */
  declare cooperative: boolean;
  /** Width of the page from which the map comes by itself, in CSS pixels, as where its style has picture-first.css. */
  declare comesFrom: number;
  /** Whether no incident is left to show. */
  declare empty: boolean;
  declare phase: Phase;
  /** Whether a part of the map could not be loaded. */
  declare incomplete: boolean;
  /** Whom the operator's background map names; undefined: there is none, or not yet. */
  declare background: readonly CreditPart[] | 'failed' | undefined;
  #engine: MapEngine | undefined;
  #printed: HTMLElement | undefined;
  #areas: readonly IncidentArea[] = [];
  /** The picture that the server wrote: it is kept, not written again. */
  #picture: HTMLElement | null = null;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
    this.units = [];
    this.exposed = new Map();
    this.cooperative = false;
    this.empty = false;
    this.comesFrom = 900;
    this.phase = 'waiting';
    this.incomplete = false;
  }

  /** The map itself, once shown; browser tests read what it draws through it. */
  get map(): unknown {
    return this.#engine?.map;
  }

  /** Moves with another map. */
  look(position: Position): void {
    this.#engine?.look(position);
  }

  /** Shows where the pointer is on another map. */
  point(at: readonly [number, number] | undefined): void {
    this.#engine?.point(at);
  }

  get areas(): readonly IncidentArea[] {
    return this.#areas;
  }

  set areas(areas: readonly IncidentArea[]) {
    this.#areas = areas;
    this.#engine?.showAreas(areas);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#unprint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#unprint);
  }

  protected override firstUpdated(): void {
    if (savesData() || (this.#picture !== null && this.#isSmall() && this.view.at === undefined)) {
      this.phase = 'offered';
      return;
    }
    const whenSeen = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        whenSeen.disconnect();
        void this.#open();
      }
    });
    afterFirstView(() => whenSeen.observe(this));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated) {
      this.#picture = this.querySelector('.map-picture');
    } else if (this.#picture !== null && this.phase !== 'shown' && (changed.has('view') || changed.has('comparison'))) {
      void this.#follow(this.#picture);
    }
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues): void {
    this.dataset['phase'] = this.phase;
    if (changed.has('phase') && (this.phase === 'offered' || this.phase === 'failed')) {
      this.dispatchEvent(new CustomEvent('absent'));
    }
    if (['comparison', 'view', 'units', 'exposed', 'days'].some((name) => changed.has(name))) {
      this.#engine?.show(this.#scene());
    }
    if (this.incomplete && changed.has('comparison')) {
      this.#retry(); // new figures have come, so the server can be reached; a tile that failed would keep old marks
    }
  }

  protected override render(): TemplateResult {
    return html`
      ${this.phase === 'shown' ? nothing : this.#picture}
      <div class="map-canvas" ?hidden=${this.phase === 'failed'}></div>
      ${this.#title()}
      ${this.phase === 'offered'
        ? html`<button type="button" class="map-open" @click=${() => this.#open()}>
            ${text('map.open')} <small>${text('map.size')}</small>
          </button>`
        : nothing}
      ${this.phase === 'loading' ? html`<p class="map-note">${text('map.loading')}</p>` : nothing}
      ${this.phase === 'failed' ? html`<p class="map-note">
            ${text('map.failed')} <button type="button" @click=${() => this.#open()}>${text('map.retry')}</button>
          </p>`
        : nothing}
      ${this.empty && this.phase === 'shown' ? html`<p class="map-note">${text('map.empty')}</p>` : nothing}
      ${this.incomplete
        ? html`<p class="map-note map-incomplete">
            ${text('map.tiles-failed')}
            <button type="button" @click=${() => this.#retry()}>${text('map.retry')}</button>
          </p>`
        : nothing}
    `;
  }

  #scene(): Scene {
    return {
      comparison: this.comparison as Comparison,
      view: this.view,
      units: this.units,
      exposed: this.exposed,
      days: this.days,
    };
  }

  /** A map always names what shades it and the date, and its product if that does, also in a picture of it. */
  #title(): TemplateResult {
    const scene = this.#scene();
    const { product } = shadedOf(scene);
    const { measure } = this.view;
    const ours = isOfProduct(measure);
    return html`
      <p class="map-title">
        ${ours ? html`<strong>${text(`map.product.${product}`)}</strong>` : nothing}
        ${measure === 'estimate' ? nothing : html`<strong>${text(keyOf(`measure.${measure}`, product))}</strong>`}
        <strong>${daysOf(scene)}</strong>
        <span class="note">${text(ours ? `map.product.${product}.use` : `measure.${measure}.use`)}</span>
      </p>
      <p class="map-credit">${text('map.boundaries')} ${this.#background()}</p>
    `;
  }

  /** Whom the operator's background names, or that it could not be had, said when that turns out. */
  #background(): TemplateResult | typeof nothing {
    const setting = basemapSetting();
    if (setting === undefined) {
      return nothing;
    }
    const credit = this.background === 'failed' ? undefined : this.background;
    return html`<span class="map-background" role="status">${
      this.background === 'failed'
        ? html`${text('map.basemap-failed', { host: new URL(setting.style).host })}
            <button type="button" @click=${() => this.#retry()}>${text('map.retry')}</button>`
        : credit?.map(({ text: words, href }) =>
            href === undefined
              ? html`<span lang="en">${words}</span>`
              : html`<a href=${href} lang="en" target="_blank" rel="noopener noreferrer external">${words}</a>`,
          )
    }</span>`;
  }

  /** Makes the picture one of what is chosen; the script for that comes with the first choice. */
  async #follow(picture: HTMLElement): Promise<void> {
    try {
      const [{ describePicture, showState }] = await Promise.all([import('./picture'), speakMore()]);
      showState(picture, this.view);
      describePicture(picture, this.comparison as Comparison, this.view);
    } catch (failure) {
      console.info('The picture stays that of the page as it opened.', failure);
    }
  }

  async #open(): Promise<void> {
    this.phase = 'loading';
    await this.updateComplete; // until then the map's box may have no size
    try {
      const container = this.querySelector<HTMLElement>('.map-canvas') as HTMLElement;
      const coming = openEngine(container, this.#scene(), {
        picked: (picked: Picked) => this.dispatchEvent(new CustomEvent('picked', { detail: picked, bubbles: true })),
        moved: (position) => this.dispatchEvent(new CustomEvent('map-moved', { detail: position, bubbles: true })),
        pointed: (at) => this.dispatchEvent(new CustomEvent('map-pointed', { detail: at, bubbles: true })),
        failed: () => {
          this.incomplete = true;
        },
        drawn: () => this.dispatchEvent(new CustomEvent('drawn')),
        background: (credit) => {
          this.background = credit;
        },
      }, this.cooperative);
      this.dispatchEvent(new CustomEvent('opened', { bubbles: true })); // the library first, it takes longest
      this.#engine = await coming;
      this.#engine.showAreas(this.#areas);
      this.#engine.show(this.#scene()); // it may have changed meanwhile
      this.phase = 'shown';
    } catch (failure) {
      // The library did not arrive: headline and table hold the same figures.
      console.warn('The map could not be drawn.', failure);
      this.phase = 'failed';
    }
  }

  /** Paper gets a picture of what is on the screen. */
  readonly #print = (): void => {
    this.#unprint();
    this.#printed = this.#engine?.picture();
    if (this.#printed !== undefined) {
      this.#printed.className = 'map-printed';
      this.append(this.#printed);
    }
  };

  readonly #unprint = (): void => this.#printed?.remove();

  #isSmall(): boolean {
    return !matchMedia(`(min-width: ${this.comesFrom}px)`).matches;
  }

  #retry(): void {
    this.incomplete = false;
    this.background = this.background === 'failed' ? undefined : this.background;
    this.#engine?.retry();
    this.dispatchEvent(new CustomEvent('retried'));
  }
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}

function afterFirstView(task: () => void): void {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(task, { timeout: 1000 });
  } else {
    setTimeout(task, 200);
  }
}

customElements.define('dm-map', PlannerMap);
