import { loadAreas, loadWeeks, type IncidentArea, type WeekCount } from '../api/client';
import type { Comparison, Unit } from '../api/types';
import { describe } from '../detail/describe';
import { followDays, type DayClasses } from '../map/day-classes';
import type { Picked } from '../map/pick';
import { load, needsFigures, reasonOf, summary } from '../state/answer';
import { Busy } from '../state/busy';
import { afterFrame } from '../state/frame';
import { Latest } from '../state/latest';
import type { PageElement } from '../state/page-element';
import { incidentParameters, isSame, weekParameters } from '../state/requests';
import type { ViewStore } from '../state/store';
import { writeAddress } from '../state/url';
import type { View } from '../state/view';
import { day, setLeastPeople } from '../text/format';
import { text } from '../text/text';
import type { Exposed } from '../theme/measures';

const SETTLED_MILLIS = 120;
const SPOKEN_AFTER_MILLIS = 700;

/** Elements of the page in a frame, as embed.ts finds them. */
export interface FrameParts {
  readonly brief: PageElement;
  readonly legend: PageElement & { view: View };
  readonly table: PageElement & { selected: string | undefined; units: readonly Unit[] };
  readonly timeline: PageElement & { asOf: string };
  readonly window: PageElement & { view: View; weeks: readonly WeekCount[] };
  readonly map: PageElement & {
    view: View;
    units: readonly Unit[];
    exposed: Exposed;
    days: DayClasses | undefined;
    areas: readonly IncidentArea[];
    incomplete: boolean;
  };
  /** Words for what the reader chose on the map. */
  readonly picked: HTMLElement;
  /** Link to the whole page. */
  readonly full: HTMLAnchorElement;
  readonly live: HTMLElement;
  readonly failure: HTMLElement;
}

/** Joins the parts of the page in a frame, as `Page` does those of the whole one. */
export class Frame {
  readonly #store: ViewStore;
  readonly #parts: FrameParts;
  readonly #figures: readonly PageElement[];
  readonly #busy: Busy;
  readonly #comparisons = new Latest(SETTLED_MILLIS);
  readonly #areas = new Latest(SETTLED_MILLIS);
  readonly #weeks = new Latest(SETTLED_MILLIS);
  #comparison: Comparison | undefined;
  #units: readonly Unit[] = [];
  #mapOpen = false;
  /** To be told of new figures, once the map is drawn. */
  #followDays: (() => void) | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;

  constructor(store: ViewStore, parts: FrameParts) {
    this.#store = store;
    this.#parts = parts;
    this.#figures = [parts.brief, parts.legend, parts.table, parts.timeline, parts.window, parts.map];
    this.#busy = new Busy(this.#figures);
    this.#listen();
  }

  async start(): Promise<void> {
    const { view } = this.#store;
    this.#pass(view);
    await this.#load(view, false);
    void this.#loadWeeks();
    if (view.selected !== undefined) {
      this.#tell({ kind: 'unit', pcode: view.selected });
    }
  }

