import type { Position } from '../state/view';

/** Pixels of the whole world at zoom 0, as the map counts zooms. */
const WORLD_PIXELS = 512;
const HIGHEST_LATITUDE = 85;

/**
 * What a map of so many pixels shows at a position, as the API takes a box: west, south, east, north in
 * degrees, rounded outwards to the metre or so that the address can tell.
 */
export function boundsOf({ zoom, lat, lon }: Position, width: number, height: number): string {
  const world = WORLD_PIXELS * 2 ** zoom;
  const east = (360 * width) / world / 2;
  const middle = northing(lat);
  const up = height / world / 2;
  return [
    outwards(Math.max(-180, lon - east), Math.floor),
    outwards(Math.max(-HIGHEST_LATITUDE, latitude(middle + up)), Math.floor),
    outwards(Math.min(180, lon + east), Math.ceil),
    outwards(Math.min(HIGHEST_LATITUDE, latitude(middle - up)), Math.ceil),
  ].join(',');
}

/** Web Mercator, 0 at the north edge of the world and 1 at the south. */
function northing(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function latitude(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

function outwards(degrees: number, round: (value: number) => number): number {
  return round(degrees * 1e5) / 1e5;
}
