import 'virtual:tokens-of-page.css';
import './theme/page.css';
import './map/marks';
import './map/planner-map';
import './timeline/timeline';
import { bringLater } from './later';
import { Page, type Parts } from './page';
import { followNewest, opening, part, tellIgnored } from './state/opening';
import { ViewStore } from './state/store';
import { speak } from './text/text';

/** Starts the page: what the server wrote is readable before this and stays so if it fails. */
await speak(document.documentElement.lang);

const { view, ignored } = opening();
const parts: Parts = {
  figures: part('dm-figures'),
  controls: part('dm-controls'),
  legend: part('dm-legend'),
  filters: part('dm-filters'),
  compare: part('dm-compare'),
  table: part('dm-table'),
  timeline: part('dm-timeline'),
  window: part('dm-window'),
  map: part('dm-map'),
  marks: part('dm-marks'),
  detail: part('dm-detail'),
  share: part('dm-share'),
  incidents: part('dm-incidents'),
  ignored: tellIgnored,
  live: part('#live'),
  failure: part('#failure'),
};
// The legend has room beside the country on wide and high screens only; elsewhere its details open on demand.
const wide = matchMedia('(min-width: 1280px) and (min-height: 900px)');
const openLegend = (): void => void part<HTMLDetailsElement>('#legend-more').toggleAttribute('open', wide.matches);
wide.addEventListener('change', openLegend);
openLegend();

tellIgnored(...ignored);
const store = new ViewStore(view);
followNewest(store);
void new Page(store, parts).start();
bringLater(parts.map);
