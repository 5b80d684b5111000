import './over-time.css';

/**
 * Puts what is linked in the place of the link: chart and table of our estimates and the UN's figures over
 * time, as the server writes them into the page of the method. If they do not come, the link stays.
 */
export async function showOverTime(place: HTMLElement): Promise<void> {
  const { href, hash } = place.querySelector('a') as HTMLAnchorElement;
  const answer = await fetch(href);
  if (!answer.ok) {
    throw new Error(`${href} answered ${answer.status}`);
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const heading = page.querySelector(hash);
  const content = [...(heading?.parentElement?.children ?? [])].filter((element) => element !== heading);
  if (content.length > 0) {
    place.replaceChildren(...content);
  }
}
