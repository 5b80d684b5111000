import { beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_VIEW, type View } from '../state/view';
import { MarkTiles, markSources } from './mark-tiles';

vi.stubGlobal('document', { baseURI: 'http://here/' });

type Listener = (event: { sourceId: string; tile?: unknown }) => void;

/** A map whose sources are loaded when the test says so, and that notes which tiles are asked for. */
function map() {
  const asked: string[] = [];
  const source = (id: string) => ({
    tiles: [markSources(DEFAULT_VIEW)[id as 'clusters']],
    ready: true,
    tilesThere: true,
    loaded(): boolean {
      return this.ready;
    },
    setTiles([address = '']: string[]): void {
      this.tiles = [address];
      asked.push(`set ${id} ${address}`);
    },
  });
  const sources = { clusters: source('clusters'), incidents: source('incidents'), 'area-shapes': source('area-shapes') };
  let listener: Listener = () => {};
  return {
    asked,
    sources,
    arrive: (sourceId: string, tile?: unknown) => listener({ sourceId, tile }),
    on: (_name: string, heard: Listener) => void (listener = heard),
    getSource: (id: string) => sources[id as keyof typeof sources],
    isSourceLoaded: (id: string) => sources[id as keyof typeof sources].tilesThere,
    refreshTiles: (id: string) => void asked.push(`${id} ${sources[id as keyof typeof sources].tiles[0]}`),
  };
}

const on = (asOf: string): View => ({ ...DEFAULT_VIEW, asOf });
let fake: ReturnType<typeof map>;
let marks: MarkTiles;
const arrived = vi.fn();

beforeEach(() => {
  arrived.mockClear();
  fake = map();
  marks = new MarkTiles(fake as never, arrived);
});

test('tiles of other incidents are asked for at once, and only once', () => {
  marks.show(on('2022-02-01'));
  marks.show(on('2022-02-01'));
  expect(fake.asked.map((one) => one.split(' ')[0])).toEqual(['clusters', 'incidents', 'area-shapes']);
  expect(fake.asked[0]).toContain('incident-clusters/{z}/{x}/{y}.mvt?to=2022-02-01&air=documented');
});

test('of quick moves the last wins: a source that waits for tiles asks for no others before they are there', () => {
  marks.show(on('2022-02-01'));
  fake.asked.length = 0;
  fake.sources.clusters.tilesThere = false;
  marks.show(on('2022-02-02'));
  marks.show(on('2022-02-03'));
  expect(fake.asked.filter((one) => one.startsWith('clusters'))).toEqual([]);
  fake.arrive('clusters', {});
  expect(fake.asked.filter((one) => one.startsWith('clusters'))).toEqual([]); // the other tiles of it are still on their way
  fake.sources.clusters.tilesThere = true;
  fake.arrive('clusters', {});
  expect(fake.asked.filter((one) => one.startsWith('clusters'))).toEqual([`clusters ${markSources(on('2022-02-03')).clusters}`]);
});

test('tiles that failed do not hold up the next ones', () => {
  fake.sources.clusters.tilesThere = false;
  marks.show(on('2022-02-02'));
  fake.sources.clusters.tilesThere = true; // a failed tile tells of no data
  expect(marks.follow()).toBe(true);
  expect(fake.asked.at(-1)).toBe(`clusters ${markSources(on('2022-02-02')).clusters}`);
  expect(marks.follow()).toBe(false);
});

test('a source that has not begun is told where its tiles are', () => {
  fake.sources.clusters.ready = false;
  marks.show(on('2022-02-02'));
  expect(fake.asked).toContain(`set clusters ${markSources(on('2022-02-02')).clusters}`);
});

test('each tile is told of, and nothing of other sources', () => {
  marks.show(on('2022-02-01'));
  fake.arrive('units', {});
  fake.arrive('clusters');
  expect(arrived).not.toHaveBeenCalled();
  fake.arrive('clusters', {});
  expect(arrived).toHaveBeenCalledOnce();
});

test('a source of a style that was just loaded has no tiles yet, which is no fault', () => {
  marks.show(on('2022-02-01'));
  Object.assign(fake.sources.clusters, { tiles: undefined, ready: false });
  expect(marks.arrived).toBe(false);
  expect(() => fake.arrive('clusters')).not.toThrow();
});
