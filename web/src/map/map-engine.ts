import type { IncidentArea } from '../api/client';
import type { Comparison, Unit } from '../api/types';
import { isOfProduct, type Position, type Product, type View } from '../state/view';
import { day, days } from '../text/format';
import { speakMore } from '../text/text';
import type { Exposed } from '../theme/measures';
import type { CreditPart } from './attribution';
import type { DayClasses } from './day-classes';
import type { Picked } from './pick';

/** Everything that the map draws but the counts of vague incidents. */
export interface Scene {
  readonly comparison: Comparison;
  readonly view: View;
  /** The units of the level that is shaded. */
  readonly units: readonly Unit[];
  readonly exposed: Exposed;
  /** What shades the units on every day; undefined until it has come, or where it does not. */
  readonly days?: DayClasses | undefined;
}

export interface MapListener {
  picked(picked: Picked): void;
  /** The reader moved the map. */
  moved(position: Position): void;
  /** The pointer is here: longitude, latitude; undefined: it left the map. */
  pointed(at: readonly [number, number] | undefined): void;
  /** A tile or another part could not be loaded. */
  failed(): void;
  /** Everything is drawn that was asked for. */
  drawn(): void;
  /** The operator's background map is there, with whom it names; or it could not be loaded, and ours is shown. */
  background(credit: readonly CreditPart[] | 'failed'): void;
}

/** What the page asks of a map, whichever library draws it. */
export interface MapEngine<LibraryMap = unknown> {
  /** The library's own map; browser tests read what is drawn through it. */
  readonly map: LibraryMap;
  show(scene: Scene): void;
  /** Incidents known only to lie somewhere in a unit: a disc with their number, never a point each. */
  showAreas(areas: readonly IncidentArea[]): void;
  /** Looks where another map looks. */
  look(position: Position): void;
  /** Shows where the pointer is on another map. */
  point(at: readonly [number, number] | undefined): void;
  /** Asks again for everything that may have failed. */
  retry(): void;
  /** What is shown, with its scale, for paper. */
  picture(): HTMLCanvasElement;
}

/** Longitudes and latitudes of the whole country. */
export const MYANMAR: readonly [number, number, number, number] = [92.1, 9.6, 101.2, 28.6];
/** Marks are small: a tap a little beside one still means it. */
export const REACH_PIXELS = 8;
/** A click on discs that were joined goes so much closer. */
export const CLOSER_ZOOMS = 1.5;
/** Deepest zoom at which the server counts incidents by cell; from the next on they are drawn one by one. */
export const COUNTED = 7;
/** Deepest zoom of our tiles; a map stretches them beyond. */
export const DEEPEST = 10;
export const DEEPEST_SHOWN = 13;
/** Where the page is one column, one finger and the wheel scroll the page, not the map. */
export const ONE_COLUMN = '(max-width: 899px)';

/**
 * Opens the map that this browser can draw; its library is fetched now, with the words that it says.
 *
 * @param cooperative whether one finger, or the wheel alone, always moves the page around the map
 */
export async function openEngine(
  container: HTMLElement,
  scene: Scene,
  listener: MapListener,
  cooperative = false,
): Promise<MapEngine> {
  if (hasWebGl()) {
    const [{ Engine }] = await Promise.all([import('./engine'), speakMore()]);
    return new Engine(container, scene, listener, cooperative);
  }
  const [{ PlainEngine }] = await Promise.all([import('./plain-engine'), speakMore()]);
  return new PlainEngine(container, scene, listener, cooperative);
}

/** The day of what shades the units, or first and last day of the incidents that do. */
export function daysOf(scene: Scene): string {
  const { comparison, view, days: known } = scene;
  const { asOf } = shadedOf(scene);
  if (isOfProduct(view.measure) || view.measure === 'un') {
    return day(asOf);
  }
  const { from, to } = known?.on(view, comparison) === undefined ? comparison : { from: view.from, to: view.to ?? asOf };
  return days(from, to);
}

/** What the shades are of: the view, where its classes have come, or else what the server answered last. */
export function shadedOf({ comparison, view, days }: Scene): Pick<View, 'product' | 'asOf'> {
  const { product, as_of: asOf } = comparison;
  return days?.on(view, comparison) === undefined ? { product: product as Product, asOf } : view;
}

/** MapLibre needs WebGL 2; asking first spares those without it the download. */
function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
