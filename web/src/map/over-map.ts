import { isOfProduct } from '../state/view';
import { keyOf, text } from '../text/text';
import { daysOf, shadedOf, type Scene } from './map-engine';

/** What both libraries' maps have around and over them; it comes with them, not before. */

/** What a map is called, so that two beside each other can be told apart by ear. */
export function titleOf(scene: Scene): string {
  const { product } = shadedOf(scene);
  const { measure } = scene.view;
  return text(isOfProduct(measure) ? 'map.title' : 'map.title.data', {
    measure: text(keyOf(`measure.${measure}`, product)),
    product: text(`map.product.${product}`),
    date: daysOf(scene),
  });
}

/** Room for legend and names beside the country, which is tall and narrow, in pixels. */
export function room(container: HTMLElement): { top: number; right: number; bottom: number; left: number } {
  if (container.clientWidth < 300 || container.clientHeight < 300) {
    return { top: 12, right: 24, bottom: 20, left: 12 };
  }
  return container.clientWidth >= 500
    ? { top: 16, right: 30, bottom: 34, left: 200 }
    : { top: 20, right: 60, bottom: 34, left: 60 };
}

/** The little box at the pointer: the first line is what it is. */
export function hoverBox(lines: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'hover-box';
  box.append(
    ...lines.map((line, index) => {
      const element = document.createElement(index === 0 ? 'strong' : 'span');
      element.textContent = line;
      return element;
    }),
  );
  return box;
}

/** Where the pointer is on the other map. */
export function pointerMark(): HTMLElement {
  const mark = document.createElement('div');
  mark.className = 'pointer-mark';
  return mark;
}
