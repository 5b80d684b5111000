import { expect, test } from 'vitest';
import { comparison, NO_UN_FIGURE, unit, UNLISTED } from '../testing/comparison';
import { plain } from '../text/sentence';
import { headline } from './headline';

const words = (sentences: readonly Parameters<typeof plain>[0][]): string => sentences.map(plain).join(' ');

test('the UN figure comes first and ours is called an estimate from recorded violence', () => {
  expect(words(headline(comparison()).title)).toBe(
    'The UN reported 441,500 people displaced in Myanmar on 31 January 2022. ' +
      'From recorded violence we estimate about 449,000.',
  );
});

test('the range over all cut-offs comes before the single ratio, and agreement is never confirmation', () => {
  const lead = words(headline(comparison()).lead);
  expect(lead).toMatch(/between 312,000 and 647,000.*0\.84 to 1\.25.*1\.02 times.*consistent with.*by luck/);
  expect(lead).not.toMatch(/confirm/);
});

test('without a UN figure of the date there is no ratio, and the latest one is named with its own date', () => {
  const { title, lead } = headline(comparison([unit(UNLISTED)], NO_UN_FIGURE, { as_of: '2022-01-25' }));
  expect(words(title)).toMatch(/^No UN figure is dated 25 January 2022\./);
  expect(words(lead)).toMatch(/405,700, on 17 January 2022/);
  expect(words(lead)).not.toMatch(/times the UN/);
});

test.each([
  [700_000, 'outside our 80 % interval and inside the 95 % one'],
  [900_000, 'not consistent'],
])('a UN figure of %i is said to lie outside', (un_displaced, expected) => {
  expect(words(headline(comparison([], { un_displaced })).lead)).toContain(expected);
});

test('names the largest UN figure that we miss by more than a factor of two', () => {
  const units = [
    unit({ name: 'Sagaing', un_displaced: 136_300, ratio_to_un: 1.01 }),
    unit({ name: 'Kayin', un_displaced: 81_400, ratio_to_un: 0.24 }),
    unit(),
    unit({ name: 'Yangon', ...UNLISTED }),
  ];
  const { miss } = headline(comparison(units));
  expect(miss && plain(miss)).toBe(
    'State by state we can be far off: in Kayah we find 36,800 (7,100–191,000) where the UN reported 91,900.',
  );
});

test('an allocation is called no estimate, and no ratio is given of it', () => {
  const { title, lead, small } = headline(comparison([unit()], { displaced: 441_500, ratio_to_un: null }, { product: 'allocation' }));
  expect(words(title)).toMatch(/Shared out by state it stays 441,500: this is no estimate of ours\./);
  expect(words([...title, ...lead, ...small])).not.toMatch(/we estimate|the true figure|two dates differ|Independent/);
  expect(words(lead)).toMatch(/by construction/);
});

test('a nowcast says on what it depends', () => {
  const { title, lead } = headline(comparison([unit()], {}, { product: 'nowcast' }));
  expect(words(title)).toMatch(/last UN breakdown by state, moved on by recorded violence, gives about 449,000/);
  expect(words(lead)).toMatch(/depends on earlier UN figures/);
});

test('says nothing of a miss where there is none', () => {
  expect(headline(comparison([unit({ ratio_to_un: 1.1 })])).miss).toBeUndefined();
});
