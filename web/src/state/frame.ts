/** A page behind another, or a frame out of sight, is not drawn at all: then it waits no longer than this. */
const UNDRAWN_MILLIS = 100;

/** Resolves when what has been changed so far is drawn: for what may come after it. */
export function afterFrame(): Promise<void> {
  return new Promise((resume) => {
    requestAnimationFrame(() => setTimeout(resume));
    setTimeout(resume, UNDRAWN_MILLIS);
  });
}
