import { nothing, svg, type TemplateResult } from 'lit';

/**
 * An estimate with its intervals and the UN figure on one axis, drawn in percent of the width so that
 * it needs no measuring. A circle and a diamond, since umber and blue have the same lightness.
 */
export interface Interval {
  readonly best: number | null;
  readonly low80: number | null;
  readonly high80: number | null;
  readonly low95: number | null;
  readonly high95: number | null;
  readonly un: number | null;
}

/** Position of a number of people on an axis, in percent; outside 0 to 100 where it does not fit. */
export type Axis = (people: number) => number;

/** Axis of the table: each of its four parts is ten times the one before, from 100 to a million. */
export const LOGARITHMIC: Axis = (people) => (100 * (Math.log10(people) - 2)) / 4;

export function linear(max: number): Axis {
  return (people) => (100 * people) / max;
}

/** Steps of a linear axis from 0 that holds `largest`: at most six, each 1, 2 or 5 times a power of ten. */
export function steps(largest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(largest, 1000) / 6));
  const step = [1, 2, 5, 10].map((n) => n * power).find((candidate) => largest / candidate <= 6) as number;
  return Array.from({ length: Math.ceil(largest / step) + 1 }, (_, index) => index * step);
}

/** The marks of one interval at height `y`. Nothing is drawn for an estimate under 100. */
export function marks(interval: Interval, axis: Axis, y: number, radius: number): TemplateResult {
  const at = (people: number | null): number => clip(axis(people ?? 100));
  const { best, low80, high80, low95, high95, un } = interval;
  const estimate =
    best === null
      ? nothing
      : svg`
        <line class="likely-95" x1=${percent(at(low95))} x2=${percent(at(high95))} y1=${y} y2=${y} />
        <rect class="likely-80" x=${percent(at(low80))} width=${percent(at(high80) - at(low80))} y=${y - radius * 0.6} height=${radius * 1.2} />
        ${axis(low95 ?? 100) < 0 ? arrow(0, -1, y, 'beyond') : nothing}
        ${axis(high95 ?? 100) > 100 ? arrow(100, 1, y, 'beyond') : nothing}
        ${axis(best) > 100 ? nothing : svg`<circle class="best" cx=${percent(at(best))} cy=${y} r=${radius} />`}`;
  return svg`${estimate}${un === null ? nothing : unMark(axis(un), y, radius)}`;
}

export function percent(value: number): string {
  return `${value.toFixed(2)}%`;
}

/** A diamond, or an arrowhead where the figure is beyond the axis. */
function unMark(x: number, y: number, radius: number): TemplateResult {
  return x > 100 ? arrow(100, 1, y, 'beyond un-beyond') : diamond(clip(x), y, radius);
}

function diamond(x: number, y: number, radius: number): TemplateResult {
  const r = radius * 0.95;
  return svg`<svg class="anchor" x=${percent(x)} y=${y}><path class="un-mark" d="M0 ${-r}L${r} 0L0 ${r}L${-r} 0z" /></svg>`;
}

/** Something goes on beyond the axis. */
function arrow(x: number, direction: number, y: number, style: string): TemplateResult {
  return svg`<svg class="anchor" x=${percent(x)} y=${y}><path class=${style} d="M${-direction * 5} -4L0 0L${-direction * 5} 4" /></svg>`;
}

function clip(value: number): number {
  return Math.min(100, Math.max(0, value));
}
