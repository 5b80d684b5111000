import { html, nothing, type TemplateResult } from 'lit';
import { days, number } from '../text/format';
import { text, type TextKey } from '../text/text';
import { airOf, kindOf, placeOf, precisionOf, tollOf, type Told } from './describe';
import { webAddress } from './links';

/** All that is told of one incident. What the data hold is text, whatever it looks like. */
export function incidentWords(incident: Told): TemplateResult {
  const { uncertainty_m: metres } = incident;
  const air = airOf(incident);
  return html`<dl class="incident">
    ${row('incident.what', incident.kind === null ? text('incident.kind.unstated') : kindOf(incident.kind))}
    ${air === '' ? nothing : row('incident.air', air)}
    ${row('incident.when', days(incident.date_start, incident.date_end))} ${row('incident.place', placeOf(incident))}
    ${row(
      'incident.precision',
      metres === null
        ? precisionOf(incident)
        : text('incident.within', { precision: precisionOf(incident), km: kilometres(metres) }),
    )}
    ${row('incident.toll', tollOf(incident))}
    ${row('incident.why', html`${text(`incident.basis.${incident.basis}` as TextKey)} ${incident.explanation}`)}
    ${row('incident.source', sourceOf(incident))}
    ${row('incident.licence', incident.licence)} 
    ${incident.id === null ? nothing : row('incident.id', `${incident.source}:${incident.id}`)}
  </dl>`;
}

/** The report, as a link if its address is of the web. */
export function sourceOf(incident: Told): TemplateResult | string {
  const address = webAddress(incident.source_url);
  const source = incident.source_title ?? incident.source;
  return address === undefined ? source : html`<a href=${address} rel="noopener noreferrer external">${source}</a>`;
}

function row(key: TextKey, value: TemplateResult | string): TemplateResult {
  return html`<div>
    <dt>${text(key)}</dt>
    <dd>${value}</dd>
  </div>`;
}

function kilometres(metres: number): string {
  return number(metres / 1000);
}
