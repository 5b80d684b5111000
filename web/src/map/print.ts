/** Lines and letters of the scale, in CSS pixels. */
const SCALE = { height: 8, line: 2, letters: 11, apart: 4, right: 12, bottom: 10 } as const;

/**
 * What a map shows, with its scale, as a picture for paper: there the map itself would take another size and be drawn
 * anew, which takes longer than a browser waits. To be called right after the map was drawn.
 *
 * @param map the box in which a library has put its canvases
 */
export function pictureOf(map: HTMLElement): HTMLCanvasElement {
  const whole = map.getBoundingClientRect();
  const canvases = [...map.querySelectorAll('canvas')];
  const density = Math.max(1, ...canvases.map((canvas) => canvas.width / Math.max(1, canvas.getBoundingClientRect().width)));
  const picture = document.createElement('canvas');
  picture.width = Math.round(whole.width * density);
  picture.height = Math.round(whole.height * density);
  const context = picture.getContext('2d');
  if (context !== null) {
    context.scale(density, density);
    for (const canvas of canvases) {
      const { x, y, width, height } = canvas.getBoundingClientRect();
      context.drawImage(canvas, x - whole.x, y - whole.y, width, height);
    }
    drawScale(context, map.querySelector<HTMLElement>('.maplibregl-ctrl-scale, .ol-scale-line-inner'), whole);
  }
  return picture;
}

function drawScale(context: CanvasRenderingContext2D, bar: HTMLElement | null, whole: DOMRect): void {
  if (bar === null || bar.offsetWidth === 0) {
    return;
  }
  const { color, fontFamily } = getComputedStyle(bar);
  const right = whole.width - SCALE.right;
  const left = right - bar.offsetWidth;
  const bottom = whole.height - SCALE.bottom;
  context.strokeStyle = color;
  context.lineWidth = SCALE.line;
  context.beginPath();
  context.moveTo(left, bottom - SCALE.height);
  context.lineTo(left, bottom);
  context.lineTo(right, bottom);
  context.lineTo(right, bottom - SCALE.height);
  context.stroke();
  context.fillStyle = color;
  context.font = `${SCALE.letters}px ${fontFamily}`;
  context.textAlign = 'center';
  context.fillText(bar.textContent ?? '', (left + right) / 2, bottom - SCALE.apart);
}
