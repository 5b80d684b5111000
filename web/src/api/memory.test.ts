import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Memory } from './memory';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

test('an answer is used again for as long as its server allows', () => {
  const memory = new Memory();
  const answer = { as_of: '2022-01-31' };
  memory.keep('a', answer, 'public, max-age=60, stale-while-revalidate=600');
  expect(memory.find('b')).toBeUndefined();
  vi.advanceTimersByTime(59_000);
  expect(memory.find('a')).toBe(answer);
  vi.advanceTimersByTime(2_000);
  expect(memory.find('a')).toBeUndefined();
});

test.each([null, 'private, no-store', 'no-cache', 'no-store, max-age=60', 's-maxage=60'])('with the header %s it is asked for again', (header) => {
  const memory = new Memory();
  memory.keep('a', {}, header);
  expect(memory.find('a')).toBeUndefined();
});

test('of very many the oldest go', () => {
  const memory = new Memory();
  for (let number = 0; number < 201; number++) {
    memory.keep(String(number), number, 'max-age=60');
  }
  expect(memory.find('0')).toBeUndefined();
  expect(memory.find('1')).toBe(1);
  expect(memory.find('200')).toBe(200);
});
