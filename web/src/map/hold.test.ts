import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hold } from './hold';

const draw = vi.fn();
let map: { triggerRepaint: () => void };
let hold: Hold;

beforeEach(() => {
  vi.useFakeTimers();
  draw.mockClear();
  map = { triggerRepaint: draw };
  hold = new Hold(map);
});
afterEach(() => void vi.useRealTimers());

test('frames asked for while they are held back come as one, when that ends', () => {
  map.triggerRepaint();
  expect(draw).toHaveBeenCalledTimes(1);
  hold.begin();
  map.triggerRepaint();
  map.triggerRepaint();
  expect(draw).toHaveBeenCalledTimes(1);
  hold.end();
  expect(draw).toHaveBeenCalledTimes(2);
  map.triggerRepaint();
  expect(draw).toHaveBeenCalledTimes(3);
});

test('none is held back for long, and none is drawn that nobody asked for', () => {
  hold.begin();
  map.triggerRepaint();
  vi.advanceTimersByTime(80);
  expect(draw).toHaveBeenCalledTimes(1);
  hold.begin();
  vi.advanceTimersByTime(200);
  hold.end();
  expect(draw).toHaveBeenCalledTimes(1);
});

test('a thumb that moves on and on does not stop the frames', () => {
  for (let move = 0; move < 10; move++) {
    hold.begin();
    map.triggerRepaint();
    vi.advanceTimersByTime(16);
  }
  expect(draw.mock.calls.length).toBeGreaterThanOrEqual(9);
});
