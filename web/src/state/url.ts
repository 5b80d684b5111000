/** The date of the UN's 440,000, which the page shows unless its address names another. */
export const DEFAULT_DATE = '2022-01-31';
