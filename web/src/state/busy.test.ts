import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Busy } from './busy';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('figures are paled only if the newer ones take long, and until the last of several choices is answered', () => {
  const figures = { busy: false };
  const busy = new Busy([figures]);
  busy.begin();
  vi.advanceTimersByTime(50);
  busy.end();
  vi.advanceTimersByTime(500);
  expect(figures.busy).toBe(false);
  busy.begin();
  vi.advanceTimersByTime(60);
  busy.begin(); // a thumb that moves on does not put it off
  vi.advanceTimersByTime(60);
  expect(figures.busy).toBe(true);
  busy.end();
  expect(figures.busy).toBe(false);
});
