import { LitElement, type PropertyValues } from 'lit';
import type { Comparison } from '../api/types';

/**
 * A part of the page that shows a comparison. What the server wrote inside it stays until there is an
 * answer to put in its place; the page's one style sheet applies, there is no shadow tree.
 */
export abstract class PageElement extends LitElement {
  static override properties = {
    comparison: { attribute: false },
    busy: { attribute: false },
  };

  declare comparison: Comparison | undefined;
  /** While newer figures load, the old ones stay, paler. */
  declare busy: boolean;

  constructor() {
    super();
    this.busy = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    this.setAttribute('aria-busy', String(this.busy));
    return this.comparison !== undefined;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (!this.hasUpdated) {
      this.replaceChildren();
    }
  }
}
