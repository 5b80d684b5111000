import { writeAddress } from './url';
import type { View } from './view';

export type ViewListener = (view: View, before: View) => void;

/** Holds the one current view, tells listeners of changes and alone writes the address. */
export class ViewStore {
  #view: View;
  #listeners: ViewListener[] = [];
  #writing: ReturnType<typeof setTimeout> | undefined;

  constructor(view: View) {
    this.#view = view;
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
    this.#writing = setTimeout(() => {
      history.replaceState(null, '', location.pathname + writeAddress(this.#view) + location.hash);
    }, 250);
  }
}
