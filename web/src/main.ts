import 'virtual:tokens.css';
import './theme/page.css';
import './compare/compare';
import './controls/controls';
import './controls/filters';
import './detail/detail';
import './figures/figures';
import './map/legend';
import './map/marks';
import './map/planner-map';
import './table/table';
import './timeline/timeline';
import './timeline/window';
import { Page, type Parts } from './page';
import { ViewStore } from './state/store';
import { readAddress } from './state/url';
import { speak, text } from './text/text';

/** Starts the page: what the server wrote is readable before this and stays so if it fails. */
await speak(document.documentElement.lang);
const part = <T extends Element>(selector: string): T => document.querySelector(selector) as T;

const { view: asked, ignored } = readAddress(location.search);
// A date that cannot be answered has been replaced by the server, which wrote the figures of another.
const asOf = document.documentElement.dataset['asOf'] ?? asked.asOf;
const view = { ...asked, asOf };
if (asOf !== asked.asOf && !ignored.some((part) => part.startsWith('as_of='))) {
  ignored.unshift(`as_of=${asked.asOf}`);
}
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
  ignored: tellIgnored,
  live: part('#live'),
  failure: part('#failure'),
};
// The legend has room beside the country on wide screens only; elsewhere its details open on demand.
const wide = matchMedia('(min-width: 1280px)');
const foldLegend = (): void => void part<HTMLDetailsElement>('#legend-more').toggleAttribute('open', wide.matches);
wide.addEventListener('change', foldLegend);
foldLegend();

function tellIgnored(what: string): void {
  const note = part<HTMLElement>('#ignored');
  note.textContent = text('address.ignored', { ignored: what });
  note.hidden = false;
}

if (ignored.length > 0) {
  tellIgnored(ignored.join(', '));
}
void new Page(new ViewStore(view), parts).start();
