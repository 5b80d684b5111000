/**
 * Runs the newest of quickly following tasks: waits until no newer one came for `delayMillis`, aborts
 * the one under way, and lets only the newest answer through. Answers undefined for one overtaken.
 */
export class Latest {
  readonly #delayMillis: number;
  #current: AbortController | undefined;

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
    await new Promise((resume) => setTimeout(resume, delayMillis));
    if (controller.signal.aborted) {
      return undefined;
    }
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
