/**
 * For pages that embed ours: `<script src="…/embed.js" async>`. Gives each of our frames the height
 * that it says its content needs. It imports nothing and leaves no name in the page around it.
 */
(() => {
  const HEIGHT_MESSAGE = 'displacement-mapper:height';
  const HEIGHT_WANTED = 'displacement-mapper:height-wanted';
  /** No frame has a reason to ask for less or more, in CSS pixels. */
  const LEAST = 200;
  const MOST = 3000;

  const script = document.currentScript as HTMLScriptElement | null;
  const ours = script === null ? undefined : new URL('embed', script.src).href;

  /** Frames marked as ours, or showing an address beside this script. */
  const frames = (): HTMLIFrameElement[] =>
    [...document.querySelectorAll('iframe')].filter(
      ({ dataset, src }) =>
        'displacementMapper' in dataset || (ours !== undefined && (src === ours || src.startsWith(`${ours}?`))),
    );

  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const { type, height } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
    if (type !== HEIGHT_MESSAGE || typeof height !== 'number' || !Number.isFinite(height)) {
      return;
    }
    // A sandboxed frame has no origin to check: only the frame itself can be the source.
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (frame !== undefined) {
      const isWhole = getComputedStyle(frame).boxSizing === 'border-box';
      const borders = isWhole ? frame.offsetHeight - frame.clientHeight : 0;
      frame.style.height = `${Math.min(MOST, Math.max(LEAST, Math.ceil(height))) + borders}px`;
    }
  });
  // A frame may have told its height before this script was there.
  const ask = (): void => frames().forEach(({ contentWindow }) => contentWindow?.postMessage({ type: HEIGHT_WANTED }, '*'));
  ask();
  window.addEventListener('load', ask);
})();

export {};
