import type { Comparison, UnGroup, Unit } from '../api/types';

/**
 * Answers of the API for tests, with the figures of 31 January 2022 unless told otherwise. Fields that
 * the page does not read are left out, so that a new one of the server changes nothing here.
 */

export function unit(part: Partial<Unit> = {}): Unit {
  const kayah = {
    pcode: 'MMR002',
    name: 'Kayah',
    name_my: null,
    level: 1,
    population: 286_627,
    incidents: 84,
    events: 83,
    air_incidents: 9,
    air_mentions: 15,
    killed_low: 200,
    killed_best: 246,
    killed_high: 300,
    displaced: 36_800,
    displaced_low80: 7_100,
    displaced_high80: 191_000,
    displaced_low95: 2_900,
    displaced_high95: 287_000,
    displaced_class: '30,000–100,000',
    un_displaced: 91_900,
    un_complete: true,
    share_of_un: 0.084,
    ratio_to_un: 0.4,
    product: 'independent',
    as_of: '2022-01-31',
    cutoff: '2021-12-31',
  } satisfies Partial<Unit>;
  return { ...kayah, ...part } as Unit;
}

export function group(part: Partial<UnGroup> = {}): UnGroup {
  return {
    code: 'SE',
    name: 'South-East',
    name_my: 'အရှေ့တောင်ပိုင်း',
    un_displaced: 232_500,
    un_as_of: '2022-01-31',
    un_publisher: 'UNHCR',
    un_url: 'https://example.org/un',
    members: ['MMR002', 'MMR014'],
    units: ['MMR002', 'MMR014-016'],
    partly: [
      {
        pcode: 'MMR014-016',
        name: 'Shan',
        name_my: 'ရှမ်းပြည်နယ်',
        counted: ['MMR014'],
        counted_names: ['Shan (South)'],
        counted_names_my: ['ရှမ်းပြည်နယ်(တောင်ပိုင်း)'],
      },
    ],
    exact: false,
    ...part,
  };
}

export const UNLISTED = { un_displaced: null, un_complete: false, ratio_to_un: null };

export function comparison(
  units: Unit[] = [unit()],
  national: Partial<Comparison['national']> = {},
  rest: Partial<Comparison> = {},
): Comparison {
  return {
    as_of: '2022-01-31',
    cutoff: '2021-12-31',
    from: '2021-02-01',
    to: '2022-01-31',
    product: 'independent',
    source: 'ucdp',
    version: 'test',
    policy: {
      least_people: 100,
      round_to: 100,
      round_to_from_100000: 1000,
      recent_days: 14,
      restricted_rows: false,
      loosened: false,
      text: 'the rules',
    },
    as_of_range: ['2021-10-17', '2023-12-31'],
    levels: [1],
    un_groups: [],
    unknown_areas: [],
    flags: [],
    ...rest,
    units,
    national: {
      displaced: 449_000,
      displaced_class: '100,000 or more',
      displaced_low80: 312_000,
      displaced_high80: 647_000,
      displaced_low95: 251_000,
      displaced_high95: 804_000,
      un_displaced: 441_500,
      un_as_of: '2022-01-31',
      un_publisher: 'UNHCR',
      un_url: 'https://example.org/un',
      un_latest: 441_500,
      un_latest_as_of: '2022-01-31',
      un_latest_publisher: 'UNHCR',
      un_not_attributed: 10_400,
      ratio_to_440000: 1.02,
      ratio_to_441500: 1.02,
      ratio_to_un: 1.02,
      ratio_range: [0.84, 1.25],
      ratio_to_un_range: [0.84, 1.25],
      snapshots: 17,
      events: 962,
      theta: 467,
      ...national,
    } as Comparison['national'],
  };
}

export const NO_UN_FIGURE: Partial<Comparison['national']> = {
  un_displaced: null,
  un_as_of: null,
  un_publisher: null,
  un_latest: 405_700,
  un_latest_as_of: '2022-01-17',
  un_not_attributed: null,
  ratio_to_440000: null,
  ratio_to_un: null,
  ratio_range: null,
  ratio_to_un_range: null,
};
