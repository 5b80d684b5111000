import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Comparison, Unit } from '../api/types';
import { difference, type OtherSide } from '../compare/other';
import { LOGARITHMIC, marks, percent } from '../figures/scale';
import { PageElement } from '../state/page-element';
import type { Product } from '../state/view';
import { count, day, estimated, hasInterval, interval, nameOf, number, people, period, ratio } from '../text/format';
import { keyOf, text } from '../text/text';
import { classOf } from '../theme/classes';
import { groupList } from './groups';
import { rows, type Column, type Order } from './rows';

const DECADES = [100, 1_000, 10_000, 100_000, 1_000_000];

/** The table of units. A name is a button that selects the unit; fires `unit-chosen`. */
class UnitTable extends PageElement {
  static override properties = {
    ...PageElement.properties,
    selected: { attribute: false },
    units: { attribute: false },
    other: { attribute: false },
    order: { state: true },
  };

  /** The units of the level that is shown. */
  declare units: readonly Unit[];
  declare selected: string | undefined;
  /** The same units on the other side of a comparison; undefined: there is none. */
  declare other: Pick<OtherSide, 'comparison' | 'units'> | undefined;
  /** How the reader sorted it; undefined: as it comes. */
  declare order: Order | undefined;

  constructor() {
    super();
    this.units = [];
  }

  protected override render(): TemplateResult {
    const comparison = this.comparison as Comparison;
    const units = this.units.length === 0 ? comparison.units : this.units;
    const { listed, unlisted } = rows(units, this.order);
    const level = units[0]?.level ?? 1;
    // Not listed is said of a breakdown; on other dates there is nothing to be listed in.
    const missing = text(listed.length === 0 ? 'table.no-figure' : 'table.not-listed');
    return html`
      <table class=${this.other === undefined ? 'units' : 'units compared'}>
        <caption class="visually-hidden">
          ${text(keyOf('table.caption', comparison.product), { date: day(comparison.as_of) })}
        </caption>
        ${this.#head(level)}
        <tbody class="listed">
          ${listed.map((unit) => this.#row(unit, missing))}
        </tbody>
        <tbody class="unlisted">
          ${unlisted.length === 0
            ? nothing
            : html`<tr class="group">
                <th colspan="7" scope="rowgroup">
                  ${level > 1
                    ? text('table.unlisted-finer')
                    : text(keyOf(listed.length === 0 ? 'table.unlisted-all' : 'table.unlisted', comparison.product))}
                </th>
              </tr>`}
          ${unlisted.map((unit) => this.#row(unit, missing))}
        </tbody>
        <tbody class="total">
          ${notAttributed(comparison)} ${total(comparison)}
        </tbody>
      </table>
      <p class="note period">${period(comparison)}</p>
      ${groupList(comparison)}
    `;
  }

  #row(unit: Unit, missing: string): TemplateResult {
    const chosen = unit.pcode === this.selected;
    return html`
      <tr data-pcode=${unit.pcode} class=${chosen ? 'selected' : ''}>
        <th scope="row" class="name">
          <span class="swatch ${unit.displaced_class === null ? 'unknown' : `class-${classOf(unit.displaced)}`}"></span
          ><button type="button" aria-pressed=${String(chosen)} @click=${() => this.#choose(unit)}>${nameOf(unit)}</button>
        </th>
        <td class="number un">${unFigure(unit, missing)}</td>
        <td class="number estimate">
          <span class="best">${estimated(unit)}</span>
          ${hasInterval(unit)
            ? html`<span class="interval">${interval(unit.displaced_low80, unit.displaced_high80)}</span>`
            : nothing}
        </td>
        <td class="drawn" aria-hidden="true">${hasInterval(unit) ? drawn(unit) : nothing}</td>
        <td class="number ratio">${unit.ratio_to_un === null ? '' : ratio(unit.ratio_to_un)}</td>
        <td class="number incidents">${count(unit.events)}</td>
        <td class="number air">${count(unit.air_incidents)}</td>
        ${this.other === undefined ? nothing : otherCells(unit, this.other.units.find(({ pcode }) => pcode === unit.pcode))}
      </tr>
    `;
  }

  /** Column heads are buttons that sort; a third press brings back the order as it comes. */
  #head(level: number): TemplateResult {
    return html`
      <thead>
        <tr>
          ${this.#column('name', 'name', html`${text(`table.unit.${level as 1 | 2 | 3}`)}`)}
          ${this.#column('un', 'number un', html`${text('table.un')}`)}
          ${this.#column(
            'estimate',
            'number estimate',
            html`<span class="best">${text(keyOf('table.estimate', (this.comparison as Comparison).product))}</span>
              <span class="interval">${text('table.interval')}</span>`,
          )}
          <th scope="col" class="drawn" aria-hidden="true">
            <span class="drawn-title">${text('table.scale')}</span>
            <svg class="scale" width="100%" height="14">
              ${DECADES.map(
                (people, index) =>
                  svg`<text class="tick-text" x=${percent(LOGARITHMIC(people))} y="11" text-anchor=${['start', 'middle', 'middle', 'middle', 'end'][index]}>${index === 4 ? text('table.million') : number(people)}</text>`,
              )}
            </svg>
          </th>
          ${this.#column('ratio', 'number ratio', html`${text('table.ratio')}`)}
          ${this.#column('incidents', 'number incidents', html`${text('table.incidents')}`)}
          ${this.#column('air', 'number air', html`${text('table.air')}`)}
          ${this.other === undefined
            ? nothing
            : html`<th scope="col" class="number estimate">${text('compare.other', { side: this.#side(this.other.comparison) })}</th>
                <th scope="col" class="number">${text('compare.difference')}</th>`}
        </tr>
      </thead>
    `;
  }

  /** What the other side is: its product or its day, whichever is another. */
  #side({ product, as_of }: Comparison): string {
    const here = this.comparison as Comparison;
    return [
      ...(product === here.product ? [] : [text(`map.product.${product as Product}`)]),
      ...(as_of === here.as_of && product !== here.product ? [] : [day(as_of)]),
    ].join(', ');
  }

  #column(column: Column, style: string, words: TemplateResult): TemplateResult {
    const sorted = this.order?.column === column ? (this.order.descending ? 'descending' : 'ascending') : undefined;
    return html`<th scope="col" class=${style} aria-sort=${sorted ?? nothing}>
      <button type="button" class="sort" @click=${() => this.#sort(column)}>${words}</button>
    </th>`;
  }

  #sort(column: Column): void {
    const first = column !== 'name'; // names begin with A, numbers with the largest
    if (this.order?.column !== column) {
      this.order = { column, descending: first };
    } else {
      this.order = this.order.descending === first ? { column, descending: !first } : undefined;
    }
  }

  #choose(unit: Unit): void {
    this.dispatchEvent(new CustomEvent('unit-chosen', { detail: unit.pcode, bubbles: true }));
  }
}

