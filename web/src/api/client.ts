import { nameOf } from '../text/format';
import type { Exposed } from '../theme/measures';
import { Memory } from './memory';
import type { ClassesByDay, Comparison, Estimates, Exposure, Incident, Incidents, OneIncident, Problem, Timeline, Unit, UnitDetail } from './types';

/** The only place of the page that fetches figures. All addresses are relative to the page. */

/** What is asked for: names are those of the API's query parameters. */
export type Query = Readonly<Record<string, string>>;

/** A refusal of the server, in its own words, or a failure to reach it. */
export class RequestFailed extends Error {
  /** Whether no answer came at all. */
  readonly offline: boolean;

  constructor(message: string, offline: boolean) {
    super(message);
    this.name = 'RequestFailed';
    this.offline = offline;
  }
}

export function query(parameters: Query): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

export async function loadComparison(parameters: Query, signal: AbortSignal): Promise<Comparison> {
  return (await getJson(`api/comparison?${query(parameters)}`, signal)) as Comparison;
}

/** The classes of the first-level units on every day. */
export async function loadClasses(parameters: Query, signal: AbortSignal): Promise<ClassesByDay> {
  return (await getJson(`api/comparison/classes?${query(parameters)}`, signal)) as ClassesByDay;
}

/** The units of a level below the first, with their values. */
export async function loadUnits(parameters: Query, level: number, signal: AbortSignal): Promise<Unit[]> {
  const address = `api/estimates?${query({ ...parameters, level: String(level) })}`;
  return ((await getJson(address, signal)) as Estimates).units;
}

/** All of one unit, for its detail. */
export async function loadUnitDetail(pcode: string, parameters: Query, signal: AbortSignal): Promise<UnitDetail> {
  return (await getJson(`api/units/${encodeURIComponent(pcode)}?${query(parameters)}`, signal)) as UnitDetail;
}

/** One incident by its key `source:id`; undefined if there is none of which more than the area is told. */
export async function loadIncident(key: string, parameters: Query, signal: AbortSignal): Promise<Incident | undefined> {
  try {
    const answer = (await getJson(`api/incidents/${encodeURIComponent(key)}?${query(parameters)}`, signal)) as OneIncident;
    return answer.incident as Incident; // one that has a key has an id
  } catch (failure) {
    if (failure instanceof RequestFailed && !failure.offline) {
      return undefined;
    }
    throw failure;
  }
}

/** People living near incidents, by P-code of the level; null where that is not told or not known. */
export async function loadExposed(parameters: Query, level: number, signal: AbortSignal): Promise<Exposed> {
  const address = `api/exposure?${query({ ...parameters, level: String(level) })}`;
  const { units } = (await getJson(address, signal)) as Exposure;
  return new Map(units.map((unit) => [unit.pcode, unit.exposed_5_km]));
}

/** Incidents shown whose last day lies in the week that begins on a Monday. */
export interface WeekCount {
  readonly start: string;
  readonly shown: number;
}

export async function loadWeeks(parameters: Query, signal: AbortSignal): Promise<WeekCount[]> {
  const { steps } = (await getJson(`api/timeline?${query({ ...parameters, by: 'week' })}`, signal)) as Timeline;
  return steps as WeekCount[];
}

/** A choice that the data offer. */
export interface Choice {
  readonly value: string;
  /** As it stands in a list with commas. */
  readonly written: string;
  readonly incidents: number;
}

/** What the filters leave of the incidents of the window. */
export interface FilterCounts {
  readonly total: number;
  readonly shown: number;
  /** How many incidents each alone hides. */
  readonly filters: readonly { readonly parameter: string; readonly hides: number }[];
  readonly sources: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly precisions: readonly Choice[];
}

export async function loadFilters(parameters: Query, signal: AbortSignal): Promise<FilterCounts> {
  return (await getJson(`api/filters?${query(parameters)}`, signal)) as FilterCounts;
}

/** A unit with the number of incidents known only to lie somewhere in it. */
export interface IncidentArea {
  readonly pcode: string;
  readonly name: string;
  readonly count: number;
  /** Where a sign for the whole unit may stand: longitude, latitude. */
  readonly at: readonly [number, number];
}

/** A part of the incidents shown, newest first; `cursor` is the `next` of the part before. */
export async function loadListed(parameters: Query, signal: AbortSignal): Promise<Incidents> {
  return (await getJson(`api/incidents?${query(parameters)}`, signal)) as Incidents;
}

/** The areas of incidents that have no place of their own, each with a point inside its unit. */
export async function loadAreas(parameters: Query, signal: AbortSignal): Promise<IncidentArea[]> {
  const areas = await getFeatures<{ pcode: string; incidents: number; level: number }>(
    `tiles/incident-areas/0/0/0.geojson?${query({ ...parameters, properties: 'pcode,incidents,level' })}`,
    signal,
  );
  const counts = new Map(areas.map(({ properties }) => [properties.pcode, properties]));
  const version = Object.fromEntries(Object.entries(parameters).filter(([name]) => name === 'v'));
  const levels = [...new Set(areas.map(({ properties }) => properties.level))];
  const labels = await Promise.all(
    levels.map((level) =>
      getFeatures<{ pcode: string; name: string; name_my: string | null }>(
        `tiles/adm${level}-labels/0/0/0.geojson?${query({ ...version, properties: 'pcode,name,name_my' })}`,
        signal,
      ),
    ),
  );
  return labels.flat().flatMap(({ properties, geometry }) => {
    const { pcode } = properties;
    const count = counts.get(pcode)?.incidents;
    return count === undefined ? [] : [{ pcode, name: nameOf(properties), count, at: geometry.coordinates as unknown as [number, number] }];
  });
}

interface TileFeature<T> {
  readonly properties: T;
  readonly geometry: { readonly coordinates: readonly number[] };
}

async function getFeatures<T>(address: string, signal: AbortSignal): Promise<TileFeature<T>[]> {
  return ((await getJson(address, signal)) as { features: TileFeature<T>[] }).features;
}

const memory = new Memory();

async function getJson(address: string, signal: AbortSignal): Promise<unknown> {
  const known = memory.find(address);
  if (known !== undefined) {
    return known;
  }
  let answer: Response;
  try {
    answer = await fetch(address, { signal });
  } catch (failure) {
    if (signal.aborted) {
      throw failure;
    }
    throw new RequestFailed('', true);
  }
  if (!answer.ok) {
    throw await failed(answer);
  }
  const content: unknown = await answer.json();
  memory.keep(address, content, answer.headers.get('Cache-Control'));
  return content;
}

async function failed(answer: Response): Promise<RequestFailed> {
  try {
    const { title, detail } = (await answer.json()) as Problem;
    return new RequestFailed(detail ?? title, false);
  } catch {
    return new RequestFailed(`HTTP ${answer.status}`, false);
  }
}
