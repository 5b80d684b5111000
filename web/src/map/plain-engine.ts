import Feature from 'ol/Feature';
import Point from 'ol/geom/Point';
import ScaleLine from 'ol/control/ScaleLine';
import Zoom from 'ol/control/Zoom';
import OlMap from 'ol/Map';
import type MapBrowserEvent from 'ol/MapBrowserEvent';
import 'ol/ol.css';
import './plain-engine.css';
import Overlay from 'ol/Overlay';
import { fromLonLat, toLonLat, transformExtent } from 'ol/proj';
import VectorSource from 'ol/source/Vector';
import View from 'ol/View';
import type { IncidentArea } from '../api/client';
import { describe } from '../detail/describe';
import type { Position } from '../state/view';
import { text } from '../text/text';
import { colours, DARK } from '../theme/colours';
import { CLOSER_ZOOMS, DEEPEST_SHOWN, MYANMAR, REACH_PIXELS, type MapEngine, type MapListener, type Scene } from './map-engine';
import { hoverBox, pointerMark, room, titleOf } from './over-map';
import { pick, type Drawn, type Picked } from './pick';
import { groupLabels } from './groups';
import { gestures } from './plain-gestures';
import { addresses, featuresOf, layers, tiledSources, type PlainLayer, type Sources, type TiledId } from './plain-layers';
import { fontsLoaded, GROUP_LAYERS, plainStyles, ZOOM_SHIFT, type LayerId } from './plain-style';
import { pictureOf } from './print';
import { paintOf } from './unit-paint';

const ZOOM_MILLIS = 200;
/**
 * The map where the browser has no WebGL 2: OpenLayers on a plain canvas with our GeoJSON tiles. It
 * draws the same things and reports the same as the MapLibre map, a little slower.
 */
export class PlainEngine implements MapEngine<OlMap> {
  readonly map: OlMap;
  readonly #listener: MapListener;
  readonly #sources: Sources;
  readonly #areas = new VectorSource<Feature<Point>>();
  readonly #groupNames = new VectorSource();
  readonly #layers: ReadonlyMap<LayerId, PlainLayer>;
  readonly #box = new Overlay({ positioning: 'bottom-center', offset: [0, -10], stopEvent: false });
  readonly #pointer = new Overlay({ element: pointerMark(), positioning: 'center-center', stopEvent: false });
  #scene: Scene;
  #movedByReader: boolean;
  /** Whether the view is being set by the page, which tells nobody. */
  #set = false;

