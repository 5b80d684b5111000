import type Collection from 'ol/Collection';
import { platformModifierKeyOnly } from 'ol/events/condition';
import { defaults } from 'ol/interaction/defaults';
import DragPan from 'ol/interaction/DragPan';
import type Interaction from 'ol/interaction/Interaction';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom';
import { ONE_COLUMN } from './map-engine';

/**
 * Mouse, fingers and keys of the plain map. Where the page is one column, or in a frame, one finger and the bare wheel
 * scroll the page; two fingers, or Ctrl and the wheel, move the map.
 */
export function gestures(zoomMillis: number, cooperative: boolean): Collection<Interaction> {
  const oneColumn = matchMedia(ONE_COLUMN);
  const free = (): boolean => !cooperative && !oneColumn.matches;
  const pan: DragPan = new DragPan({
    condition: (event) => {
      const touch = (event.originalEvent as PointerEvent).pointerType === 'touch';
      return !touch || free() || pan.getPointerCount() === 2;
    },
  });
  const wheel = new MouseWheelZoom({
    duration: zoomMillis,
    condition: (event) => free() || platformModifierKeyOnly(event),
  });
  const all = defaults({
    altShiftDragRotate: false,
    pinchRotate: false,
    dragPan: false,
    mouseWheelZoom: false,
    zoomDuration: zoomMillis,
  });
  all.extend([pan, wheel]);
  return all;
}
