/**
 * Tells the page around the frame how high it would like to be. `host.ts`, which that page may load,
 * sets the height; where nobody listens the frame keeps the one it has.
 */

/** What is posted; `host.ts` knows the same words. */
export const HEIGHT_MESSAGE = 'displacement-mapper:height';
export const HEIGHT_WANTED = 'displacement-mapper:height-wanted';

/** Map and legend: beneath it the country does not fit. */
const LEAST_MAP = 400;
const MOST_MAP = 560;
const SETTLED_MILLIS = 50;
/** Heights are whole pixels of fractional boxes: so much less or more is no change. */
const ROUNDING_PIXELS = 1;

/** Height of a map of this width that shows the tall country well. */
export function mapHeight(width: number): number {
  return Math.round(Math.min(MOST_MAP, Math.max(LEAST_MAP, width * 1.1)));
}

/**
 * Posts the height now, when asked and after each change. The map takes what room the frame has, so
 * its present height does not count: else frame and content would chase each other.
 */
export function postHeight(map: HTMLElement): void {
  if (window.parent === window) {
    return;
  }
  let last = 0;
  const given = window.innerHeight;
  // A frame that somebody makes higher needs no layout for low ones, which would change what it asks for.
  window.addEventListener('resize', () => {
    if (last > 0 && window.innerHeight !== given) {
      document.documentElement.toggleAttribute('data-grown', true);
    }
  });
  const post = (): void => {
    const content = document.documentElement.scrollHeight - map.clientHeight + mapHeight(map.clientWidth);
    if (Math.abs(content - last) > ROUNDING_PIXELS) {
      last = content;
      window.parent.postMessage({ type: HEIGHT_MESSAGE, height: content }, '*');
    }
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(post, SETTLED_MILLIS);
  };
  const watch = new ResizeObserver(soon);
  document.querySelectorAll('body > *, main > *').forEach((element) => watch.observe(element));
  window.addEventListener('message', ({ source, data }) => {
    if (source === window.parent && (data as { type?: unknown } | null)?.type === HEIGHT_WANTED) {
      last = 0;
      soon();
    }
  });
}
