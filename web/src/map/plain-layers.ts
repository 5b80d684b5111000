import type { FeatureCollection } from 'geojson';
import Feature from 'ol/Feature';
import GeoJSON from 'ol/format/GeoJSON';
import type Point from 'ol/geom/Point';
import VectorLayer from 'ol/layer/Vector';
import VectorTileLayer from 'ol/layer/VectorTile';
import Cluster from 'ol/source/Cluster';
import VectorSource from 'ol/source/Vector';
import VectorTileSource from 'ol/source/VectorTile';
import { incidentParameters, versionParameters } from '../state/requests';
import type { View } from '../state/view';
import { ROOMY_ZOOM } from './labels';
import { COUNTED, DEEPEST } from './map-engine';
import { orientation } from './orientation';
import { ZOOM_SHIFT, type LayerId } from './plain-style';
import { tiles } from './source-urls';

/** Sources and layers of the plain map: our GeoJSON tiles. */

const TILE_PIXELS = 512;
/** Discs nearer than this become one with the sum. */
const CLUSTER_PIXELS = 24;
/** Nearer than this the areas themselves and the names of places have room; MapLibre's zoom. */
const CLOSE = 6.5;
const ORIENTATION_ENDS = 7;

export type TiledId = 'neighbours' | 'units' | 'un-groups' | 'area-shapes' | 'unit-labels' | 'places' | 'incidents' | 'clusters';
export type Sources = Readonly<Record<TiledId, VectorTileSource>>;
export type PlainLayer = VectorTileLayer | VectorLayer;

/** Where each source's tiles are for a view. */
export function addresses(view: View): Record<TiledId, string> {
  const shown = incidentParameters(view);
  const version = versionParameters(view);
  return {
    neighbours: tiles('neighbours', version, 'geojson'),
    units: tiles(`adm${view.level}`, { properties: 'pcode', ...version }, 'geojson'),
    'un-groups': tiles('un-groups', { properties: 'code', ...version }, 'geojson'),
    'area-shapes': tiles('incident-areas', { ...shown, properties: 'pcode,level' }, 'geojson'),
    'unit-labels': tiles('adm1-labels', { properties: 'pcode,name,name_my', ...version }, 'geojson'),
    places: tiles('places', version, 'geojson'),
    incidents: tiles('incidents', shown, 'geojson'),
    clusters: tiles('incident-clusters', shown, 'geojson'),
  };
}

export function tiledSources(view: View): Sources {
  const made = Object.entries(addresses(view)).map(([id, url]) => [
    id,
    new VectorTileSource({
      format: new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' }),
      tileSize: TILE_PIXELS,
      maxZoom: id === 'clusters' ? COUNTED : DEEPEST,
      url,
    }),
  ]);
  return Object.fromEntries(made) as Sources;
}

/** From bottom to top: land, units, areas, incidents, names. */
export function layers(
  sources: Sources,
  areas: VectorSource<Feature<Point>>,
  groupNames: VectorSource,
): Map<LayerId, PlainLayer> {
  const made = new Map<LayerId, PlainLayer>();
  const tiled = (id: LayerId, source: TiledId, options: { minZoom?: number; maxZoom?: number; declutter?: boolean } = {}): void => {
    made.set(id, new VectorTileLayer({ source: sources[source], properties: { id }, ...options }));
  };
  tiled('neighbours', 'neighbours');
  tiled('units', 'units');
  tiled('un-groups', 'un-groups');
  tiled('area-shapes', 'area-shapes', { minZoom: CLOSE + ZOOM_SHIFT });
  tiled('places', 'places', { minZoom: CLOSE + ZOOM_SHIFT, declutter: true });
  made.set('areas', new VectorLayer({ source: summed(areas), properties: { id: 'areas' } }));
  tiled('clusters', 'clusters', { maxZoom: COUNTED + 1 + ZOOM_SHIFT });
  tiled('incidents', 'incidents', { minZoom: COUNTED + 1 + ZOOM_SHIFT });
  made.set(
    'orientation',
    new VectorLayer({
      source: new VectorSource({ features: featuresOf(orientation()) }),
      properties: { id: 'orientation' },
      maxZoom: ORIENTATION_ENDS + ZOOM_SHIFT,
    }),
  );
  tiled('unit-names', 'unit-labels', { minZoom: ROOMY_ZOOM + ZOOM_SHIFT });
  tiled('unit-names-small', 'unit-labels', { maxZoom: ROOMY_ZOOM + ZOOM_SHIFT, declutter: true });
  made.set('un-group-names', new VectorLayer({ source: groupNames, properties: { id: 'un-group-names' } }));
  return made;
}

/** Made of our own few points in degrees. */
export function featuresOf(collection: FeatureCollection): Feature[] {
  return new GeoJSON({ featureProjection: 'EPSG:3857' }).readFeatures(collection);
}

/** Discs that would lie on one another become one with the sum; a vague incident never meets a precise one. */
function summed(source: VectorSource<Feature<Point>>): Cluster<Feature<Point>> {
  return new Cluster({
    source,
    distance: CLUSTER_PIXELS,
    createCluster: (point, features) => {
      const [only] = features;
      const count = features.reduce((sum, feature) => sum + Number(feature.get('count')), 0);
      return features.length === 1 && only !== undefined
        ? new Feature({ ...only.getProperties(), geometry: point })
        : new Feature({ geometry: point, cluster: true, count });
    },
  });
}
