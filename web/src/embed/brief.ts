import { html, type TemplateResult } from 'lit';
import type { Comparison } from '../api/types';
import { headline } from '../figures/headline';
import { PageElement } from '../state/page-element';
import type { Product } from '../state/view';
import { rendered } from '../text/sentence';
import { text } from '../text/text';

/** The headline where there is little room: both figures, and how sure ours is. The server writes the same. */
class Brief extends PageElement {
  protected override render(): TemplateResult {
    const comparison = this.comparison as Comparison;
    const { title, lead } = headline(comparison);
    return html`
      <h1>${rendered(title)}</h1>
      <p class="lead">
        <strong>${text(`map.product.${comparison.product as Product}`)}</strong> ${rendered(lead.slice(0, 1))}
      </p>
    `;
  }
}

customElements.define('dm-brief', Brief);
