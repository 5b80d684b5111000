/**
 * Whether a Burmese text is in the old Zawgyi encoding, which no search finds: it writes the vowel
 * sign E and the medial RA before their consonant, so at the start of a word, and uses the virama where
 * Unicode has asat. In Unicode none of these can occur. Some short Zawgyi texts have no such sign and are taken as Unicode.
 */
export function isZawgyi(text: string): boolean {
  return /(^|[^\u1000-\u109F\uAA60-\uAA7F])[\u1031\u103B-\u103E]|\u1039(?![\u1000-\u1021])/u.test(text);
}
