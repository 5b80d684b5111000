/** The words of a language that parts say which come later (build/words.ts). */
declare module '*.json?later' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
