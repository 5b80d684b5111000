import { speakMore } from './text/text';

/**
 * What of the page comes when.
 *
 * At once (main.ts): the date, the frame of the map, and what joins the parts. Headline, legend and table
 * stand in the page as the server wrote them, right until something is chosen. When the page has been
 * drawn: the map (map/planner-map.ts). After that, or as soon as the reader touches the page or presses a
 * key: the parts below, each with its own style. What is told to an element before its part is there, it
 * finds when it comes.
 */
const PARTS = {
  'dm-compare': () => import('./compare/compare'),
  'dm-controls': () => import('./controls/controls'),
  'dm-detail': () => import('./detail/detail'),
  'dm-figures': () => import('./figures/figures'),
  'dm-filters': () => import('./controls/filters'),
  'dm-incidents': () => import('./incidents/incidents'),
  'dm-legend': () => import('./map/legend'),
  'dm-share': () => import('./share/share'),
  'dm-table': () => import('./table/table'),
  'dm-window': () => import('./timeline/window'),
} as const;

export type LaterPart = keyof typeof PARTS;

/** Those that show what the server wrote: needed as soon as it is not that any more. */
const WRITTEN: readonly LaterPart[] = ['dm-figures', 'dm-legend', 'dm-table'];
/** Those with a place in the page that is empty, or does nothing, until they come. */
const STANDING: readonly LaterPart[] = ['dm-controls', 'dm-filters', 'dm-window', 'dm-table', 'dm-incidents'];

/** Fetches a part, once, with the words that only such parts say. Fails if it does not arrive. */
export async function bring(name: LaterPart): Promise<void> {
  await speakMore();
  await PARTS[name]();
}

/** Fetches what shows other figures than the server wrote. */
export async function bringFigures(): Promise<void> {
  await Promise.all(WRITTEN.map(bring));
}

/** Fetches the rest once the map is drawn, or with the reader's first act; where no map comes, what is in view. */
export function bringLater(map: HTMLElement): void {
  for (const name of ['pointerdown', 'keydown'] as const) {
    addEventListener(name, bringAll, { once: true, capture: true });
  }
  map.addEventListener('drawn', () => whenIdle(bringAll), { once: true });
  map.addEventListener('absent', () => whenIdle(() => bringWhenSeen(STANDING)), { once: true });
  bringWhenSeen(['dm-controls']); // beside the map there is nothing in their place
  whenSeen('#series', (place) => void showOverTime(place));
}

function bringAll(): void {
  (Object.keys(PARTS) as LaterPart[]).forEach(tryToBring);
}

async function showOverTime(place: HTMLElement): Promise<void> {
  try {
    const overTime = await import('./figures/over-time');
    await overTime.showOverTime(place);
  } catch (failure) {
    console.info('The chart over time did not come; its link stays.', failure);
  }
}

/** What fails to come now is fetched again when it is needed, which says so. */
function tryToBring(name: LaterPart): void {
  bring(name).catch((failure: unknown) => console.info(`${name} did not come ahead.`, failure));
}

function bringWhenSeen(names: readonly LaterPart[]): void {
  whenSeen(names.join(), ({ localName }) => tryToBring(localName as LaterPart));
}

function whenSeen(selector: string, act: (element: HTMLElement) => void): void {
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        seen.unobserve(target);
        act(target as HTMLElement);
      }
    }
  });
  document.querySelectorAll(selector).forEach((element) => seen.observe(element));
}

/** Runs a task when the page has nothing better to do. */
function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(task, { timeout: 2000 });
  } else {
    setTimeout(task, 200);
  }
}
