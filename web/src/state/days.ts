/** Days as the page counts them: ISO dates in the address and the API, whole numbers on a slider. */

const MILLIS = 86_400_000;

/** Days since 1 January 1970 of an ISO date such as 2022-01-31. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / MILLIS);
}

export function isoDay(number: number): string {
  return new Date(number * MILLIS).toISOString().slice(0, 10);
}

/** Whether the text is a date that exists, in the one form that the API takes. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const millis = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(millis) && new Date(millis).toISOString().startsWith(text);
}
