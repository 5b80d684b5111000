import {
  loadAreas,
  loadFilters,
  loadIncident,
  loadListed,
  loadUnitDetail,
  loadWeeks,
  type FilterCounts,
  type IncidentArea,
  type Query,
  type WeekCount,
} from './api/client';
import type { Comparison, Incident, ListedIncident, Unit } from './api/types';
import { otherSide, type OtherSide } from './compare/other';
import type { UnitLoader } from './detail/about-unit';
import type { IncidentLoader } from './detail/detail';
import type { ListLoader } from './incidents/incidents';
import { load, needsFigures, reasonOf, summary } from './state/answer';
import { boundsOf } from './incidents/bounds';
import { bring, bringFigures, type LaterPart } from './later';
import { incidentParameters, isSame, unitParameters, weekParameters } from './state/requests';
import type { DayClasses } from './map/day-classes';
import type { Picked } from './map/pick';
import type { PlannerMap } from './map/planner-map';
import type { Share } from './share/share';
import { Busy } from './state/busy';
import { afterFrame } from './state/frame';
import { Latest } from './state/latest';
import { movedTo } from './state/opening';
import type { PageElement } from './state/page-element';
import type { ViewStore } from './state/store';
import { type Air, type Position, type View } from './state/view';
import { day, setLeastPeople } from './text/format';
import { speakMore, text } from './text/text';
import { writtenSnapshots, type Snapshot } from './timeline/timeline';
import type { Exposed } from './theme/measures';

/** A moving slider asks for figures at once, and then once in this time. */
const SETTLED_MILLIS = 120;
const SPOKEN_AFTER_MILLIS = 700;

/** Elements of the page, as main.ts finds them in the document. */
export interface Parts {
  readonly figures: PageElement;
  readonly controls: PageElement & { view: View };
  readonly legend: PageElement & { view: View };
  readonly table: PageElement & {
    selected: string | undefined;
    units: readonly Unit[];
    other: OtherSide | undefined;
  };
  readonly compare: PageElement & {
    view: View;
    other: OtherSide | undefined;
    failure: string | undefined;
  };
  readonly timeline: PageElement & { asOf: string; snapshots: readonly Snapshot[] };
  readonly filters: PageElement & { view: View; units: readonly Unit[]; counts: FilterCounts | undefined; stale: boolean };
  readonly window: PageElement & { view: View; weeks: readonly WeekCount[]; shown: number | undefined };
  readonly map: PageElement & { incomplete: boolean; view: View; units: readonly Unit[]; exposed: Exposed; days: DayClasses | undefined; areas: readonly IncidentArea[]; empty: boolean } & Pick<PlannerMap, 'look' | 'point'>;
  readonly marks: HTMLElement & { air: Air };
  readonly detail: PageElement & {
    picked: Picked | undefined;
    window: string;
    question: Query;
    load: IncidentLoader;
    loadUnit: UnitLoader;
  };
  readonly incidents: PageElement & { question: Query; chosen: string | undefined; load: ListLoader };
  /** Says that a part of the address was ignored. */
  readonly ignored: (...parts: string[]) => void;
  readonly share: HTMLElement & { view: View; comparison: Comparison | undefined } & Pick<Share, 'show'>;
  /** Polite live region. */
  readonly live: HTMLElement;
  /** Where a failed request is told, with a button to try again. */
  readonly failure: HTMLElement;
}

/** Joins the parts: views go down to the elements, choices come up to the store, answers to all. */
export class Page {
  readonly #store: ViewStore;
  readonly #parts: Parts;
  readonly #figures: readonly PageElement[];
  readonly #busy: Busy;
  readonly #comparisons = new Latest(SETTLED_MILLIS);
  readonly #areas = new Latest(SETTLED_MILLIS);
  readonly #others = new Latest(SETTLED_MILLIS);
  readonly #counts = new Latest(SETTLED_MILLIS);
  readonly #weeks = new Latest(SETTLED_MILLIS);
  #comparison: Comparison | undefined;
  #units: readonly Unit[] = [];
  #mapOpen = false;
  /** To be told of new figures, once the map is drawn. */
  #followDays: (() => void) | undefined;
  /** Day that was taken for one without an answer. */
  #moved: string | undefined;
  #failing = false;
  /** Ways to ask again for the counts that did not come. */
  readonly #lost = new Set<() => void>();
  /** What had the focus when the details opened: it gets it back. */
  #opener: Element | null = null;
  #speaking: ReturnType<typeof setTimeout> | undefined;

