import type { ErrorEvent, Map as MapLibreMap } from 'maplibre-gl';
import { BASEMAP, type Basemap } from './basemap';
import { LOWEST_LAYER, ORIENTATION_LAYERS, SHADE_OPACITY_ABOVE_OTHERS, UNIT_LAYER } from './style';

/**
 * A foreign style below our layers. It is laid on a style of ours that is loaded, again after each change of
 * that, and taken off whole if MapLibre finds fault with it or a source of it fails before any tile has come.
 * Our sea and land stay below it, and show where it has nothing.
 */
export class BasemapLayers {
  readonly #map: MapLibreMap;
  readonly #failed: (why: string) => void;
  #basemap: Basemap | undefined;
  /** What MapLibre finds wrong while the layers are being laid. */
  #faults: string[] | undefined;
  /** Those of its sources of which any tile has come. */
  readonly #arrived = new Set<string>();

  /**
   * @param failed is told why it had to be taken off
   */
  constructor(map: MapLibreMap, failed: (why: string) => void) {
    this.#map = map;
    this.#failed = failed;
    map.on('data', (event) => {
      const { sourceId, tile } = event as { sourceId?: string; tile?: unknown };
      if (sourceId?.startsWith(BASEMAP) === true && tile !== undefined) {
        this.#arrived.add(sourceId);
      }
    });
  }

  get isShown(): boolean {
    return this.#basemap !== undefined;
  }

  /**
   * @param now whether our style is loaded; else it is laid when that is
   */
  show(basemap: Basemap, now: boolean): void {
    this.#basemap = basemap;
    this.#arrived.clear();
    if (now) {
      this.lay();
    }
  }

  /** Lays it on our style, which has just been loaded. */
  lay(): void {
    if (this.#basemap === undefined) {
      return;
    }
    const { sources, layers, sprites, glyphs } = this.#basemap;
    this.#faults = [];
    try {
      sprites.forEach(({ id, url }) => this.#map.addSprite(id, url));
      if (glyphs !== undefined) {
        this.#map.setGlyphs(glyphs); // our own letters come from our fonts all the same, which the style names as files
      }
      sources.forEach((source, id) => this.#map.addSource(id, source));
      layers.forEach((layer) => this.#map.addLayer(layer, LOWEST_LAYER));
    } catch (failure) {
      this.#faults.push(failure instanceof Error ? failure.message : String(failure));
    }
    const [fault] = this.#faults;
    this.#faults = undefined;
    if (fault === undefined) {
      this.#adapt(true);
    } else {
      this.#takeOff(fault);
    }
  }

  /** Whether an error of the map was one of this style, and is dealt with. */
  takes({ error, ...event }: ErrorEvent): boolean {
    if (this.#faults !== undefined) {
      this.#faults.push(error.message);
      return true;
    }
    const { sourceId } = event as { sourceId?: string };
    if (sourceId?.startsWith(BASEMAP) !== true) {
      return false;
    }
    if (this.#basemap === undefined) {
      return true; // a late answer to what is gone
    }
    if (this.#arrived.has(sourceId)) {
      return false; // a part is missing, as may be of our own
    }
    this.#takeOff(error.message);
    return true;
  }

  #takeOff(why: string): void {
    this.#remove();
    this.#basemap = undefined;
    this.#adapt(false);
    this.#failed(why);
  }

  #remove(): void {
    const { sources, layers, sprites } = this.#basemap as Basemap;
    layers.filter(({ id }) => this.#map.getLayer(id)).forEach(({ id }) => this.#map.removeLayer(id));
    [...sources.keys()].filter((id) => this.#map.getSource(id)).forEach((id) => this.#map.removeSource(id));
    const there = new Set(this.#map.getSprite().map(({ id }) => id));
    sprites.filter(({ id }) => there.has(id)).forEach(({ id }) => this.#map.removeSprite(id));
    if (this.#map.getGlyphs() !== null) {
      this.#map.setGlyphs(null);
    }
  }

  /** What of ours is different above another background. */
  #adapt(above: boolean): void {
    this.#map.setPaintProperty(UNIT_LAYER, 'fill-opacity', above ? SHADE_OPACITY_ABOVE_OTHERS : 1);
    for (const layer of ORIENTATION_LAYERS) {
      this.#map.setLayoutProperty(layer, 'visibility', above ? 'none' : 'visible');
    }
  }
}
