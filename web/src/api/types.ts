/**
 * Answers of the server's API, as `/openapi.json` describes them. To be generated from it by
 * `npm run types`; until then written by hand.
 */

export interface National {
  displaced: number | null;
  displaced_low80: number | null;
  displaced_high80: number | null;
  displaced_low95: number | null;
  displaced_high95: number | null;
  un_displaced: number | null;
  un_as_of: string | null;
  un_publisher: string | null;
  un_latest: number | null;
  un_latest_as_of: string | null;
  un_not_attributed: number | null;
  ratio_to_440000: number | null;
  ratio_to_un: number | null;
  /** Lowest and highest ratio to the UN figure over all cut-offs and weightings. */
  ratio_range: [number, number] | null;
  /** UN totals that the rate was fitted on. */
  snapshots: number;
  events: number;
  /** People displaced per incident. */
  theta: number;
}

export interface UnitFigures {
  pcode: string;
  name: string;
  name_my: string | null;
  level: number;
  population: number | null;
  /** Incidents whose interval overlaps the window. */
  incidents: number;
  /** Incidents that the estimate counts: those that ended in the window. */
  events: number;
  air_incidents: number;
  air_mentions: number;
  killed_low: number | null;
  killed_best: number | null;
  killed_high: number | null;
  /** Null where the estimate is under 100; so are limits of intervals. */
  displaced: number | null;
  displaced_low80: number | null;
  displaced_high80: number | null;
  displaced_low95: number | null;
  displaced_high95: number | null;
  displaced_class: string;
  /** Null where the UN listed no figure: unknown, not zero. */
  un_displaced: number | null;
  un_complete: boolean;
  share_of_un: number | null;
  ratio_to_un: number | null;
  product: string;
  as_of: string;
  cutoff: string;
}

export interface Comparison {
  as_of: string;
  cutoff: string;
  product: string;
  source: string;
  version: string;
  /** First and last date that can be answered. */
  as_of_range?: [string, string];
  national: National;
  units: UnitFigures[];
  notes?: string[];
}

export interface IncidentProperties {
  id: string;
  date_start: string;
  date_end: string;
  place: string | null;
  pcode: string | null;
  kind: string | null;
  air: 'documented' | 'mentioned' | 'none';
  precision: string;
  uncertainty_m: number | null;
  basis: string;
  killed_low: number | null;
  killed_best: number | null;
  killed_high: number | null;
  source: string;
  source_title: string | null;
  source_url: string | null;
  licence: string;
}

/** RFC 9457 problem. */
export interface Problem {
  title: string;
  status: number;
  detail?: string;
}
