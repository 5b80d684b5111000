import type { FeatureCollection } from 'geojson';
import {
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
  type ExpressionSpecification,
  type GeoJSONSource,
  type MapMouseEvent,
  type PointLike,
  type RequestParameters,
  type StyleSpecification,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import './engine.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { IncidentArea } from '../api/client';
import { describe } from '../detail/describe';
import type { Position } from '../state/view';
import { text } from '../text/text';
import { colours, DARK } from '../theme/colours';
import { creditParts } from './attribution';
import { fetchBasemap } from './basemap';
import { BasemapLayers } from './basemap-layers';
import { basemapSetting } from './basemap-setting';
import { GROUP_LAYERS, visible } from './group-layers';
import { groupLabels } from './groups';
import { unitLabel } from './labels';
import {
  CLOSER_ZOOMS,
  DEEPEST_SHOWN,
  MYANMAR,
  ONE_COLUMN,
  REACH_PIXELS,
  type MapEngine,
  type MapListener,
  type Scene,
} from './map-engine';
import { hoverBox, pointerMark, room, titleOf } from './over-map';
import { disc, hatch, PIXEL_RATIO, translucent } from './patterns';
import { pick, type Picked } from './pick';
import { pictureOf } from './print';
import { incidentParameters, isSame } from '../state/requests';
import { Hold } from './hold';
import { MarkTiles } from './mark-tiles';
import { AREA_LAYER, CLUSTER_LAYER, mapStyle, MARK_LAYERS, RING_LAYERS, ringRadius, SELECTED_LAYERS, selectedVisible, shade, UNIT_LAYER } from './style';
import { paintOf } from './unit-paint';

setWorkerUrl(workerUrl);

/** Beyond these the shipped neighbours end. */
const WORLD_SHOWN: [number, number, number, number] = [80, 2, 113, 33];
const OWN_ORIGIN = new URL(document.baseURI).origin; // in a sandbox `location.origin` is "null"
const SCALE_PIXELS = 90;
const COUNTRY = [...MYANMAR] as [number, number, number, number];

/** The MapLibre map: draws what it is told and reports what is pointed at. Loaded after the first view. */
export class Engine implements MapEngine<MapLibreMap> {
  readonly map: MapLibreMap;
  readonly #listener: MapListener;
  readonly #popup = new Popup({ closeButton: false, closeOnClick: false, maxWidth: '260px' });
  #scene: Scene;
  #areas: readonly IncidentArea[] = [];
  readonly #pointer = new Marker({ element: pointerMark() });
  readonly #marks: MarkTiles;
  readonly #hold: Hold;
  /** Whether signs of vague incidents are on their way. */
  #areasDue = false;
  readonly #background = basemapSetting();
  readonly #basemap: BasemapLayers;
  #dressed = false;
  #groupLabels: FeatureCollection | undefined;
  #movedByReader = false;

  /**
   * Throws where the browser has no WebGL 2.
   *
   * @param cooperative whether one finger, or the wheel alone, always moves the page around the map
   */
  constructor(container: HTMLElement, scene: Scene, listener: MapListener, cooperative = false) {
    this.#scene = scene;
    this.#listener = listener;
    this.#movedByReader = scene.view.at !== undefined;
    const oneColumn = matchMedia(ONE_COLUMN);
    this.map = new MapLibreMap({
      container,
      style: styleOf(scene),
      ...(scene.view.at === undefined
        ? { bounds: COUNTRY, fitBoundsOptions: { padding: room(container) } }
        : { center: [scene.view.at.lon, scene.view.at.lat], zoom: scene.view.at.zoom }),
      maxBounds: WORLD_SHOWN,
      maxZoom: DEEPEST_SHOWN,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      // The page's figures do not change by themselves either. Without it MapLibre would have the browser load foreign
      // pictures, which the page's policy allows it to fetch only, and would not know that a tile is simply not there.
      refreshExpiredTiles: this.#background !== undefined,
      attributionControl: false,
      // Nobody else learns which page shows the map; the worker that fetches tiles does not know its policy.
      ...(this.#background === undefined ? {} : { transformRequest: discreet }),
      cooperativeGestures: cooperative || oneColumn.matches,
      locale: {
        'Map.Title': titleOf(scene),
        'NavigationControl.ZoomIn': text('map.zoom-in'),
        'NavigationControl.ZoomOut': text('map.zoom-out'),
        'ScaleControl.Kilometers': text('map.kilometres'),
        'ScaleControl.Meters': text('map.metres'),
        'CooperativeGesturesHandler.MobileHelpText': text('map.two-fingers'),
        'CooperativeGesturesHandler.WindowsHelpText': text('map.ctrl-wheel'),
        'CooperativeGesturesHandler.MacHelpText': text('map.cmd-wheel'),
      },
    });
    this.#hold = new Hold(this.map);
    this.#marks = new MarkTiles(this.map, () => this.#ring());
    this.#basemap = new BasemapLayers(this.map, (why) => this.#withoutBasemap(why));
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    this.map.addControl(new ScaleControl({ maxWidth: SCALE_PIXELS }), 'bottom-right');
    oneColumn.addEventListener('change', () => {
      this.map.cooperativeGestures[cooperative || oneColumn.matches ? 'enable' : 'disable']();
    });
    matchMedia(DARK).addEventListener('change', () => this.#restyle());
    this.map.on('style.load', () => this.#dress());
    this.#listen();
    void this.#openBasemap();
  }

  show(scene: Scene): void {
    const before = this.#scene;
    const { comparison, view } = scene;
    const marksChanged = !isSame(incidentParameters(before.view), incidentParameters(view));
    this.#scene = scene;
    this.map.getCanvas().setAttribute('aria-label', titleOf(scene));
    if (!this.#dressed) {
      return;
    }
    if (before.view.level !== view.level || before.view.version !== view.version) {
      this.#restyle(); // other units: other tiles
      return;
    }
    // Without a graphics card every frame counts: what is shown already is not set again.
    const changed = [
      this.#paint(),
      this.#setPaint(UNIT_LAYER, 'fill-color', shade(colours(), view.measure)),
      ...SELECTED_LAYERS.map((id) => this.#setLayout(id, 'visibility', selectedVisible(view.selected))),
      this.#setLayout('unit-names', 'text-field', unitLabel(comparison.units, colours())),
      ...GROUP_LAYERS.map((id) => this.#setLayout(id, 'visibility', visible(view.groups))),
      this.#labelGroups(),
      marksChanged,
    ];
    if (marksChanged) {
      this.#popup.remove();
      this.#marks.show(view);
      this.#areasDue = true;
    }
    if (changed.includes(true)) {
      this.#busy();
      this.#hold.end();
    }
    if (marksChanged) {
      this.#hold.begin(); // but for the shades, whose frame is asked for already
    }
  }

  /** Has the incidents drawn once all of them are there. */
  #release(): void {
    if (this.#dressed && !this.#areasDue && this.#marks.arrived && this.map.isSourceLoaded('areas')) {
      this.#hold.end();
    }
  }

  /** What stands at the groups of the UN, while they are shown. */
  #labelGroups(): boolean {
    const labels = groupLabels(this.#scene.comparison);
    const changed = this.#scene.view.groups && JSON.stringify(labels) !== JSON.stringify(this.#groupLabels);
    if (changed) {
      this.#groupLabels = labels;
      void this.map.getSource<GeoJSONSource>('un-group-names')?.setData(labels);
    }
    return changed;
  }

  /** Rings are as large as suits the incidents that are shown: they change with them. */
  #ring(): void {
    RING_LAYERS.forEach((id) => this.#setPaint(id, 'circle-radius', ringRadius(this.#scene.view.air)));
  }

  #setPaint(layer: string, property: 'fill-color' | 'circle-radius', value: ExpressionSpecification): boolean {
    const changed = !isSame(value, this.map.getPaintProperty(layer, property));
    if (changed) {
      this.map.setPaintProperty(layer, property, value);
    }
    return changed;
  }

  #setLayout(layer: string, property: 'visibility' | 'text-field', value: ExpressionSpecification | string): boolean {
    const changed = !isSame(value, this.map.getLayoutProperty(layer, property));
    if (changed) {
      this.map.setLayoutProperty(layer, property, value);
    }
    return changed;
  }

  /** Incidents known only to lie somewhere in a unit: a disc with their number, never a point each. */
  showAreas(areas: readonly IncidentArea[]): void {
    const changed = !isSame(areas, this.#areas);
    this.#areas = areas;
    this.#areasDue = false;
    if (this.#dressed && changed) {
      this.#placeAreas();
      this.#busy();
    }
    this.#release();
  }

  /** Looks where another map looks. */
  look({ zoom, lat, lon }: Position): void {
    this.#movedByReader = true;
    this.map.jumpTo({ center: [lon, lat], zoom });
  }

  /** Shows where the pointer is on another map. */
  point(at: readonly [number, number] | undefined): void {
    if (at === undefined) {
      this.#pointer.remove();
    } else {
      this.#pointer.setLngLat([at[0], at[1]]).addTo(this.map);
    }
  }

  picture(): HTMLCanvasElement {
    this.map.redraw();
    return pictureOf(this.map.getContainer());
  }

  #position(): Position {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  /** MapLibre 6.17 never asks again for a tile that failed: its sources are made anew. */
  retry(): void {
    this.#restyle();
    if (!this.#basemap.isShown) {
      void this.#openBasemap();
    }
  }

  /** Our own background stays until the operator's is there, and if it never comes. */
  async #openBasemap(): Promise<void> {
    if (this.#background === undefined) {
      return;
    }
    try {
      const basemap = await fetchBasemap(this.#background);
      this.#basemap.show(basemap, this.#dressed);
      if (this.#dressed) {
        this.#busy();
      }
      if (this.#basemap.isShown) {
        this.#listener.background(basemap.attributions.flatMap(creditParts));
      }
    } catch (failure) {
      this.#withoutBasemap(failure instanceof Error ? failure.message : String(failure));
    }
  }

  #withoutBasemap(why: string): void {
    console.warn(`The background map ${this.#background?.style ?? ''} is not shown: ${why}.`);
    this.#listener.background('failed');
  }

  /** Whether a unit is painted otherwise than before. */
  #paint(): boolean {
    const units = { source: 'units', sourceLayer: `adm${this.#scene.view.level}` };
    const changed = [...paintOf(this.#scene)].filter(([id, paint]) => !isSame(paint, this.map.getFeatureState({ ...units, id })));
    changed.forEach(([id, paint]) => this.map.setFeatureState({ ...units, id }, paint));
    return changed.length > 0;
  }

  /** Puts on a style that has just loaded what is not part of it. */
  #dress(): void {
    this.#dressed = true;
    const { text: ink, background } = colours();
    this.map.addImage('hatch', hatch(translucent(ink, 0.5), translucent(background, 0.55)), { pixelRatio: PIXEL_RATIO });
    this.map.addImage('area-hatch', hatch(translucent(ink, 0.4), translucent(background, 0.3), 6, true), {
      pixelRatio: PIXEL_RATIO,
    });
    this.map.addImage('disc', disc(ink, background), { pixelRatio: PIXEL_RATIO });
    this.show(this.#scene);
    this.#placeAreas();
    this.#basemap.lay();
  }

  #placeAreas(): void {
    void this.map.getSource<GeoJSONSource>('areas')?.setData({
      type: 'FeatureCollection',
      features: this.#areas.map(({ pcode, name, count, at }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...at] },
        properties: { pcode, name, count },
      })),
    });
  }

  #restyle(): void {
    this.#groupLabels = undefined;
    this.#dressed = false;
    this.#busy();
    this.map.setStyle(styleOf(this.#scene), { diff: false });
  }

  #listen(): void {
    this.map.on('idle', () => {
      if (this.#marks.follow()) {
        this.map.triggerRepaint();
        return;
      }
      document.documentElement.dataset['mapIdle'] = '1';
      this.#listener.drawn();
    });
    this.map.on('sourcedata', () => this.#release());
    // Until the reader moves the map, it shows the whole country in whatever box it gets.
    this.map.on('movestart', ({ originalEvent }) => {
      this.#hold.end();
      this.#movedByReader ||= originalEvent !== undefined;
    });
    this.map.on('move', ({ originalEvent }) => {
      if (originalEvent !== undefined) {
        this.#listener.moved(this.#position());
      }
    });
    this.map.on('zoomend', ({ originalEvent }) => {
      if (originalEvent !== undefined || this.#movedByReader) {
        this.#listener.moved(this.#position());
      }
    });
    this.map.on('resize', () => {
      if (!this.#movedByReader) {
        this.map.fitBounds(COUNTRY, { padding: room(this.map.getContainer()), animate: false });
      }
    });
    this.map.on('error', (event) => {
      // Between two styles it is a late word of a tile of the old one, which is asked for anew.
      if (this.#dressed && !this.#basemap.takes(event)) {
        this.#listener.failed();
      }
      this.map.triggerRepaint(); // what failed brings no frame, after which the map would be idle
    });
    this.map.on('click', (event) => {
      const picked = this.#at(event);
      this.#popup.remove();
      if (picked?.kind === 'areas' || picked?.kind === 'cluster') {
        this.map.jumpTo({ center: event.lngLat, zoom: this.map.getZoom() + CLOSER_ZOOMS });
      } else if (picked !== undefined) {
        this.#listener.picked(picked);
      }
    });
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) {
      this.map.on('mousemove', (event) => this.#hover(event));
      this.map.on('mousemove', ({ lngLat }) => this.#listener.pointed([lngLat.lng, lngLat.lat]));
      this.map.on('mouseout', () => {
        this.#popup.remove();
        this.#listener.pointed(undefined);
      });
    }
  }

  #hover(event: MapMouseEvent): void {
    const picked = this.#at(event);
    this.map.getCanvas().classList.toggle('over-something', picked !== undefined);
    if (picked === undefined) {
      this.#popup.remove();
      return;
    }
    this.#popup.setLngLat(event.lngLat).setDOMContent(hoverBox(describe(picked, this.#scene.units))).addTo(this.map);
  }

  #at({ point }: MapMouseEvent): Picked | undefined {
    const reach: [PointLike, PointLike] = [
      [point.x - REACH_PIXELS, point.y - REACH_PIXELS],
      [point.x + REACH_PIXELS, point.y + REACH_PIXELS],
    ];
    return pick(
      this.map.queryRenderedFeatures(reach, { layers: MARK_LAYERS }),
      this.map.queryRenderedFeatures(point, { layers: [CLUSTER_LAYER] }),
      this.map.queryRenderedFeatures(point, { layers: [AREA_LAYER] }),
      this.map.queryRenderedFeatures(point, { layers: [UNIT_LAYER] }),
    );
  }

  /** Tests and print wait for the map to be idle again after each change: that comes with the frame of the last tile. */
  #busy(): void {
    delete document.documentElement.dataset['mapIdle'];
    if (this.map.areTilesLoaded()) {
      this.map.triggerRepaint();
    }
  }
}

function discreet(url: string): RequestParameters {
  return new URL(url, document.baseURI).origin === OWN_ORIGIN ? { url } : { url, referrerPolicy: 'no-referrer' };
}

function styleOf({ view, comparison }: Scene): StyleSpecification {
  return mapStyle(colours(), view, comparison.units, groupLabels(comparison));
}
