import theme from './theme';

/** Upper limits of the classes of people displaced, the same on every date, level and product. */
export const BREAKS: readonly number[] = theme.measures.estimate.breaks;

/** Class of an estimate, 0 (lowest) to 5; null is an estimate under 100. */
export function classOf(displaced: number | null): number {
  return BREAKS.filter((limit) => (displaced ?? 0) >= limit).length;
}