function otherCells(unit: Unit, other: Unit | undefined): TemplateResult {
  return html`<td class="number estimate">
      ${other === undefined ? '' : estimated(other)}
      ${other !== undefined && hasInterval(other)
        ? html`<span class="interval">${interval(other.displaced_low80, other.displaced_high80)}</span>`
        : nothing}
    </td>
    <td class="number">${difference(unit, other)} ${difference(unit, other) === '' ? nothing : overlap(unit, other)}</td>`;
}

/** A difference between estimates whose intervals overlap may be none. */
function overlap(unit: Unit, other: Unit | undefined): TemplateResult | typeof nothing {
  if (other === undefined || !hasInterval(unit) || !hasInterval(other)) {
    return nothing;
  }
  const apart =
    (unit.displaced_low80 ?? 0) > (other.displaced_high80 ?? 0) || (other.displaced_low80 ?? 0) > (unit.displaced_high80 ?? 0);
  return html`<span class="overlap">${text(apart ? 'compare.apart' : 'compare.overlap')}</span>`;
}

function unFigure(unit: Unit, missing: string): TemplateResult {
  if (unit.un_displaced === null) {
    return html`<span class="not-listed">${missing}</span>`;
  }
  return unit.un_complete
    ? html`${number(unit.un_displaced)}`
    : html`${number(unit.un_displaced)}<abbr title=${text('table.note.part')}>†</abbr>`;
}

function notAttributed({ national }: Comparison): TemplateResult | typeof nothing {
  const { un_not_attributed } = national;
  return un_not_attributed === null || un_not_attributed === 0
    ? nothing
    : html`<tr class="not-attributed">
        <th scope="row" class="name"><span class="swatch unknown"></span>${text('table.unattributed')}</th>
        <td class="number un">${number(un_not_attributed)}</td>
        <td class="number estimate"></td>
        <td class="drawn" aria-hidden="true"></td>
        <td class="number ratio"></td>
        <td class="number incidents"></td>
        <td class="number air"></td>
      </tr>`;
}

function total({ national, units }: Comparison): TemplateResult {
  return html`<tr class="national">
    <th scope="row" class="name">${text('table.total')}</th>
    <td class="number un">
      ${national.un_displaced === null
        ? html`<span class="not-listed">${text('table.no-figure')}</span>`
        : number(national.un_displaced)}
    </td>
    <td class="number estimate">
      <span class="best">${people(national.displaced)}</span>
      <span class="interval">${interval(national.displaced_low80, national.displaced_high80)}</span>
    </td>
    <td class="drawn" aria-hidden="true">${drawn(national)}</td>
    <td class="number ratio">${national.ratio_to_un === null ? '' : ratio(national.ratio_to_un)}</td>
    <td class="number incidents">${count(national.events)}</td>
    <td class="number air">${count(units.reduce((sum, unit) => sum + unit.air_incidents, 0))}</td>
  </tr>`;
}

function drawn(
  figures: Pick<
    Unit,
    'displaced' | 'displaced_low80' | 'displaced_high80' | 'displaced_low95' | 'displaced_high95' | 'un_displaced'
  >,
): TemplateResult {
  return html`<svg class="scale row" width="100%" height="22">
    ${DECADES.map(
      (people) =>
        svg`<line class="tick" x1=${percent(LOGARITHMIC(people))} x2=${percent(LOGARITHMIC(people))} y1="0" y2="22" />`,
    )}
    ${marks(
      {
        best: figures.displaced,
        low80: figures.displaced_low80,
        high80: figures.displaced_high80,
        low95: figures.displaced_low95,
        high95: figures.displaced_high95,
        un: figures.un_displaced,
      },
      LOGARITHMIC,
      11,
      5,
    )}
  </svg>`;
}

customElements.define('dm-table', UnitTable);
