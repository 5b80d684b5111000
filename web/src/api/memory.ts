const MOST_ANSWERS = 200;

/**
 * Answers that are used again without asking, for as long as the server says that they may be: a day that the reader
 * comes back to is there at once. The browser's own cache holds them too, but takes ten times as long to give them.
 */
export class Memory {
  readonly #answers = new Map<string, { readonly until: number; readonly answer: unknown }>();

  find(address: string): unknown {
    const kept = this.#answers.get(address);
    if (kept === undefined || kept.until < performance.now()) {
      this.#answers.delete(address);
      return undefined;
    }
    return kept.answer;
  }

  /**
   * @param cacheControl the answer's header; without a `max-age` it is not kept
   */
  keep(address: string, answer: unknown, cacheControl: string | null): void {
    const [, seconds] = /(?:^|[\s,])max-age=(\d+)/.exec(cacheControl ?? '') ?? [];
    if (seconds === undefined || /no-store|no-cache/.test(cacheControl ?? '')) {
      return;
    }
    this.#answers.delete(address);
    this.#answers.set(address, { until: performance.now() + 1000 * Number(seconds), answer });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST_ANSWERS && oldest !== undefined) {
      this.#answers.delete(oldest);
    }
  }
}
