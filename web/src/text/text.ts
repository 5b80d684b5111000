import en from './en.json';

/** Words of the page. Whole sentences with {placeholders}; never glued together from parts. */
export type TextKey = keyof typeof en;

/** A sentence cut at its placeholders: literal text and names of values, in order. */
export type Piece = { readonly text: string } | { readonly value: string };

export function pieces(key: TextKey): Piece[] {
  return en[key]
    .split(/(\{[a-z0-9]+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{.+\}$/.test(part) ? { value: part.slice(1, -1) } : { text: part }));
}

/** A sentence with its values put in. A missing value is a mistake of the caller and throws. */
export function text(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  return pieces(key)
    .map((piece) => {
      if ('text' in piece) {
        return piece.text;
      }
      const value = values[piece.value];
      if (value === undefined) {
        throw new Error(`text "${key}" needs a value for {${piece.value}}`);
      }
      return value;
    })
    .join('');
}
