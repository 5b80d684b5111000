import { writeAddress } from './url';
import type { View } from './view';

export type ViewListener = (view: View, before: View) => void;

/** Holds the one current view, tells listeners of changes and alone has the address written. */
export class ViewStore {
  #view: View;
  #listeners: ViewListener[] = [];
  readonly #write: (address: string) => void;
  #writing: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param write how the address is written; a page in a frame has none of its own
   */
  constructor(view: View, write: (address: string) => void = writeHere) {
    this.#view = view;
    this.#write = write;
  }

  get view(): View {
    return this.#view;
  }

  listen(listener: ViewListener): void {
    this.#listeners.push(listener);
  }

  change(part: Partial<View>): void {
    const before = this.#view;
    const view = { ...before, ...part };
    if (writeAddress(view) === writeAddress(before)) {
      return;
    }
    this.#view = view;
    this.#listeners.forEach((listener) => listener(view, before));
    // Browsers limit how often the address may change; a dragged slider would exceed that.
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.writeNow(), 250);
  }

  /** Has the address written that is still waiting, for whoever leaves the page. */
  writeNow(): void {
    clearTimeout(this.#writing);
    this.#write(writeAddress(this.#view));
  }
}

function writeHere(address: string): void {
  history.replaceState(null, '', location.pathname + address + location.hash);
}