  constructor(container: HTMLElement, scene: Scene, listener: MapListener, cooperative = false) {
    this.#scene = scene;
    this.#listener = listener;
    this.#movedByReader = scene.view.at !== undefined;
    this.#sources = tiledSources(scene.view);
    this.#layers = layers(this.#sources, this.#areas, this.#groupNames);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    container.tabIndex = 0;
    container.setAttribute('role', 'region');
    container.setAttribute('aria-label', titleOf(scene));
    this.map = new OlMap({
      target: container,
      layers: [...this.#layers.values()],
      controls: [
        new Zoom({
          duration: still ? 0 : ZOOM_MILLIS,
          zoomInTipLabel: text('map.zoom-in'),
          zoomOutTipLabel: text('map.zoom-out'),
        }),
        new ScaleLine({ minWidth: 45 }),
      ],
      interactions: gestures(still ? 0 : ZOOM_MILLIS, cooperative),
      overlays: [this.#box, this.#pointer],
      view: new View({
        center: fromLonLat([97, 19.5]),
        zoom: 5,
        minZoom: 3,
        maxZoom: DEEPEST_SHOWN + ZOOM_SHIFT,
        enableRotation: false,
        constrainOnlyCenter: true,
        extent: transformExtent([...MYANMAR], 'EPSG:4326', 'EPSG:3857'),
      }),
    });
    if (scene.view.at === undefined) {
      this.#fit();
    } else {
      this.look(scene.view.at);
    }
    this.#style();
    this.#listen(container);
  }

  show(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    this.map.getTargetElement()?.setAttribute('aria-label', titleOf(scene));
    this.#busy();
    for (const [id, address] of Object.entries(addresses(scene.view))) {
      const source = this.#sources[id as TiledId];
      if (source.getUrls()?.[0] !== address) {
        source.setUrl(address);
        this.#hide();
      }
    }
    if (
      scene.comparison !== before.comparison ||
      scene.units !== before.units ||
      scene.exposed !== before.exposed ||
      scene.days !== before.days ||
      scene.view !== before.view
    ) {
      this.#style();
    }
  }

  showAreas(areas: readonly IncidentArea[]): void {
    this.#busy();
    this.#areas.clear(true);
    this.#areas.addFeatures(
      areas.map(({ pcode, name, count, at }) => new Feature({ geometry: new Point(fromLonLat([...at])), pcode, name, count })),
    );
  }

  look({ zoom, lat, lon }: Position): void {
    this.#movedByReader = true;
    this.#quietly(() => {
      this.map.getView().setCenter(fromLonLat([lon, lat]));
      this.map.getView().setZoom(zoom + ZOOM_SHIFT);
    });
  }

  point(at: readonly [number, number] | undefined): void {
    this.#pointer.setPosition(at === undefined ? undefined : fromLonLat([...at]));
  }

  picture(): HTMLCanvasElement {
    this.map.renderSync();
    return pictureOf(this.map.getTargetElement() as HTMLElement);
  }

  retry(): void {
    Object.values(this.#sources).forEach((source) => source.refresh());
  }

  #style(): void {
    const styles = plainStyles(colours(), this.#scene.view, this.#scene.comparison.units, paintOf(this.#scene));
    this.#layers.forEach((layer, id) => layer.setStyle(styles[id]));
    GROUP_LAYERS.forEach((id) => this.#layers.get(id)?.setVisible(this.#scene.view.groups));
    this.#groupNames.clear(true);
    this.#groupNames.addFeatures(featuresOf(groupLabels(this.#scene.comparison)));
  }

  #fit(): void {
    const { top, right, bottom, left } = room(this.map.getTargetElement() as HTMLElement);
    const [width = 0, height = 0] = this.map.getSize() ?? [];
    if (width > left + right && height > top + bottom) {
      const country = transformExtent([...MYANMAR], 'EPSG:4326', 'EPSG:3857');
      this.#quietly(() => this.map.getView().fit(country, { padding: [top, right, bottom, left] }));
    }
  }

  #quietly(act: () => void): void {
    this.#set = true;
    act();
    this.#set = false;
  }

  #listen(container: HTMLElement): void {
    this.map.on('rendercomplete', () => {
      document.documentElement.dataset['mapIdle'] = '1';
      this.#listener.drawn();
    });
    for (const source of Object.values(this.#sources)) {
      source.on('tileloaderror', () => this.#listener.failed());
    }
    for (const touched of ['pointerdown', 'wheel', 'keydown']) {
      container.addEventListener(touched, () => (this.#movedByReader = true), { passive: true });
    }
    container.addEventListener('keydown', ({ key }) => {
      if (key === '=') {
        this.#closer(1); // the plus of many keyboards, without Shift
      }
    });
    const moved = (): void => {
      if (!this.#set && this.#movedByReader) {
        this.#listener.moved(this.#position());
      }
    };
    this.map.getView().on('change:center', moved);
    this.map.getView().on('change:resolution', moved);
    // Until the reader moves the map, it shows the whole country in whatever box it gets.
    this.map.on('change:size', () => {
      if (!this.#movedByReader) {
        this.#fit();
      }
    });
    matchMedia(DARK).addEventListener('change', () => this.#style());
    this.map.on('singleclick', (event) => this.#click(event));
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) {
      this.map.on('pointermove', (event) => this.#hover(event));
      container.addEventListener('pointerleave', () => {
        this.#hide();
        this.#listener.pointed(undefined);
      });
    }
    // Names drawn before their font has come are drawn again.
    void fontsLoaded().then(() => this.#style());
  }

  #position(): Position {
    const view = this.map.getView();
    const [lon = 0, lat = 0] = toLonLat(view.getCenter() ?? []);
    return { zoom: (view.getZoom() ?? 0) - ZOOM_SHIFT, lat, lon };
  }

  #closer(zooms: number, around?: readonly number[]): void {
    const view = this.map.getView();
    view.setCenter(around === undefined ? view.getCenter() : [...around]);
    view.setZoom((view.getZoom() ?? 0) + zooms);
  }

  #click(event: MapBrowserEvent): void {
    const picked = this.#at(event);
    this.#hide();
    if (picked?.kind === 'areas' || picked?.kind === 'cluster') {
      this.#closer(CLOSER_ZOOMS, event.coordinate);
    } else if (picked !== undefined) {
      this.#listener.picked(picked);
    }
  }

  #hover(event: MapBrowserEvent): void {
    const [lon = 0, lat = 0] = toLonLat(event.coordinate);
    this.#listener.pointed([lon, lat]);
    if (event.dragging) {
      return;
    }
    const picked = this.#at(event);
    this.map.getViewport()?.classList.toggle('over-something', picked !== undefined);
    if (picked === undefined) {
      this.#hide();
      return;
    }
    this.#box.setElement(hoverBox(describe(picked, this.#scene.units)));
    this.#box.setPosition(event.coordinate);
  }

  #hide(): void {
    this.#box.setPosition(undefined);
  }

  #at({ pixel }: MapBrowserEvent): Picked | undefined {
    const found = (id: LayerId, hitTolerance = 0): Drawn[] =>
      this.map.getFeaturesAtPixel(pixel, { hitTolerance, layerFilter: (layer) => layer.get('id') === id }).map((feature) => ({
        properties: feature.getProperties(),
      }));
    const isAlone = ({ properties }: Drawn): boolean => Number(properties['incidents']) === 1;
    const alone = found('clusters', REACH_PIXELS).filter(isAlone);
    const together = found('clusters').filter((one) => !isAlone(one));
    return pick([...found('incidents', REACH_PIXELS), ...alone], together, found('areas'), found('units'));
  }

  /** Tests and print wait for the map to be drawn again after each change. */
  #busy(): void {
    delete document.documentElement.dataset['mapIdle'];
    this.map.render();
  }
}
