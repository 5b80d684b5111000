import { html, nothing, svg, type TemplateResult } from 'lit';
import type { UnitDetail, UnitEstimate, UnitFigure } from '../api/types';
import { percent, steps } from '../figures/scale';
import { dayNumber } from '../state/days';
import { count, day, digits, interval, monthAndYear, number, people } from '../text/format';
import { keyOf, text } from '../text/text';
import { webAddress } from './links';

/**
 * The two charts of a unit, in any width: what has a size in the eye is placed in percent of the width
 * and pixels of the height, only lines and bands are stretched. Their numbers stand in a table below.
 */
const TOP = 16;
const PLOT = 120;
const BOTTOM = TOP + PLOT;
const HEIGHT = BOTTOM + 22;

/** UN figures and our estimates over time, with the 80 % interval as a band. */
export function overTime({ unit, estimates, un_figures: figures }: UnitDetail, name: string): TemplateResult {
  const drawn = estimates.filter(({ displaced }) => displaced !== null);
  const dates = [...drawn, ...figures].map(({ as_of }) => dayNumber(as_of));
  if (dates.length < 2) {
    return html`<p class="note">${text('unit.over-time.none')}</p>`;
  }
  const first = Math.min(...dates);
  const last = Math.max(...dates, first + 1);
  const ticks = steps(
    Math.max(...drawn.map((row) => row.displaced_high80 ?? 0), ...figures.map((row) => row.un_displaced), 1000),
  );
  const most = ticks[ticks.length - 1] as number;
  const x = (iso: string): number => (100 * (dayNumber(iso) - first)) / (last - first);
  const y = (value: number | null): number => BOTTOM - (PLOT * Math.min(value ?? 0, most)) / most;
  const path = (points: readonly (readonly [string, number | null])[]): string =>
    points.map(([iso, value]) => `${(x(iso) * 10).toFixed(1)} ${y(value).toFixed(1)}`).join('L');
  const label = text(keyOf('unit.over-time.label', unit.product), {
    unit: name,
    figures: number(figures.length),
    estimates: number(drawn.length),
  });
  return html`
    <svg class="chart scale" role="img" aria-labelledby="unit-over-time-label" width="100%" height=${HEIGHT}>
      <title id="unit-over-time-label">${label}</title>
      <desc>${text('unit.over-time.desc')}</desc>
      ${ticks.map(
        (tick) => svg`
          <line class=${tick === 0 ? 'tick zero' : 'tick'} x1="0" x2="100%" y1=${y(tick)} y2=${y(tick)} />`,
      )}
      <line class="coverage-break" x1=${percent(x(unit.as_of))} x2=${percent(x(unit.as_of))} y1=${TOP} y2=${BOTTOM} />
      <svg width="100%" height=${BOTTOM} viewBox="0 0 1000 ${BOTTOM}" preserveAspectRatio="none">
        ${drawn.length < 2
          ? nothing
          : svg`
            <path class="ours-band" d="M${path(drawn.map((row) => [row.as_of, row.displaced_high80]))}L${path(drawn.map((row) => [row.as_of, row.displaced_low80] as const).reverse())}z" />
            <path class="ours" d="M${path(drawn.map((row) => [row.as_of, row.displaced]))}" />`}
        ${figures.length < 2 ? nothing : svg`<path class="uns" d="M${path(figures.map((row) => [row.as_of, row.un_displaced]))}" />`}
      </svg>
      ${ticks.map((tick) => svg`<text class="tick-text" x="0" y=${y(tick) - 3}>${number(tick)}</text>`)}
      ${drawn
        .filter(({ as_of }) => as_of === unit.as_of)
        .map((row) => svg`<circle class="best" cx=${percent(x(row.as_of))} cy=${y(row.displaced)} r="4" />`)}
      ${figures.map(
        (row) => svg`
          <svg class="anchor" x=${percent(x(row.as_of))} y=${y(row.un_displaced)}><path class="un-mark" d="M0 -4L4 0L0 4L-4 0z" /></svg>`,
      )}
      <text class="tick-text" x="0" y=${BOTTOM + 16}>${monthAndYear(iso(dates, first, [...drawn, ...figures]))}</text>
      <text class="tick-text" x="100%" y=${BOTTOM + 16} text-anchor="end">${monthAndYear(iso(dates, last, [...drawn, ...figures]))}</text>
    </svg>
    <p class="note">${text(keyOf('unit.over-time.key', unit.product))}</p>
    <details>
      <summary>${text('unit.over-time.table')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${text('unit.over-time.table')}>
        ${overTimeTable(estimates, figures, unit.product)}
      </div>
    </details>
  `;
}

function iso(dates: readonly number[], wanted: number, rows: readonly { readonly as_of: string }[]): string {
  return (rows[dates.indexOf(wanted)] ?? rows[0])?.as_of ?? '';
}