  #listen(): void {
    const { table, timeline, window, map } = this.#parts;
    const on = <T>(element: HTMLElement, name: string, act: (value: T) => void): void =>
      element.addEventListener(name, (event) => act((event as CustomEvent<T>).detail));
    on<string>(timeline, 'date-chosen', (asOf) => this.#store.change({ asOf }));
    on<Partial<View>>(window, 'view-chosen', (part) => this.#store.change(part));
    on<string>(table, 'unit-chosen', (pcode) => this.#pick({ kind: 'unit', pcode }));
    on<Picked>(map, 'picked', (picked) => this.#pick(picked));
    on<undefined>(map, 'opened', () => {
      this.#mapOpen = true;
      void this.#loadAreas();
    });
    map.addEventListener('retried', () => void this.#loadAreas());
    map.addEventListener('drawn', () => (this.#followDays = followDays(this.#store, map)), { once: true });
    this.#store.listen((view, before) => {
      this.#pass(view);
      if (needsFigures(view, before)) {
        void this.#load(view, true);
      }
      if (!isSame(weekParameters(view), weekParameters(before))) {
        void this.#loadWeeks();
      }
      if (this.#mapOpen && !isSame(incidentParameters(view), incidentParameters(before))) {
        void this.#loadAreas();
      }
    });
  }

  #pass(view: View): void {
    const { legend, table, timeline, window, map, full } = this.#parts;
    legend.view = view;
    table.selected = view.selected;
    timeline.asOf = view.asOf;
    window.view = view;
    map.view = view;
    full.href = `./${writeAddress(view)}`;
  }

  #pick(picked: Picked): void {
    this.#store.change({ selected: 'pcode' in picked ? picked.pcode : undefined });
    this.#tell(picked);
    this.#say(this.#parts.picked.textContent ?? '');
  }

  #tell(picked: Picked): void {
    const [name, ...rest] = describe(picked, this.#units);
    const strong = document.createElement('strong');
    strong.textContent = name ?? '';
    this.#parts.picked.replaceChildren(strong, ` ${rest.join(', ')}`);
    this.#parts.picked.hidden = name === undefined;
  }

  async #load(view: View, speak: boolean): Promise<void> {
    this.#busy.begin();
    try {
      const [answer] = await Promise.all([
        this.#comparisons.run((signal) => load(view, signal), speak ? undefined : 0),
        speak && afterFrame(), // the map first
      ]);
      if (answer === undefined) {
        return; // a newer choice is on its way
      }
      const { comparison, units, exposed } = answer;
      if (comparison.as_of !== view.asOf) {
        this.#store.change({ asOf: comparison.as_of }); // the nearest day that has figures of this kind
        return;
      }
      setLeastPeople(comparison.policy.least_people);
      this.#comparison = comparison;
      this.#units = units;
      this.#parts.map.units = units;
      this.#parts.map.exposed = exposed;
      this.#parts.table.units = units;
      this.#figures.forEach((element) => {
        element.comparison = comparison;
      });
      this.#parts.failure.hidden = true;
      this.#followDays?.();
      document.documentElement.dataset['asOf'] = comparison.as_of;
      document.title = text('title', { date: day(comparison.as_of) });
      if (view.selected !== undefined && !this.#parts.picked.hidden) {
        this.#tell({ kind: 'unit', pcode: view.selected });
      }
      if (speak) {
        this.#say(summary(comparison));
      }
    } catch (failure) {
      this.#fail(view, failure);
    }
    this.#busy.end();
  }

  async #loadWeeks(): Promise<void> {
    const last = this.#comparison?.as_of_range[1];
    if (last !== undefined) {
      const parameters = { ...weekParameters(this.#store.view), to: last };
      try {
        const weeks = await this.#weeks.run((signal) => loadWeeks(parameters, signal));
        this.#parts.window.weeks = weeks ?? this.#parts.window.weeks;
      } catch {
        this.#tellFailure(text('load.part-failed'), () => void this.#loadWeeks());
      }
    }
  }

  async #loadAreas(): Promise<void> {
    const parameters = incidentParameters(this.#store.view);
    const { map } = this.#parts;
    try {
      map.areas = (await this.#areas.run((signal) => loadAreas(parameters, signal))) ?? map.areas;
    } catch {
      map.incomplete = true;
    }
  }

  #fail(view: View, failure: unknown): void {
    const reason = reasonOf(failure);
    const shown = day(this.#comparison?.as_of ?? document.documentElement.dataset['asOf'] ?? view.asOf);
    this.#tellFailure(text('load.failed', { date: day(view.asOf), reason, shown }), () => void this.#load(view, true));
  }

  /** Says what failed, with a button to try it again. */
  #tellFailure(words: string, again: () => void): void {
    const { failure } = this.#parts;
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.textContent = text('load.retry');
    retry.addEventListener('click', () => {
      failure.hidden = true;
      again();
    });
    failure.replaceChildren(words, ' ', retry);
    failure.hidden = false;
  }

  #say(words: string): void {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#parts.live.textContent = words;
    }, SPOKEN_AFTER_MILLIS);
  }
}
