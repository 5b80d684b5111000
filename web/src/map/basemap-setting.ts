/** The operator's own background map: the address of its style, and the origins that may be asked for it. */
export interface BasemapSetting {
  readonly style: string;
  readonly origins: readonly string[];
}

/** What the server wrote into the page; undefined: our own background. */
export function basemapSetting(page: HTMLElement = document.documentElement): BasemapSetting | undefined {
  const [style, ...origins] = (page.dataset['basemap'] ?? '').split(' ');
  return style === undefined || style === '' ? undefined : { style, origins };
}