function overTimeTable(estimates: readonly UnitEstimate[], figures: readonly UnitFigure[], product: string): TemplateResult {
  const days = [...new Set([...estimates, ...figures].map(({ as_of }) => as_of))].sort();
  return html`<table class="numbers">
    <thead>
      <tr>
        <th scope="col">${text('series.column.date')}</th>
        <th scope="col" class="number un">${text('series.column.un')}</th>
        <th scope="col" class="number estimate">${text(keyOf('series.column.estimate', product))}</th>
        <th scope="col" class="number">${text('series.column.interval')}</th>
      </tr>
    </thead>
    <tbody>
      ${days.map((iso) => {
        const figure = figures.find(({ as_of }) => as_of === iso);
        const ours = estimates.find(({ as_of }) => as_of === iso);
        return html`<tr>
          <th scope="row">${day(iso)}</th>
          <td class="number">${figure === undefined ? nothing : figureCell(figure)}</td>
          <td class="number estimate">${ours === undefined ? nothing : people(ours.displaced)}</td>
          <td class="number">${ours === undefined ? nothing : interval(ours.displaced_low80, ours.displaced_high80)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function figureCell({ un_displaced, un_publisher, un_url, un_complete }: UnitFigure): TemplateResult {
  const address = webAddress(un_url);
  return html`<span class="un">${number(un_displaced)}${un_complete ? nothing : '†'}</span>
    ${address === undefined
      ? html`<span lang="en">${un_publisher}</span>`
      : html`<a lang="en" href=${address} rel="noopener noreferrer external">${un_publisher}</a>`}`;
}

/** Incidents of each month; those reported with air attacks darker, the documented list beside them. */
export function byMonth({ months }: UnitDetail, name: string): TemplateResult {
  const largest = Math.max(1, ...months.map((row) => Math.max(row.incidents, row.air_incidents)));
  const slot = 100 / Math.max(1, months.length);
  const tall = (value: number): number => (PLOT * value) / largest;
  const bar = (style: string, from: number, width: number, value: number): TemplateResult =>
    svg`<rect class=${style} x=${percent(from)} width=${percent(width)} y=${BOTTOM - tall(value)} height=${tall(value)} />`;
  const sum = (key: 'incidents' | 'air_incidents'): string => count(months.reduce((total, row) => total + row[key], 0));
  const first = months[0];
  const last = months[months.length - 1];
  return html`
    <svg class="chart scale" role="img" aria-labelledby="unit-months-label" width="100%" height=${HEIGHT}>
      <title id="unit-months-label">
        ${text('unit.months.label', { unit: name, incidents: sum('incidents'), air: sum('air_incidents') })}
      </title>
      <desc>${text('unit.months.desc')}</desc>
      <text class="tick-text" x="0" y="10">${text('unit.months.most', { count: count(largest) })}</text>
      ${months.map(
        (row, index) => svg`
          ${bar('month-bar', index * slot + slot * 0.1, slot * 0.55, row.incidents)}
          ${bar('bar-mentioned', index * slot + slot * 0.1, slot * 0.55, row.air_mentions)}
          ${bar('bar-air', index * slot + slot * 0.68, slot * 0.22, row.air_incidents)}`,
      )}
      <line class="tick zero" x1="0" x2="100%" y1=${BOTTOM} y2=${BOTTOM} />
      ${first === undefined ? nothing : svg`<text class="tick-text" x="0" y=${BOTTOM + 16}>${monthAndYear(first.start)}</text>`}
      ${last === undefined ? nothing : svg`<text class="tick-text" x="100%" y=${BOTTOM + 16} text-anchor="end">${monthAndYear(last.start)}</text>`}
    </svg>
    <ul class="chart-keys">
      <li><span class="swatch month-bar" aria-hidden="true"></span>${text('unit.months.key.all')}</li>
      <li><span class="swatch bar-mentioned" aria-hidden="true"></span>${text('detail.air.mentioned')}</li>
      <li><span class="swatch bar-air" aria-hidden="true"></span>${text('detail.air.documented')}</li>
    </ul>
    <details>
      <summary>${text('unit.months.table')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${text('unit.months.table')}>
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">${text('unit.months.month')}</th>
              <th scope="col" class="number">${text('unit.months.key.all')}</th>
              <th scope="col" class="number">${text('detail.air.mentioned')}</th>
              <th scope="col" class="number">${text('detail.air.documented')}</th>
              <th scope="col" class="number">${text('unit.months.killed')}</th>
            </tr>
          </thead>
          <tbody>
            ${months.map(
              (row) => html`<tr>
                <th scope="row">${monthAndYear(row.start)}</th>
                ${[row.incidents, row.air_mentions, row.air_incidents, row.killed_best].map(
                  (value) => html`<td class="number">${digits(decimals(value))}</td>`,
                )}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

/** Parts of incidents that are spread over several units stay visible, to one decimal. */
function decimals(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
