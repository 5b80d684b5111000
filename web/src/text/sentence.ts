import { html, nothing, type TemplateResult } from 'lit';
import { pieces, text, type TextKey } from './text';

/** Who speaks in a number: the UN in blue, our estimate in umber. The hue never says anything else. */
export type Voice = 'un' | 'estimate';

/** A value inside a sentence; a plain text speaks with nobody's voice. */
export type Value = string | { readonly text: string; readonly voice: Voice };

/** A whole sentence of the text table with the values to put in. */
export interface Sentence {
  readonly key: TextKey;
  readonly values: Readonly<Record<string, Value>>;
}

export function sentence(key: TextKey, values: Readonly<Record<string, Value>> = {}): Sentence {
  return { key, values };
}

export function plain({ key, values }: Sentence): string {
  return text(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, words(value)])));
}

/** Sentences one after the other, values marked by who speaks. */
export function rendered(sentences: readonly Sentence[]): TemplateResult[] {
  return sentences.map(({ key, values }, index) => {
    const parts = pieces(key).map((piece) => {
      if ('text' in piece) {
        return piece.text;
      }
      const value = values[piece.value];
      if (value === undefined) {
        throw new Error(`text "${key}" needs a value for {${piece.value}}`);
      }
      return typeof value === 'string' ? value : html`<span class=${value.voice}>${value.text}</span>`;
    });
    return html`${index === 0 ? nothing : ' '}${parts}`;
  });
}

function words(value: Value): string {
  return typeof value === 'string' ? value : value.text;
}
