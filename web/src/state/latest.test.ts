import { expect, test, vi } from 'vitest';
import { Latest } from './latest';

test('the first and the newest task run when several come at once, and the newest answers', async () => {
  const latest = new Latest(5);
  const run: number[] = [];
  const answers = await Promise.all(
    [1, 2, 3].map((n) =>
      latest.run(async () => {
        run.push(n);
        return n;
      }),
    ),
  );
  expect(answers).toEqual([undefined, undefined, 3]);
  expect(run).toEqual([1, 3]);
});

test('one alone runs at once, one that follows soon waits for the time that is left', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
  try {
    const latest = new Latest(60);
    let begun = 0;
    const note = async (): Promise<void> => void begun++;
    void latest.run(note);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(20);
    void latest.run(note);
    await vi.advanceTimersByTimeAsync(38);
    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(2);
    expect(begun).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

test('a task under way is aborted by a newer one and its failure is not reported', async () => {
  const latest = new Latest(0);
  const slow = latest.run(
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  );
  await new Promise((resume) => setTimeout(resume, 5));
  const quick = latest.run(async () => 'quick');
  expect(await slow).toBeUndefined();
  expect(await quick).toBe('quick');
});

test('the failure of the newest task is reported', async () => {
  await expect(new Latest(0).run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
