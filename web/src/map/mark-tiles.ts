import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl';
import { incidentParameters } from '../state/requests';
import type { View } from '../state/view';
import { tiles } from './source-urls';

/** The map's sources of incidents that are shown, with the addresses of their tiles. */
export function markSources(view: View): Record<'clusters' | 'incidents' | 'area-shapes', string> {
  const shown = incidentParameters(view);
  return {
    clusters: tiles('incident-clusters', shown),
    incidents: tiles('incidents', shown),
    'area-shapes': tiles('incident-areas', { ...shown, properties: 'pcode,level' }),
  };
}

/**
 * Has the tiles of the incidents follow the view. What is drawn stays until the new tiles are there, and they are
 * asked for at once: `setTiles` would first have the map drawn twice, which on a device without a graphics card
 * takes longer than the answer. Of several views the last wins: a source asks for other tiles only when those that
 * it has asked for are there, since two answers for one place might overtake each other.
 */
export class MarkTiles {
  readonly #map: Pick<MapLibreMap, 'on' | 'getSource' | 'isSourceLoaded' | 'refreshTiles'>;
  #wanted: Readonly<Record<string, string>> = {};

  /**
   * @param arrived told of each tile, before it is drawn
   */
  constructor(map: Pick<MapLibreMap, 'on' | 'getSource' | 'isSourceLoaded' | 'refreshTiles'>, arrived: () => void) {
    this.#map = map;
    map.on('sourcedata', ({ sourceId, tile }) => {
      if (sourceId in this.#wanted) {
        this.#follow(sourceId);
        if (tile !== undefined) {
          arrived();
        }
      }
    });
  }

  show(view: View): void {
    this.#wanted = markSources(view);
    this.follow();
  }

  /** Asks for what could not be asked for before; whether there is such. A tile that failed tells of no data: call when idle. */
  follow(): boolean {
    return Object.keys(this.#wanted).map((id) => this.#follow(id)).includes(true);
  }

  /** Whether all tiles are there that are wanted. */
  get arrived(): boolean {
    return Object.entries(this.#wanted).every(
      ([id, address]) => addressOf(this.#map.getSource<VectorTileSource>(id)) === address && this.#map.isSourceLoaded(id),
    );
  }

  #follow(id: string): boolean {
    const source = this.#map.getSource<VectorTileSource>(id);
    const address = this.#wanted[id] as string;
    if (source === undefined || addressOf(source) === address) {
      return false;
    }
    if (!source.loaded()) {
      source.setTiles([address]); // it has not asked for any yet
    } else if (this.#map.isSourceLoaded(id)) {
      source.tiles = [address];
      this.#map.refreshTiles(id);
    }
    return true;
  }
}

/** The address of a source's tiles; a source of a style that was just loaded has none yet. */
function addressOf(source: VectorTileSource | undefined): string | undefined {
  return (source?.tiles as string[] | undefined)?.[0];
}