  constructor(store: ViewStore, parts: Parts) {
    this.#store = store;
    this.#parts = parts;
    this.#figures = [parts.figures, parts.controls, parts.legend, parts.table, parts.timeline, parts.window, parts.filters, parts.compare, parts.map, parts.detail, parts.incidents];
    this.#busy = new Busy(this.#figures);
    parts.timeline.snapshots = writtenSnapshots();
    parts.incidents.load = loadListed;
    parts.detail.load = (pcode, signal) =>
      loadListed({ ...incidentParameters(this.#store.view), unit: pcode }, signal);
    parts.detail.loadUnit = (pcode, signal) => loadUnitDetail(pcode, unitParameters(this.#store.view), signal);
    this.#listen();
  }

  /** Shows the view of the address; what the server wrote stays until the first answer is there. */
  async start(): Promise<void> {
    const { selected } = this.#store.view;
    if (selected !== undefined && !selected.includes(':')) {
      this.#show({ kind: 'unit', pcode: selected });
    } else if (selected !== undefined) {
      void this.#openIncident(selected);
    }
    this.#pass(this.#store.view);
    await this.#load(this.#store.view, false);
    if (this.#store.view.compare !== undefined) {
      void this.#bring('dm-compare');
      void this.#loadOther();
    }
    void customElements.whenDefined('dm-filters').then(() => void this.#loadFilters());
    void customElements.whenDefined('dm-window').then(() => this.#loadWeeks());
  }

  /** Fetches a part of the page that is needed now; true if it is there. */
  async #bring(name: LaterPart): Promise<boolean> {
    return this.#arrives(name, () => bring(name));
  }

  /** Without it the map is shaded when the figures of a day have come. */
  async #bringDays(): Promise<void> {
    const { followDays } = await import('./map/day-classes');
    this.#followDays = followDays(this.#store, this.#parts.map);
  }

  async #bringFigures(): Promise<boolean> {
    return this.#arrives('figures', bringFigures);
  }

  async #arrives(name: string, coming: () => Promise<void>): Promise<boolean> {
    try {
      await coming();
      return true;
    } catch (failure) {
      console.warn(`${name} did not arrive.`, failure);
      // A browser asks for a script only once; the address holds all that the reader chose.
      this.#tell(text('load.part-failed'), () => {
        this.#store.writeNow();
        location.reload();
      });
      return false;
    }
  }

  async #share(): Promise<void> {
    if (await this.#bring('dm-share')) {
      await this.#parts.share.show();
    }
  }

