/** Small pictures of the map, drawn rather than loaded: hatches and the disc of a vague incident. */

export const PIXEL_RATIO = 2;

/**
 * Diagonal hatch that repeats without a seam: a line and its pale companion, seen on any shade. It
 * rises to the right for "no UN figure", and falls for the area of a vague incident.
 */
export function hatch(line: string, companion: string, step = 7, falling = false): ImageData {
  const size = step * PIXEL_RATIO;
  const pen = canvas(size);
  if (falling) {
    pen.translate(size, 0);
    pen.scale(-1, 1);
  }
  for (const [colour, shift] of [
    [companion, 1.2 * PIXEL_RATIO],
    [line, 0],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = 1.1 * PIXEL_RATIO;
    for (const offset of [-size, 0, size]) {
      pen.beginPath();
      pen.moveTo(offset + shift - size, size * 2);
      pen.lineTo(offset + shift + size * 2, -size);
      pen.stroke();
    }
  }
  return pen.getImageData(0, 0, size, size);
}

/** Hatched disc with a dashed edge and no centre: somewhere in here, never a point. */
export function disc(ink: string, ground: string): ImageData {
  const size = 26 * PIXEL_RATIO;
  const middle = size / 2;
  const radius = middle - 2 * PIXEL_RATIO;
  const pen = canvas(size);
  pen.save();
  pen.beginPath();
  pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  pen.fillStyle = ground;
  pen.fill();
  pen.clip();
  pen.strokeStyle = ink;
  pen.globalAlpha = 0.45;
  pen.lineWidth = PIXEL_RATIO;
  for (let x = -size; x < size * 2; x += 4.5 * PIXEL_RATIO) {
    pen.beginPath();
    pen.moveTo(x, size);
    pen.lineTo(x + size, 0);
    pen.stroke();
  }
  pen.restore();
  pen.strokeStyle = ink;
  pen.lineWidth = 1.4 * PIXEL_RATIO;
  pen.setLineDash([3 * PIXEL_RATIO, 2 * PIXEL_RATIO]);
  pen.beginPath();
  pen.arc(middle, middle, radius, 0, 2 * Math.PI);
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}

/** A picture as a canvas, for libraries that take no pixels. */
export function sheet(picture: ImageData): HTMLCanvasElement {
  const pen = canvas(picture.width);
  pen.putImageData(picture, 0, 0);
  return pen.canvas;
}

/** A hatch to fill with on a canvas. */
export function pattern(picture: ImageData): CanvasPattern {
  const fill = canvas(1).createPattern(sheet(picture), 'repeat') as CanvasPattern;
  fill.setTransform(new DOMMatrix().scale(1 / PIXEL_RATIO));
  return fill;
}

export function translucent(hex: string, opacity: number): string {
  return hex + Math.round(opacity * 255).toString(16).padStart(2, '0');
}

function canvas(size: number): CanvasRenderingContext2D {
  const element = document.createElement('canvas');
  element.width = size;
  element.height = size;
  return element.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
}
