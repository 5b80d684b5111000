import type { Map as MapLibreMap } from 'maplibre-gl';

/** What has not come by then is drawn when it comes. */
const MOST_MILLIS = 80;

/**
 * Holds a map's frames back for a moment: tiles and signs of other incidents come one by one, and a device without a
 * graphics card takes longer to draw each of them than all at once.
 */
export class Hold {
  readonly #draw: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = false;

  constructor(map: Pick<MapLibreMap, 'triggerRepaint'>) {
    this.#draw = map.triggerRepaint.bind(map);
    map.triggerRepaint = () => {
      if (this.#timer === undefined) {
        this.#draw();
      } else {
        this.#asked = true;
      }
    };
  }

  /** From now on no frame is begun; one that is asked for already comes. */
  begin(): void {
    this.end();
    this.#timer = setTimeout(() => this.end(), MOST_MILLIS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#asked) {
      this.#asked = false;
      this.#draw();
    }
  }
}
