import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { DEFAULT_VIEW, type Product, type View } from '../state/view';
import { number } from '../text/format';
import { text, type TextKey } from '../text/text';
import { citation, viewAddress } from './addresses';
import { loadFacts, loadFiles, type DownloadFile, type FileFacts } from './downloads';
import './embed-panel';
import './share.css';

/** What a reader takes away of the view: links, a citation, a frame for another site, files. A native dialog. */
export class Share extends LitElement {
  static override properties = {
    view: { attribute: false },
    comparison: { attribute: false },
    files: { state: true },
    facts: { state: true },
    failed: { state: true },
    copied: { state: true },
    open: { state: true },
  };

  declare view: View;
  declare comparison: Comparison | undefined;
  declare files: readonly DownloadFile[];
  /** By address, as they come. */
  declare facts: ReadonlyMap<string, FileFacts>;
  declare failed: boolean;
  /** Which text was copied last. */
  declare copied: TextKey | undefined;
  declare open: boolean;

  constructor() {
    super();
    this.view = DEFAULT_VIEW;
    this.files = [];
    this.facts = new Map();
    this.failed = false;
    this.open = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <dialog class="share" aria-labelledby="share-title" @close=${() => (this.open = false)}>
        ${this.open && this.comparison !== undefined ? this.#content(this.comparison) : nothing}
      </dialog>
    `;
  }

  #content(comparison: Comparison): TemplateResult {
    const here = viewAddress(this.view);
    return html`
      <form method="dialog" class="share-head">
        <h2 id="share-title">${text('share.title')}</h2>
        <button>${text('detail.close')}</button>
      </form>
      ${this.#copyable('share.link', here)}
      ${this.#copyable('share.frozen', viewAddress({ ...this.view, version: comparison.version }))}
      <p class="note">${text('share.frozen.note')}</p>
      ${this.#copyable('share.citation', citation(this.view, comparison, text(`map.product.${comparison.product as Product}`)))}
      <p class="note">${text('share.print')}</p>
      <h3>${text('share.embed')}</h3>
      <dm-embed-panel
        .view=${this.view}
        .copied=${this.copied === 'share.snippet'}
        @copy-wanted=${({ detail }: CustomEvent<string>) => this.#copy('share.snippet', detail)}
      ></dm-embed-panel>
      <h3>${text('share.download')}</h3>
      ${this.failed ? html`<p class="note">${text('share.download.failed')}</p>` : nothing}
      ${this.files.map(
        ({ title, links }) => {
          const known = links.flatMap(({ address }) => this.facts.get(address) ?? []);
          const rows = known.find((facts) => facts.rows !== undefined)?.rows;
          const licence = known.find((facts) => facts.licence !== '')?.licence;
          return html`
            <p>
              <strong>${title}</strong> ${rows === undefined ? nothing : text('share.rows', { rows: number(rows) })}
              ${links.map(
                ({ ending, address }) =>
                  html` <a href=${address} download>${ending}</a> <span class="note">${this.#bytes(address)}</span>`,
              )}
            </p>
            ${licence === undefined ? nothing : html`<p class="note">${text('share.licence', { licence })}</p>`}
          `;
        },
      )}
      <p class="visually-hidden" role="status">${this.copied === undefined ? '' : text('share.copied')}</p>
    `;
  }

  #bytes(address: string): string {
    const bytes = this.facts.get(address)?.bytes;
    if (bytes === undefined) {
      return '';
    }
    return bytes < 1e6
      ? text('share.kilobytes', { size: number(Math.max(1, Math.round(bytes / 1e3))) })
      : text('share.megabytes', { size: number(Math.round(bytes / 1e5) / 10) });
  }

  #copyable(key: 'share.link' | 'share.frozen' | 'share.citation', value: string): TemplateResult {
    return html`<div class="share-line">
      <label for=${key}>${text(key)}</label>
      <textarea id=${key} readonly rows="2" .value=${value} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
      <button type="button" aria-describedby=${key} @click=${() => this.#copy(key, value)}>
        ${text(this.copied === key ? 'share.copied' : 'share.copy')}
      </button>
    </div>`;
  }

  /** Opens the dialog; the button that asks for it stands in the page before this does. */
  async show(): Promise<void> {
    this.open = true;
    this.copied = undefined;
    await this.updateComplete;
    this.querySelector('dialog')?.showModal(); // gives the focus back when it closes
    void this.#load();
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      this.files = await loadFiles(this.view);
      this.facts = new Map();
      // One after the other: each is written once on the server to be measured.
      for (const { address } of this.files.flatMap(({ links }) => links)) {
        if (!this.open) {
          return;
        }
        this.facts = new Map(this.facts).set(address, await loadFacts(address));
      }
    } catch (failure) {
      console.warn('The list of files could not be loaded.', failure);
      this.failed = true;
    }
  }

  async #copy(key: TextKey, value: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      this.copied = key;
    } catch {
      // Not allowed here, or the page is not on a safe address: the text stands selected, to be copied by keys.
      this.querySelector<HTMLTextAreaElement>(`[id="${key}"]`)?.focus();
    }
  }
}

customElements.define('dm-share', Share);
