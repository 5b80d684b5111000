/** Which incidents the map marks. */
export type Marks = 'air' | 'all';

/** Everything that the reader can choose; the page is a function of it and of the server's answers. */
export interface View {
  /** Date of the estimate, also the end of the window of incidents: an ISO date. */
  readonly asOf: string;
  readonly marks: Marks;
  /** P-code of the selected unit. */
  readonly unit: string | undefined;
}

/** The date of the UN's 440,000, which the page shows unless its address names another. */
export const DATE_OF_THE_440000 = '2022-01-31';

/** Start of the window of incidents: the month of the coup, from which the UN counts. */
export const WINDOW_START = '2021-02-01';

export const DEFAULT_VIEW: View = { asOf: DATE_OF_THE_440000, marks: 'air', unit: undefined };
