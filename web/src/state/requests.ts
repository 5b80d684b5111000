import type { Query } from '../api/client';
import { WINDOW_START, type View } from './view';

/** What the server is asked for a view: names are those of the API's query parameters. */

/** Which version of the data, for what depends on nothing else: shapes and names. */
export function versionParameters({ version }: View): Query {
  return given({ v: version ?? '' });
}

/** What is estimated, and from which version of the data. */
export function estimateParameters({ asOf, cutoff, product, version }: View): Query {
  return given({
    as_of: asOf,
    cutoff: cutoff ?? '',
    product: product === 'independent' ? '' : product,
    v: version ?? '',
  });
}

/** What the units are asked for: their counts are of the window of incidents, but of no other filter. */
export function unitParameters(view: View): Query {
  return {
    ...estimateParameters(view),
    ...given({ from: view.from === WINDOW_START ? '' : view.from, to: view.to ?? '' }),
  };
}

/** Which incidents are shown and counted: the window ends with the date of the estimate unless it was let go. */
export function incidentParameters(view: View): Query {
  return given({
    from: view.from === WINDOW_START ? '' : view.from,
    to: view.to ?? view.asOf,
    air: view.air === 'all' ? '' : view.air,
    incident_source: view.sources.join(','),
    kind: view.kinds.join(','),
    precision: view.precisions.join(','),
    min_killed: view.minKilled === 0 ? '' : String(view.minKilled),
    unit: view.units.join(','),
    text: view.text,
    v: view.version ?? '',
  });
}

/** Which incidents are counted by week: those of every week, so that what lies outside the window is seen too. */
export function weekParameters(view: View): Query {
  const { from: _from, to: _to, ...rest } = incidentParameters(view);
  return rest;
}

/** Whether two requests, or two other plain values, are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Those that are not empty. */
export function given(parameters: Query): Query {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== ''));
}
