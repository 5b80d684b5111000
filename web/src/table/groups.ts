import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, UnGroup, UnGroupPart, Unit } from '../api/types';
import { webAddress } from '../detail/links';
import { day, nameOf, number } from '../text/format';
import { language, pieces, text, type TextKey } from '../text/text';

/** The groups of states of the UN in words, as the server's PageGroups writes them. */

const BETWEEN = ', ';

/** Below the table: who has no map has the same. */
export function groupList({ un_groups, units }: Comparison): TemplateResult {
  return html`<div class="un-groups">
    <h3>${text('groups.title')}</h3>
    <ul>
      ${un_groups.map((group) => html`<li>${item(group, units)}</li>`)}
    </ul>
    <p class="note">${text('groups.note')}</p>
  </div>`;
}

function item(group: UnGroup, units: readonly Unit[]): TemplateResult {
  const names = units.filter(({ pcode }) => group.units.includes(pcode)).map(nameOf);
  return html`${total(group)} ${text('groups.units', { units: names.join(BETWEEN) })} ${partly(group) ?? nothing}`;
}

function total(group: UnGroup): (TemplateResult | string | undefined)[] {
  const name = html`<strong>${nameOf(group)}</strong>`;
  const { un_displaced, un_as_of } = group;
  return un_displaced === null || un_as_of === null
    ? marked('groups.none', { name })
    : marked('groups.item', {
        name,
        un: html`<strong class="un">${number(un_displaced)}</strong>`,
        date: html`${day(un_as_of)}`,
        publisher: publisher(group),
      });
}

function marked(key: TextKey, values: Readonly<Record<string, TemplateResult>>): (TemplateResult | string | undefined)[] {
  return pieces(key).map((piece) => ('text' in piece ? piece.text : values[piece.value]));
}

function publisher({ un_publisher, un_url }: UnGroup): TemplateResult {
  const address = webAddress(un_url);
  return address === undefined
    ? html`<span lang="en">${un_publisher}</span>`
    : html`<a lang="en" href=${address} rel="noopener noreferrer external">${un_publisher}</a>`;
}

/** The same in one text, for a legend. */
export function groupSentences({ un_groups }: Comparison): string {
  const totals = un_groups.map(({ un_displaced, un_as_of, un_publisher, ...group }) =>
    un_displaced === null || un_as_of === null
      ? text('groups.none', { name: nameOf(group) })
      : text('groups.item', {
          name: nameOf(group),
          un: number(un_displaced),
          date: day(un_as_of),
          publisher: un_publisher ?? '',
        }),
  );
  const parts = un_groups.flatMap((group) => partly(group) ?? []);
  return [...totals, ...parts, text('groups.note')].join(' ');
}

/** Which groups a unit belongs to, whole or with a part; only those of which the UN gave a total. */
export function memberships({ un_groups }: Comparison, pcode: string): string[] {
  return un_groups.flatMap((group) => {
    const { units, un_displaced, un_as_of } = group;
    if (!units.includes(pcode) || un_displaced === null || un_as_of === null) {
      return [];
    }
    const values = { name: nameOf(group), un: number(un_displaced), date: day(un_as_of) };
    const part = group.partly.find((one) => one.pcode === pcode);
    return part === undefined
      ? text('groups.member', values)
      : text('groups.member.part', { ...values, parts: counted(part) });
  });
}

function counted({ counted_names, counted_names_my }: UnGroupPart): string {
  return (language() === 'my' ? counted_names_my : counted_names).join(BETWEEN);
}

/** Where the outline holds more than the UN counts. */
function partly(group: UnGroup): string | undefined {
  if (group.exact || group.partly.length === 0) {
    return undefined;
  }
  return text('groups.partly', {
    name: nameOf(group),
    units: group.partly.map(nameOf).join(BETWEEN),
    parts: group.partly.map(counted).join(BETWEEN),
  });
}