  #listen(): void {
    const { controls, table, timeline, window, map, marks, detail } = this.#parts;
    const on = <T>(element: HTMLElement, name: string, act: (value: T) => void): void =>
      element.addEventListener(name, (event) => act((event as CustomEvent<T>).detail));
    on<string>(timeline, 'date-chosen', (asOf) => this.#store.change({ asOf }));
    for (const element of [controls, window, this.#parts.filters, this.#parts.compare]) {
      on<Partial<View>>(element, 'view-chosen', (part) => this.#store.change(part));
    }
    on<Air>(marks, 'air-chosen', (air) => this.#store.change({ air }));
    on<string>(table, 'unit-chosen', (unit) => this.#pick({ kind: 'unit', pcode: unit }));
    on<Picked>(map, 'picked', (picked) => this.#pick(picked));
    on<Position>(map, 'map-moved', (at) => {
      this.#store.change({ at });
      this.#otherMap()?.look(at);
    });
    on<Position>(this.#parts.compare, 'map-moved', (at) => map.look(at));
    on<[number, number] | undefined>(map, 'map-pointed', (at) => this.#otherMap()?.point(at));
    on<[number, number] | undefined>(this.#parts.compare, 'map-pointed', (at) => map.point(at));
    on<Picked>(this.#parts.compare, 'picked', (picked) => this.#pick(picked));
    on<undefined>(map, 'opened', () => {
      this.#mapOpen = true;
      void this.#loadAreas();
    });
    map.addEventListener('retried', () => void this.#loadAreas());
    map.addEventListener('drawn', () => void this.#bringDays().catch(() => undefined), { once: true });
    on<string>(detail, 'unit-chosen', (unit) => this.#pick({ kind: 'unit', pcode: unit }));
    on<ListedIncident>(this.#parts.incidents, 'incident-chosen', (incident) =>
      // One that has a key has an id.
      this.#pick({ kind: 'incidents', incidents: [incident as Incident] }),
    );
    this.#parts.share.querySelector('button')?.addEventListener('click', () => void this.#share());
    on<undefined>(detail, 'closed', () => this.#pick(undefined));
    this.#store.listen((view, before) => {
      this.#pass(view);
      if ((view.compare === undefined) !== (before.compare === undefined)) {
        void this.#followComparison(view.compare !== undefined);
      }
      if (view.compare === undefined) {
        this.#showOther(undefined, undefined);
      }
      void this.#ask(view, before);
    });
  }

  /** Asks for what a view needs. A map that is shaded for it already is drawn first, which asking would delay. */
  async #ask(view: View, before: View): Promise<void> {
    const figures = needsFigures(view, before);
    if (figures && this.#comparison !== undefined && this.#parts.map.days?.on(view, this.#comparison) !== undefined) {
      await afterFrame();
    }
    if (figures) {
      void this.#load(view, true);
    }
    if (view.compare !== undefined && (view.compare !== before.compare || figures || !isSame(incidentParameters(view), incidentParameters(before)))) {
      void this.#loadOther();
    }
    if (customElements.get('dm-window') !== undefined && !isSame(weekParameters(view), weekParameters(before))) {
      void this.#loadWeeks();
    }
    if (!isSame(incidentParameters(view), incidentParameters(before))) {
      const counted = customElements.get('dm-filters') === undefined ? undefined : this.#loadFilters();
      void (this.#mapOpen && this.#loadAreas());
      if (!figures) {
        await counted;
        await this.#read(this.#parts.filters, 'summary');
      }
    } else if (!figures && view.measure !== before.measure) {
      await this.#read(this.#parts.legend, 'h2');
    }
  }

  /** Says what a part of the page now has as its title. */
  async #read(part: PageElement, title: string): Promise<void> {
    await part.updateComplete;
    this.#say(part.querySelector(title)?.textContent?.trim() ?? '');
  }

  #pick(picked: Picked | undefined): void {
    const focused = document.activeElement;
    const inside = this.#parts.detail.contains(focused);
    if (!inside) {
      this.#opener = focused;
    }
    this.#show(picked);
    if (inside && picked === undefined && this.#opener instanceof HTMLElement) {
      this.#opener.focus();
    }
    this.#store.change({ selected: picked === undefined ? undefined : selectedBy(picked) });
    if (picked !== undefined) {
      this.#describe(picked).catch(() => undefined);
    }
  }

  /** Says what was picked; if the words for it do not come, the details say so. */
  async #describe(picked: Picked): Promise<void> {
    const [{ describe }] = await Promise.all([import('./detail/describe'), speakMore()]);
    this.#say(describe(picked, this.#units).join(', '));
  }

  #show(picked: Picked | undefined): void {
    this.#parts.detail.picked = picked;
    if (picked !== undefined) {
      void this.#bring('dm-detail');
    }
  }

  /** The incident that the address names; one that is not there, or not told, is said to be ignored. */
  async #openIncident(key: string): Promise<void> {
    const { version } = this.#store.view;
    const never = new AbortController().signal;
    const incident = await loadIncident(key, version === undefined ? {} : { v: version }, never).catch(() => undefined);
    if (incident === undefined) {
      this.#parts.ignored(`selected=${key}`);
    } else if (this.#parts.detail.picked === undefined) {
      this.#show({ kind: 'incidents', incidents: [incident] });
    }
  }

  /** Hands the view to the elements. */
  #pass(view: View): void {
    const { controls, legend, table, timeline, map, marks, detail } = this.#parts;
    controls.view = view;
    this.#parts.share.view = view;
    this.#parts.compare.view = view;
    this.#parts.window.view = view;
    this.#parts.filters.view = view;
    legend.view = view;
    table.selected = view.selected;
    timeline.asOf = view.asOf;
    map.view = view;
    marks.air = view.air;
    detail.window = JSON.stringify(incidentParameters(view));
    const question = unitParameters(view);
    if (!isSame(question, detail.question)) {
      detail.question = question;
    }
    this.#parts.incidents.chosen = view.selected;
    const listed = listParameters(view, map);
    if (!isSame(listed, this.#parts.incidents.question)) {
      this.#parts.incidents.question = listed;
    }
  }

  async #load(view: View, speak: boolean): Promise<void> {
    this.#busy.begin();
    try {
      const opening = !speak;
      const [answer, parts] = await Promise.all([
        this.#comparisons.run((signal) => load(view, signal), opening ? 0 : undefined),
        opening || this.#bringFigures(), // what the server wrote is right for the first answer only
        opening || afterFrame(), // the map first
      ]);
      if (answer === undefined) {
        return; // a newer choice is on its way
      }
      if (!parts) {
        this.#busy.end();
        return;
      }
      const { comparison, units, exposed } = answer;
      if (comparison.as_of !== view.asOf) {
        this.#busy.end();
        this.#move(view, comparison.as_of);
        return;
      }
      setLeastPeople(comparison.policy.least_people);
      this.#comparison = comparison;
      this.#parts.share.comparison = comparison;
      this.#units = units;
      this.#parts.map.units = units;
      this.#parts.map.exposed = exposed;
      this.#parts.table.units = units;
      this.#parts.filters.units = comparison.units;
      this.#figures.forEach((element) => {
        element.comparison = comparison;
      });
      this.#failing = false;
      this.#parts.failure.hidden = comparison.as_of !== this.#moved;
      this.#moved = undefined;
      this.#tellLost();
      this.#followDays?.();
      document.documentElement.dataset['asOf'] = comparison.as_of;
      document.title = text('title', { date: day(comparison.as_of) });
      this.#busy.end();
      if (speak) {
        this.#say(summary(comparison));
      }
    } catch (failure) {
      this.#busy.end();
      this.#fail(view, failure);
    }
  }

  /** A kind of figure that this day does not have is shown of the nearest day, and that is said. */
  #move(view: View, nearest: string): void {
    this.#parts.failure.replaceChildren(movedTo({ ...view, asOf: nearest }, view.asOf));
    this.#parts.failure.hidden = false;
    this.#moved = nearest;
    this.#store.change({ asOf: nearest });
  }

  /** Each side loads by itself; what cannot be answered says why. */
  async #loadOther(): Promise<void> {
    const side = otherSide(this.#store.view);
    if (side === undefined) {
      return;
    }
    try {
      const answer = await this.#others.run(async (signal) => {
        const areas = loadAreas(incidentParameters(side), signal).catch(() => []);
        return { ...(await load(side, signal)), areas: await areas };
      });
      if (answer !== undefined) {
        this.#showOther(answer, undefined);
      }
    } catch (failure) {
      this.#showOther(undefined, reasonOf(failure));
    }
  }

