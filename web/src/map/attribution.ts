/** A piece of what a foreign source says of itself: words, or words that lead to a page on the web. */
export interface CreditPart {
  readonly text: string;
  readonly href?: string;
}

/** As much as there is room for; a source has no reason to say more. */
const MOST_CHARACTERS = 300;

const NEVER_READ = /<(script|style|template)\b[\s\S]*?(<\/\1\s*>|$)/gi;
const TAG = /(<\/?[a-z][^>]*>)/i;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/**
 * Text and links of an attribution, which is HTML from somebody else: nothing of it is put into the page but
 * words, and links only if they lead to http or https. No tag is ever given to the browser, which would look
 * at event handlers even in a document that is not shown.
 */
export function creditParts(html: string): CreditPart[] {
  const parts: CreditPart[] = [];
  let href: string | undefined;
  let room = MOST_CHARACTERS;
  for (const piece of html.replace(NEVER_READ, '').split(TAG)) {
    if (/^<a\b/i.test(piece)) {
      const [, double, single, bare] = HREF.exec(piece) ?? [];
      href = webAddress(decoded(double ?? single ?? bare ?? ''));
    } else if (/^<\/a\b/i.test(piece)) {
      href = undefined;
    } else if (!TAG.test(piece)) {
      const text = decoded(piece).replace(/\s+/g, ' ').slice(0, room);
      room -= text.length;
      if (text !== '') {
        parts.push(href === undefined ? { text } : { text, href });
      }
    }
  }
  return parts;
}

/** Text with its character references, such as `&copy;`, resolved; there is no tag in it. */
function decoded(text: string): string {
  const page = new DOMParser().parseFromString(`.${text.replaceAll('<', '&lt;')}`, 'text/html'); // spaces at the begin would go
  return (page.body.textContent ?? '').slice(1);
}

function webAddress(href: string): string | undefined {
  try {
    const url = new URL(href);
    return ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined; // relative to somebody else's page
  }
}
