import {
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  Popup,
  setWorkerUrl,
  type GeoJSONSource,
  type MapMouseEvent,
  type PointLike,
  type VectorTileSource,
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { IncidentArea } from '../api/client';
import type { Comparison, Unit } from '../api/types';
import type { Position, View } from '../state/view';
import { text } from '../text/text';
import { colours, DARK } from '../theme/colours';
import { classIn, valueOf, type Exposed } from '../theme/measures';
import { unitLabel } from './labels';
import { disc, hatch, PIXEL_RATIO } from './patterns';
import { pick, type Picked } from './pick';
import { incidentParameters, isSame } from '../state/requests';
import { tiles } from './source-urls';
import { AREA_LAYER, mapStyle, MARK_LAYERS, RING_LAYERS, ringRadius, shade, UNIT_LAYER } from './style';

setWorkerUrl(workerUrl);

const MYANMAR: [number, number, number, number] = [92.1, 9.6, 101.2, 28.6];
/** Beyond these the shipped neighbours end. */
const WORLD_SHOWN: [number, number, number, number] = [84, 4, 109, 31];
/** Marks are small: a tap a little beside one still means it. */
const REACH_PIXELS = 8;
/** A click on discs that were joined goes so much closer. */
const CLOSER_ZOOMS = 1.5;
const ONE_COLUMN = '(max-width: 899px)';

/** Everything that the map draws but the counts of vague incidents. */
export interface Scene {
  readonly comparison: Comparison;
  readonly view: View;
  /** The units of the level that is shaded. */
  readonly units: readonly Unit[];
  readonly exposed: Exposed;
}

export interface MapListener {
  picked(picked: Picked): void;
  /** Words for the little box at the pointer, line by line. */
  describe(picked: Picked): readonly string[];
  /** The reader moved the map. */
  moved(position: Position): void;
  /** The pointer is here: longitude, latitude; undefined: it left the map. */
  pointed(at: readonly [number, number] | undefined): void;
  /** A tile or another part could not be loaded. */
  failed(): void;
}

/** The MapLibre map: draws what it is told and reports what is pointed at. Loaded after the first view. */
export class Engine {
  readonly map: MapLibreMap;
  readonly #listener: MapListener;
  readonly #popup = new Popup({ closeButton: false, closeOnClick: false, maxWidth: '260px' });
  #scene: Scene;
  #areas: readonly IncidentArea[] = [];
  readonly #pointer = new Marker({ element: pointerMark() });
  #dressed = false;
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
      style: mapStyle(colours(), scene.view, scene.comparison.units),
      ...(scene.view.at === undefined
        ? { bounds: MYANMAR, fitBoundsOptions: { padding: room(container) } }
        : { center: [scene.view.at.lon, scene.view.at.lat], zoom: scene.view.at.zoom }),
      maxBounds: WORLD_SHOWN,
      maxZoom: 13,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      attributionControl: false,
      cooperativeGestures: cooperative || oneColumn.matches,
      locale: {
        'Map.Title': text('map.title'),
        'NavigationControl.ZoomIn': text('map.zoom-in'),
        'NavigationControl.ZoomOut': text('map.zoom-out'),
        'CooperativeGesturesHandler.MobileHelpText': text('map.two-fingers'),
        'CooperativeGesturesHandler.WindowsHelpText': text('map.ctrl-wheel'),
        'CooperativeGesturesHandler.MacHelpText': text('map.cmd-wheel'),
      },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    oneColumn.addEventListener('change', () => {
      this.map.cooperativeGestures[cooperative || oneColumn.matches ? 'enable' : 'disable']();
    });
    matchMedia(DARK).addEventListener('change', () => this.#restyle());
    this.map.on('style.load', () => this.#dress());
    this.#listen();
  }

  show(scene: Scene): void {
    const before = this.#scene;
    const { comparison, view } = scene;
    const marksChanged = !isSame(incidentParameters(before.view), incidentParameters(view));
    this.#scene = scene;
    if (!this.#dressed) {
      return;
    }
    if (before.view.level !== view.level || before.view.version !== view.version) {
      this.#restyle(); // other units: other tiles
      return;
    }
    this.#busy();
    if (comparison !== before.comparison) {
      this.map.setLayoutProperty('unit-names', 'text-field', unitLabel(comparison.units, colours()));
    }
    if (view.measure !== before.view.measure) {
      this.map.setPaintProperty(UNIT_LAYER, 'fill-color', shade(colours(), view.measure));
    }
    this.#paint();
    if (marksChanged) {
      this.#popup.remove();
      this.map
        .getSource<VectorTileSource>('incidents')
        ?.setTiles([tiles('incidents', incidentParameters(view))]);
      this.map
        .getSource<VectorTileSource>('area-shapes')
        ?.setTiles([tiles('incident-areas', { ...incidentParameters(view), properties: 'pcode,level' })]);
      for (const layer of RING_LAYERS) {
        this.map.setPaintProperty(layer, 'circle-radius', ringRadius(view.air));
      }
    }
  }

  /** Incidents known only to lie somewhere in a unit: a disc with their number, never a point each. */
  showAreas(areas: readonly IncidentArea[]): void {
    this.#areas = areas;
    if (this.#dressed) {
      this.#busy();
      this.#placeAreas();
    }
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

  #position(): Position {
    const { lng, lat } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }

  /** Asks again for everything that may have failed. */
  retry(): void {
    for (const id of ['neighbours', 'units', 'unit-labels', 'places', 'incidents', 'area-shapes']) {
      const source = this.map.getSource<VectorTileSource>(id);
      source?.setTiles(source.tiles);
    }
  }

  #paint(): void {
    const { view, units, exposed } = this.#scene;
    for (const unit of units) {
      const shown = classIn(view.measure, valueOf(unit, view.measure, exposed));
      this.map.setFeatureState(
        { source: 'units', sourceLayer: `adm${view.level}`, id: unit.pcode },
        {
          class: shown,
          // Below the first level the UN lists nothing at all, which the words beside the map say.
          unlisted: shown < 0 || (view.level === 1 && unit.un_displaced === null),
          selected: unit.pcode === view.selected,
        },
      );
    }
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
    this.#dressed = false;
    this.#busy();
    this.map.setStyle(mapStyle(colours(), this.#scene.view, this.#scene.comparison.units), { diff: false });
  }

  #listen(): void {
    this.map.on('idle', () => {
      document.documentElement.dataset['mapIdle'] = '1';
    });
    // Until the reader moves the map, it shows the whole country in whatever box it gets.
    this.map.on('movestart', ({ originalEvent }) => {
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
        this.map.fitBounds(MYANMAR, { padding: room(this.map.getContainer()), animate: false });
      }
    });
    this.map.on('error', () => this.#listener.failed());
    this.map.on('click', (event) => {
      const picked = this.#at(event);
      this.#popup.remove();
      if (picked?.kind === 'areas') {
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
    const lines = this.#listener.describe(picked).map((line, index) => {
      const element = document.createElement(index === 0 ? 'strong' : 'span');
      element.textContent = line;
      return element;
    });
    const box = document.createElement('div');
    box.className = 'hover-box';
    box.append(...lines);
    this.#popup.setLngLat(event.lngLat).setDOMContent(box).addTo(this.map);
  }

  #at({ point }: MapMouseEvent): Picked | undefined {
    const reach: [PointLike, PointLike] = [
      [point.x - REACH_PIXELS, point.y - REACH_PIXELS],
      [point.x + REACH_PIXELS, point.y + REACH_PIXELS],
    ];
    return pick(
      this.map.queryRenderedFeatures(reach, { layers: MARK_LAYERS }),
      this.map.queryRenderedFeatures(point, { layers: [AREA_LAYER] }),
      this.map.queryRenderedFeatures(point, { layers: [UNIT_LAYER] }),
    );
  }

  /** Tests and print wait for the map to be idle again after each change. */
  #busy(): void {
    delete document.documentElement.dataset['mapIdle'];
    this.map.triggerRepaint();
  }
}

/** Room for legend and names beside the country, which is tall and narrow. */
function room(container: HTMLElement): { top: number; bottom: number; left: number; right: number } {
  if (container.clientWidth < 300) {
    return { top: 12, bottom: 20, left: 12, right: 24 };
  }
  return container.clientWidth >= 500
    ? { top: 16, bottom: 34, left: 200, right: 30 }
    : { top: 20, bottom: 34, left: 60, right: 60 };
}

function translucent(hex: string, opacity: number): string {
  return hex + Math.round(opacity * 255).toString(16).padStart(2, '0');
}

function pointerMark(): HTMLElement {
  const mark = document.createElement('div');
  mark.className = 'pointer-mark';
  return mark;
}
