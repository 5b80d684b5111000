/**
 * Runs the newest of quickly following tasks: at once, before `run` returns, or, if another began less than
 * `delayMillis` ago, when that time is over; aborts the one under way, and lets only the newest answer through. Answers
 * undefined for one overtaken.
 */
export class Latest {
  readonly #delayMillis: number;
  #current: AbortController | undefined;
  /** When a task last began, in milliseconds of the page. */
  #began = -Infinity;

  constructor(delayMillis: number) {
    this.#delayMillis = delayMillis;
  }

  /**
   * @param delayMillis another wait than for others, for a task that cannot be overtaken at once
   */
  async run<T>(task: (signal: AbortSignal) => Promise<T>, delayMillis = this.#delayMillis): Promise<T | undefined> {
    this.#current?.abort();
    const controller = new AbortController();
    this.#current = controller;
    const wait = this.#began + delayMillis - performance.now();
    if (wait > 0) {
      await new Promise((resume) => setTimeout(resume, wait));
      if (controller.signal.aborted) {
        return undefined;
      }
    }
    this.#began = performance.now();
    try {
      const answer = await task(controller.signal);
      return controller.signal.aborted ? undefined : answer;
    } catch (failure) {
      if (controller.signal.aborted) {
        return undefined;
      }
      throw failure;
    }
  }
}
