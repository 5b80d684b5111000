import theme from './theme';

/** Colours of one mode, by their names in theme.json. */
export type Colours = typeof theme.light;

export const DARK = '(prefers-color-scheme: dark)';

export function colours(): Colours {
  return matchMedia(DARK).matches ? theme.dark : theme.light;
}
