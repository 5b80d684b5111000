/** The address of a source if it is a web address, else undefined: data may hold anything. */
export function webAddress(text: string | null | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
}
