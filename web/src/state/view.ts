import type { Language } from '../text/text';

/** Which incidents are shown, by what is known of an attack from the air. */
export const AIR = ['documented', 'mentioned', 'any', 'all'] as const;
export type Air = (typeof AIR)[number];

/** How an estimate is made; what each may be used for stands beside it wherever it is shown. */
export const PRODUCTS = ['independent', 'nowcast', 'allocation'] as const;
export type Product = (typeof PRODUCTS)[number];

/** What shades the units. */
export const MEASURES = ['estimate', 'rate', 'ratio', 'un', 'incidents', 'killed', 'exposure'] as const;
export type Measure = (typeof MEASURES)[number];

/** Whether it is made of the estimate, so that what the product may be used for holds for it too. */
export function isOfProduct(measure: Measure): boolean {
  return ['estimate', 'rate', 'ratio'].includes(measure);
}

/** Whether a product has a measure: the UN figure shared out is no estimate to be divided by the UN figure. */
export function has(product: Product, measure: Measure): boolean {
  return product !== 'allocation' || measure !== 'ratio';
}

/** Where the map looks. */
export interface Position {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** Everything that the reader can choose; the page is a function of it and of the server's answers. */
export interface View {
  /** Date of the estimate: an ISO date. */
  readonly asOf: string;
  /** Last day of UN figures used; undefined: the server's rule. */
  readonly cutoff: string | undefined;
  readonly product: Product;
  /** First day of the incidents shown. */
  readonly from: string;
  /** Last day of the incidents shown; undefined: it moves with the date of the estimate. */
  readonly to: string | undefined;
  /** Admin level of the shaded units. */
  readonly level: number;
  readonly measure: Measure;
  /** Whether the groups of states of the UN are outlined, which overlap the states. */
  readonly groups: boolean;
  readonly air: Air;
  /** Only incidents of these sources, kinds and precisions; empty: all. */
  readonly sources: readonly string[];
  readonly kinds: readonly string[];
  readonly precisions: readonly string[];
  /** Only incidents with at least so many killed. */
  readonly minKilled: number;
  /** Only these units, by P-code; empty: everywhere. */
  readonly units: readonly string[];
  /** Only incidents whose words hold this. */
  readonly text: string;
  /** P-code of the unit, or id of the incident, whose details are open. */
  readonly selected: string | undefined;
  /** The other side of a comparison: a date or a product. */
  readonly compare: string | undefined;
  /** Where the map looks; undefined: the whole country. */
  readonly at: Position | undefined;
  /** Language that the address chose; undefined: the browser's. */
  readonly language: Language | undefined;
  /** Version of the dataset that the address is frozen to; undefined: the newest. */
  readonly version: string | undefined;
}

/** The date of the UN's 440,000, which the page shows unless its address names another. */
export const DATE_OF_THE_440000 = '2022-01-31';

/** Start of the window of incidents: the month of the coup, from which the UN counts. */
export const WINDOW_START = '2021-02-01';

export const DEFAULT_VIEW: View = {
  asOf: DATE_OF_THE_440000,
  cutoff: undefined,
  product: 'independent',
  from: WINDOW_START,
  to: undefined,
  level: 1,
  measure: 'estimate',
  groups: false,
  air: 'documented',
  sources: [],
  kinds: [],
  precisions: [],
  minKilled: 0,
  units: [],
  text: '',
  selected: undefined,
  compare: undefined,
  at: undefined,
  language: undefined,
  version: undefined,
};

/** Choices that hide incidents; what a reader clears at once. */
export const FILTERS = ['air', 'sources', 'kinds', 'precisions', 'minKilled', 'units', 'text'] as const;

/** The same view with every incident shown. */
export const UNFILTERED: Pick<View, (typeof FILTERS)[number]> = {
  air: 'all',
  sources: [],
  kinds: [],
  precisions: [],
  minKilled: 0,
  units: [],
  text: '',
};
