/** Sooner nobody sees it, and paling half of the page costs as much as drawing it. */
const SEEN_MILLIS = 100;

/** Tells figures that newer ones are on their way, unless these come so soon that it would only flicker. */
export class Busy {
  readonly #figures: readonly { busy: boolean }[];
  #beginning: ReturnType<typeof setTimeout> | undefined;

  constructor(figures: readonly { busy: boolean }[]) {
    this.#figures = figures;
  }

  begin(): void {
    this.#beginning ??= setTimeout(() => this.#tell(true), SEEN_MILLIS);
  }

  end(): void {
    clearTimeout(this.#beginning);
    this.#beginning = undefined;
    this.#tell(false);
  }

  #tell(busy: boolean): void {
    this.#figures.forEach((element) => {
      element.busy = busy;
    });
  }
}
