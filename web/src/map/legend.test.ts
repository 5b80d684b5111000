// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Comparison } from '../api/types';
import { DEFAULT_VIEW, type View } from '../state/view';
import { comparison } from '../testing/comparison';
import './legend';

/** The lines as the server wrote them, after the script told them what is shown now. */
async function lines(part: Partial<View>): Promise<{ shades: string; unlisted: string | undefined }> {
  document.body.innerHTML =
    '<dm-legend></dm-legend><ul><li id="legend-unlisted"><span class="swatch"></span><span>old</span></li></ul>' +
    '<p id="legend-shades"><span>old</span></p>';
  const legend = document.querySelector('dm-legend') as HTMLElement & { comparison: Comparison; view: View; updateComplete: Promise<unknown> };
  Object.assign(legend, { comparison: comparison(), view: { ...DEFAULT_VIEW, ...part } });
  await legend.updateComplete;
  const unlisted = document.getElementById('legend-unlisted') as HTMLElement;
  expect(unlisted.querySelector('.swatch')).not.toBeNull();
  return {
    shades: document.getElementById('legend-shades')?.textContent ?? '',
    unlisted: unlisted.hidden ? undefined : (unlisted.textContent ?? ''),
  };
}

const STEPS = 'Each shade is about 3 times the one before.';
const ERROR = ' The true figure may be one or two shades lighter or darker.';
const MODEL = 'No UN figure, model only. Unknown, not zero.';
const NONE = 'No figure: unknown, not zero.';

test.each([
  [{}, STEPS + ERROR, MODEL],
  [{ measure: 'rate' }, STEPS + ERROR, MODEL],
  [{ product: 'nowcast' }, STEPS + ERROR, NONE],
  [{ product: 'allocation' }, STEPS, NONE],
  [{ measure: 'un' }, STEPS, NONE],
  [{ measure: 'exposure' }, STEPS, NONE],
  [{ measure: 'incidents' }, STEPS, undefined],
  [{ measure: 'killed' }, STEPS, undefined],
  [{ measure: 'ratio' }, 'In the middle shade both are about equal.', NONE],
] as [Partial<View>, string, string | undefined][])('the legend of %o says of shades and hatching what holds there', async (part, shades, unlisted) => {
  expect(await lines(part)).toEqual({ shades, unlisted });
});