  #showOther(answer: OtherSide | undefined, failure: string | undefined): void {
    const { compare, table } = this.#parts;
    compare.other = answer;
    compare.failure = failure;
    table.other = answer;
  }

  /** The button that opens or closes a comparison goes away by that: the focus goes on to what is there instead. */
  async #followComparison(opened: boolean): Promise<void> {
    const { controls, compare } = this.#parts;
    const focused = document.activeElement;
    const follows = controls.contains(focused) || compare.contains(focused);
    if (opened) {
      await this.#bring('dm-compare');
    }
    if (follows) {
      const next = opened ? compare : controls;
      await next.updateComplete;
      next.querySelector<HTMLElement>(opened ? 'select' : 'button')?.focus();
    }
  }

  #otherMap(): PlannerMap | null {
    return this.#parts.compare.querySelector<PlannerMap>('dm-map');
  }

  /** Counts of another choice are no longer true, though the choices are. */
  readonly #loadFilters = async (): Promise<void> => {
    const { filters, map, window } = this.#parts;
    const parameters = incidentParameters(this.#store.view);
    window.shown = undefined;
    const counts = await this.#take(this.#counts, (signal) => loadFilters(parameters, signal), this.#loadFilters);
    filters.stale = this.#lost.has(this.#loadFilters);
    map.empty &&= !filters.stale;
    if (counts !== undefined) {
      filters.counts = counts;
      window.shown = counts.shown;
      map.empty = counts.shown === 0;
    }
  };

  /** The bars fill in when they come; the sliders work without them. */
  readonly #loadWeeks = async (): Promise<void> => {
    const last = this.#comparison?.as_of_range[1];
    if (last !== undefined) {
      const parameters = { ...weekParameters(this.#store.view), to: last };
      const weeks = await this.#take(this.#weeks, (signal) => loadWeeks(parameters, signal), this.#loadWeeks);
      this.#parts.window.weeks = weeks ?? this.#parts.window.weeks;
    }
  };

  /** Without them the map is incomplete, which it says; what it shows stays. */
  async #loadAreas(): Promise<void> {
    const { map } = this.#parts;
    const parameters = incidentParameters(this.#store.view);
    try {
      map.areas = (await this.#areas.run((signal) => loadAreas(parameters, signal))) ?? map.areas;
    } catch {
      map.incomplete = true;
    }
  }

  /** Asks for a part of the page; while it cannot be had, what is there stays, and that is said. */
  async #take<T>(requests: Latest, task: (signal: AbortSignal) => Promise<T>, again: () => void): Promise<T | undefined> {
    try {
      const answer = await requests.run(task);
      if (answer !== undefined && this.#lost.delete(again) && this.#lost.size === 0 && !this.#failing) {
        this.#parts.failure.hidden = true;
      }
      return answer;
    } catch {
      this.#lost.add(again);
      this.#tellLost();
      return undefined;
    }
  }

  #tellLost(): void {
    if (this.#lost.size > 0 && !this.#failing) {
      this.#tell(text('load.part-failed'), () => undefined);
    }
  }

  #fail(view: View, failure: unknown): void {
    this.#failing = true;
    const reason = reasonOf(failure);
    const shown = this.#comparison?.as_of ?? document.documentElement.dataset['asOf'];
    const words = text('load.failed', { date: day(view.asOf), reason, shown: shown === undefined ? '' : day(shown) });
    this.#tell(words, () => void this.#load(view, true));
  }

  /** Says what failed, with a button to try it again, and with it all counts that did not come. */
  #tell(words: string, again: () => void): void {
    const { failure } = this.#parts;
    const retry = document.createElement('button');
    retry.type = 'button';
    retry.textContent = text('load.retry');
    retry.addEventListener('click', () => {
      failure.hidden = true;
      again();
      const lost = [...this.#lost];
      this.#lost.clear();
      lost.forEach((ask) => ask());
    });
    failure.replaceChildren(words, ' ', retry);
    failure.hidden = false;
  }

  /** One polite sentence after a change, once the reader has stopped changing. */
  #say(words: string): void {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#parts.live.textContent = words;
    }, SPOKEN_AFTER_MILLIS);
  }
}

/** What the address says of a thing that was picked: several incidents at once have no name. */
function selectedBy(picked: Picked): string | undefined {
  if (picked.kind === 'incidents') {
    const [only, ...more] = picked.incidents;
    return only === undefined || more.length > 0 ? undefined : `${only.source}:${only.id}`;
  }
  return 'pcode' in picked ? picked.pcode : undefined;
}

/** The incidents in view: in the box of the map, once the reader has moved it. */
function listParameters(view: View, { clientWidth, clientHeight }: HTMLElement): Query {
  return view.at === undefined || clientWidth === 0
    ? incidentParameters(view)
    : { ...incidentParameters(view), bbox: boundsOf(view.at, clientWidth, clientHeight) };
}
