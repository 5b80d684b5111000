import en from './en.json';

/** Words of the page. Whole sentences with {placeholders}; never glued together from parts. */
export type TextKey = keyof typeof en;

/** Languages of the page; the first is complete, what another lacks is said in it. */
export const LANGUAGES = ['en', 'my'] as const;
export type Language = (typeof LANGUAGES)[number];

let words: Readonly<Record<TextKey, string>> = en;
let more: Promise<void> | undefined;

/** Loads the words of a language; to be called once, before anything is written. */
export async function speak(language: string): Promise<void> {
  words = language === 'my' ? { ...en, ...(await import('./my.json')).default } : en;
}

/** The words that only parts say which come later; once there, they stay. */
export function speakMore(): Promise<void> {
  more ??= (language() === 'my' ? import('./my.json?later') : import('./en.json?later')).then(
    (later) => {
      words = { ...words, ...later.default };
    },
    (failure: unknown) => {
      more = undefined; // to be asked for again
      throw failure;
    },
  );
  return more;
}

export function language(): Language {
  return words.lang as Language;
}

/** A sentence cut at its placeholders: literal text and names of values, in order. */
export type Piece = { readonly text: string } | { readonly value: string };

export function pieces(key: TextKey): Piece[] {
  return words[key]
    .split(/(\{[a-z0-9]+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{.+\}$/.test(part) ? { value: part.slice(1, -1) } : { text: part }));
}

/**
 * The key of a sentence as it is said of a product: an allocation is no estimate of ours, so much that
 * is said of one has words of its own there.
 */
export function keyOf(key: TextKey, product: string): TextKey {
  const own = `${key}.${product}`;
  return own in words ? (own as TextKey) : key;
}

/** The words for a word of the data, such as a precision; one that the table does not know is shown as it is. */
export function wordsFor(prefix: string, word: string): string {
  const key = `${prefix}.${word}`;
  return key in words ? words[key as TextKey] : word;
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
