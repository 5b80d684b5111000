import 'virtual:tokens-of-embed.css';
import './theme/embed.css';
import './embed/brief';
import './map/legend';
import './map/planner-map';
import './table/table';
import './timeline/timeline';
import './timeline/window';
import { Frame, type FrameParts } from './embed/frame';
import { postHeight } from './embed/height';
import { followNewest, opening, part, tellIgnored } from './state/opening';
import { ViewStore } from './state/store';
import { speak, speakMore } from './text/text';

/** Starts the page in a frame: as main.ts does it, with fewer parts, and it tells its height. */
await speak(document.documentElement.lang);
await speakMore();

const { view, ignored } = opening();
const parts: FrameParts = {
  brief: part('dm-brief'),
  legend: part('dm-legend'),
  table: part('dm-table'),
  timeline: part('dm-timeline'),
  window: part('dm-window'),
  map: part('dm-map'),
  picked: part('#picked'),
  full: part('#full'),
  live: part('#live'),
  failure: part('#failure'),
};
// Beside the map where there is room, on demand below it where there is not.
const wide = matchMedia('(min-width: 560px)');
const foldFigures = (): void => void part('#figures').toggleAttribute('open', wide.matches);
wide.addEventListener('change', foldFigures);
foldFigures();

tellIgnored(...ignored);
// A frame in a sandbox has no origin that could change its address; the link carries the view on.
const store = new ViewStore(view, () => {});
followNewest(store);
void new Frame(store, parts).start();
postHeight(part('.map-column'));
