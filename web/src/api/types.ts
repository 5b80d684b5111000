// Generated from /openapi.json by "npm run types". Do not edit.

export interface ChangeCounts {
  /** Rows that only the later version tells. */
  added: number;
  /** Rows that both tell, differently. */
  changed: number;
  /** Rows that only the earlier version tells. */
  withdrawn: number;
}

export interface ChangedField {
  /** Part of an incident: date, place, kind, air, killed, report, licence. */
  field: string;
  /** Changed incidents that differ in it. */
  incidents: number;
}

export interface ChangedRow {
  /** incident, or figure of the UN. */
  of: string;
  /** added, changed or withdrawn. */
  change: string;
  /** Key of the incident; null of a figure, and if a version tells only its township. */
  key: string | null;
  /** Source of the incident, publisher of the figure. */
  source: string;
  /** Last day of the incident, day of the figure. */
  date: string;
  /** Name of the place or area; null if withheld. */
  place: string | null;
  /** P-codes of the states and regions of an incident by either version, area of a figure. */
  units: string[];
  /** What differs, of a figure one or more of people, published, area_name, title, url, exclude_reason, note; empty unless changed. */
  fields: string[];
  /** Of a figure; null if it was added. */
  people_before: number | null;
  /** Of a figure; null if it was withdrawn. */
  people_after: number | null;
  /** Page with the incident open, of the version that has it; null if not known to a place. */
  page: string | null;
}

export interface ChangedSource {
  /** Source of the incidents. */
  source: string;
  /** Rows that only the later version tells. */
  added: number;
  /** Rows that both tell, differently. */
  changed: number;
  /** Rows that only the earlier version tells. */
  withdrawn: number;
}

export interface ChangedUnit {
  /** P-code of a state or region. */
  pcode: string;
  /** Name in English. */
  name: string;
  /** Name in Burmese; null if not known. */
  name_my: string | null;
  /** Rows that only the later version tells. */
  added: number;
  /** Rows that both tell, differently. */
  changed: number;
  /** Rows that only the earlier version tells. */
  withdrawn: number;
}

export interface Changes {
  /** The later version. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** The earlier version. */
  since: string;
  /** Day on which it was made. */
  since_created: string;
  /** The later version. */
  until: string;
  /** Day on which it was made. */
  until_created: string;
  /** Whether the later version is the newest. */
  newest: boolean;
  /** How many incidents changed. */
  incidents: ChangeCounts;
  /** How many UN figures changed. */
  figures: ChangeCounts;
  /** Whether other units are loaded: incidents may then count in others. */
  boundaries_changed: boolean;
  /** Release of the boundaries before. */
  boundaries_since: string;
  /** Release of the boundaries after. */
  boundaries_until: string;
  /** Whether other numbers of inhabitants are loaded. */
  population_changed: boolean;
  /** Incidents by source. */
  sources: ChangedSource[];
  /** Changed incidents by what differs. */
  fields: ChangedField[];
  /** Incidents by state and region: one counts in each that it is or was in. */
  units: ChangedUnit[];
  /** cursor of the next part; null if this is the last. */
  next: string | null;
  /** Figures first, then incidents; those of the last days first. */
  changes: ChangedRow[];
}

export interface ClassesByDay {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** independent, nowcast or allocation. */
  product: string;
  /** Source of the incidents. */
  source: string;
  /** What is divided into classes. */
  measure: string;
  /** Lower limits of the classes from 1 on; class 0 has none. */
  breaks: number[];
  /** First and last day. */
  as_of_range: [string, string];
  /** First-level units, each as in schema UnitClasses. */
  units: UnitClasses[];
}

export interface Comparison {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Day the estimate is for. */
  as_of: string;
  /** Last day of UN figures that it was made from. */
  cutoff: string;
  /** independent, nowcast or allocation. */
  product: string;
  /** Source of the incidents. */
  source: string;
  /** Reasons to read the numbers with more than the interval in mind. */
  flags: Flag[];
  /** First day of the air attacks and deaths that are counted. */
  from: string;
  /** Last day of them. */
  to: string;
  /** First and last day that can be answered. */
  as_of_range: [string, string];
  /** Admin levels that are loaded, the first to the finest. */
  levels: number[];
  /** The country, beside the UN figure. */
  national: National;
  /** First-level units, each as in schema Unit. */
  units: Unit[];
  /** Groups of states for which the UN prints one total. A group overlaps its members and is never added to them. */
  un_groups: UnGroup[];
  /** Figures of areas that no loaded unit or group is. */
  unknown_areas: UnknownArea[];
}

export interface ComparisonSeries {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Source of the incidents. */
  source: string;
  /** independent. */
  product: string;
  /** How long before as_of each was fitted. */
  cutoff_days_before: number;
  /** Estimate, interval and UN figure of each date, in order. */
  rows: unknown[];
  /** UN figures before which too few others lie. */
  too_early: unknown[];
}

export interface CutoffCurve {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Source of the incidents. */
  source: string;
  /** Day of the 440,000. */
  as_of: string;
  /** Lowest and highest ratio to the 440,000. */
  ratio_range: [unknown, unknown];
  /** Cut-off, weighting, estimate, ratio, their limits. */
  points: unknown[];
}

export interface Estimates {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Day the estimate is for. */
  as_of: string;
  /** Last day of UN figures that it was made from. */
  cutoff: string;
  /** independent, nowcast or allocation. */
  product: string;
  /** Source of the incidents. */
  source: string;
  /** Reasons to read the numbers with more than the interval in mind. */
  flags: Flag[];
  /** Admin level. */
  level: number;
  /** The units, each as in schema Unit. */
  units: Unit[];
}

export interface ExposedUnit {
  /** P-code; the country has none. */
  pcode: string;
  /** Name; the country has none. */
  name: string;
  /** People living there, rounded; null if not known. */
  population: number | null;
  /** People living within 1 km of an incident, rounded; null if too few to be told or the population is not known. */
  exposed_1_km: number | null;
  /** The same in words, never null. */
  exposed_1_km_text: string | null;
  /** Part of the people living within 1 km of an incident, from the rounded number; null likewise. */
  exposed_share_1_km: number | null;
  /** People living within 2 km of an incident, rounded; null if too few to be told or the population is not known. */
  exposed_2_km: number | null;
  /** The same in words, never null. */
  exposed_2_km_text: string | null;
  /** Part of the people living within 2 km of an incident, from the rounded number; null likewise. */
  exposed_share_2_km: number | null;
  /** People living within 5 km of an incident, rounded; null if too few to be told or the population is not known. */
  exposed_5_km: number | null;
  /** The same in words, never null. */
  exposed_5_km_text: string | null;
  /** Part of the people living within 5 km of an incident, from the rounded number; null likewise. */
  exposed_share_5_km: number | null;
  /** Smallest units within it whose population is not known; their people are not in the numbers. */
  leaves_without_population: number;
}

export interface Exposure {
  /** Version of the dataset. */
  version: string;
  /** What the numbers are, and what they are not. */
  says: string;
  /** Source of the incidents. */
  source: string;
  /** First day of the incidents. */
  from: string;
  /** Last day of the incidents. */
  to: string;
  /** all, documented, mentioned or any attacks from the air. */
  air: string;
  /** raster: by the cells of an imported raster; unit_area: taken to live evenly over each unit. */
  population_basis: string;
  /** Who counted or modelled the people. */
  population_source: string;
  /** Licence of the raster; null if there is none. */
  population_licence: string | null;
  /** Day of the count; null with a raster, see its source. */
  population_as_of: string | null;
  /** Incidents of these days, near anybody or not. */
  incidents: number;
  /** Of those, how many are placed precisely enough for a circle of 1 km. */
  incidents_placed_1_km: number;
  /** The others: known only to an area, a line or a wider surrounding, or told only by township. People near them are not counted. */
  incidents_not_placed_precisely_enough_1_km: number;
  /** Of those, how many are placed precisely enough for a circle of 2 km. */
  incidents_placed_2_km: number;
  /** The others: known only to an area, a line or a wider surrounding, or told only by township. People near them are not counted. */
  incidents_not_placed_precisely_enough_2_km: number;
  /** Of those, how many are placed precisely enough for a circle of 5 km. */
  incidents_placed_5_km: number;
  /** The others: known only to an area, a line or a wider surrounding, or told only by township. People near them are not counted. */
  incidents_not_placed_precisely_enough_5_km: number;
  /** Placed incidents of which the source does not say how precisely. */
  incidents_of_unstated_precision: number;
  /** Admin level of the units. */
  level: number;
  /** All units together, as in schema ExposedUnit. */
  country: ExposedUnit;
  /** The units, each as in schema ExposedUnit. */
  units: ExposedUnit[];
}

export interface FilterChoice {
  /** In the words of the source. */
  value: string;
  /** As it is written in an address, before percent signs. */
  written: string;
  /** How many would be shown of this choice alone, all other filters as they are. */
  incidents: number;
  /** Whether the filter names it. */
  chosen: boolean;
}

export interface FilterCount {
  /** Name of the parameter. */
  parameter: string;
  /** As it is set; null if it is not. */
  value: string | null;
  /** How many more incidents would be shown without this filter. */
  hides: number;
}

export interface Filters {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** First day counted. */
  from: string;
  /** Last day counted. */
  to: string;
  /** Incidents of these days, of every public source. */
  total: number;
  /** How many of them all filters together leave. */
  shown: number;
  /** Every filter and what it alone hides. */
  filters: FilterCount[];
  /** What incident_source may be. */
  sources: FilterChoice[];
  /** What kind may be: those of the most incidents, and chosen. */
  kinds: FilterChoice[];
  /** How many kinds there are, listed or not. */
  kinds_known: number;
  /** What precision may be. */
  precisions: FilterChoice[];
}

export interface Flag {
  /** Its word, such as parts_exceed_total. */
  flag: string;
  /** What it says, in a sentence. */
  meaning: string;
  /** P-codes of the units it is about; empty: the whole. */
  units: unknown[];
}

export interface Health {
  /** ok */
  status: string;
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
}

export interface Incident {
  /** The source's own id; with source it is the key. */
  id: string;
  /** First possible day. */
  date_start: string;
  /** Last possible day; estimates count by it. */
  date_end: string;
  /** Name of the place as the source spells it; null if withheld. */
  place: string | null;
  /** Unit it was given to; null if spread over several or none. */
  pcode: string | null;
  /** What happened, in the source's words; null if not stated. */
  kind: string | null;
  /** documented: the source codes an attack from the air; mentioned: a headline speaks of aircraft; none. */
  air: string;
  /** How precisely the place is known: exact, village, town, township, district, state, country or unstated. */
  precision: string;
  /** Radius in metres in which the place lies; null if the source states none. */
  uncertainty_m: number | null;
  /** Why it was given to its unit: stated, named, inside, nearest, spread or country. */
  basis: string;
  /** People killed, lowest figure; null if not reported. */
  killed_low: number | null;
  /** People killed, best figure; null if not reported. */
  killed_best: number | null;
  /** People killed, highest figure; null if not reported. */
  killed_high: number | null;
  /** Short name of the source. */
  source: string;
  /** Title of a report; null if not known or withheld. */
  source_title: string | null;
  /** Address of a report; null if none. */
  source_url: string | null;
  /** Licence of this row. */
  licence: string;
  /** The basis in words. */
  explanation: string;
}

export interface IncidentPlace {
  /** P-code of the area. */
  pcode: string;
  /** Name in English. */
  name: string;
  /** Name in Burmese; null if not known. */
  name_my: string | null;
}

export interface Incidents {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** First day counted. */
  from: string;
  /** Last day counted. */
  to: string;
  /** How many are shown in all: that of /api/filters. */
  shown: number;
  /** cursor of the next part; null if this is the last. */
  next: string | null;
  /** Newest first; those of one day in the order of keys. */
  incidents: ListedIncident[];
}

export interface KeptVersion {
  /** Number and hash: what v may be. */
  name: string;
  /** Counts up from 1, the shipped data; v may be it too. */
  number: number;
  /** Whether it is the one that answers without v. */
  newest: boolean;
  /** Day on which it was made; null if it cannot be read. */
  created: string | null;
  /** Kind of data that made it of the version before; null of the first, or unknown. */
  imported: string | null;
  /** Incidents that it tells today; null if it cannot be read, or if it or the newest version holds more than 50,000 incidents and the newest some that are not told: /api/filters with v counts them then. */
  incidents: number | null;
  /** Units of all levels; null if unknown. */
  units: number | null;
}

export interface Layers {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Release of the boundaries. */
  boundaries: string;
  /** Sources of the incidents. */
  sources: unknown[];
  /** Whom to name. */
  credits: unknown[];
  /** The layers, each with its fields and addresses. */
  layers: unknown[];
}

export interface ListedIncident {
  /** Source, colon, id: what selected names; null if the place is withheld. */
  key: string | null;
  /** Degrees east; null if not known to a place. */
  lon: number | null;
  /** Degrees north; null if not known to a place. */
  lat: number | null;
  /** The units that it is known to be somewhere in; empty if it is known to a place, or to the country alone. */
  areas: IncidentPlace[];
  /** The source's own id; null if key is. */
  id: string | null;
  /** First possible day. */
  date_start: string;
  /** Last possible day; estimates count by it. */
  date_end: string;
  /** Name of the place as the source spells it; null if withheld. */
  place: string | null;
  /** Unit it was given to; null if spread over several or none. */
  pcode: string | null;
  /** What happened, in the source's words; null if not stated. */
  kind: string | null;
  /** documented: the source codes an attack from the air; mentioned: a headline speaks of aircraft; none. */
  air: string;
  /** How precisely the place is known: exact, village, town, township, district, state, country or unstated. */
  precision: string;
  /** Radius in metres in which the place lies; null if the source states none. */
  uncertainty_m: number | null;
  /** Why it was given to its unit: stated, named, inside, nearest, spread or country. */
  basis: string;
  /** People killed, lowest figure; null if not reported. */
  killed_low: number | null;
  /** People killed, best figure; null if not reported. */
  killed_best: number | null;
  /** People killed, highest figure; null if not reported. */
  killed_high: number | null;
  /** Short name of the source. */
  source: string;
  /** Title of a report; null if not known or withheld. */
  source_title: string | null;
  /** Address of a report; null if none. */
  source_url: string | null;
  /** Licence of this row. */
  licence: string;
  /** The basis in words. */
  explanation: string;
}

export interface National {
  /** People estimated to have been displaced since 1 February 2021 and still displaced, rounded to the nearest 100, from 100,000 to the nearest 1,000; placed where the violence happened. Null: under the least that is told, 100 unless the policy says otherwise, or no estimate (see displaced_class). */
  displaced: number | null;
  /** Four times in five the true number is above this; null under the least. */
  displaced_low80: number | null;
  /** Four times in five it is below this; null under the least. */
  displaced_high80: number | null;
  /** Nineteen times in twenty it is above this; null under the least. */
  displaced_low95: number | null;
  /** Nineteen times in twenty it is below this; null under the least. */
  displaced_high95: number | null;
  /** The class of displaced in words, such as under 1,000; null without an estimate. */
  displaced_class: string | null;
  /** unvalidated below the first level: shared out within its state, and no source has figures to test it by, so read the class. Null at the first level and of the country: how far off those were is in docs/method.md. */
  quality: string | null;
  /** The UN figure of as_of; null if there is none. */
  un_displaced: number | null;
  /** Its date, which is as_of; null if there is none. */
  un_as_of: string | null;
  /** Who published it; null if there is none. */
  un_publisher: string | null;
  /** Where; null if there is none. */
  un_url: string | null;
  /** Last UN figure not after as_of; null if none. */
  un_latest: number | null;
  /** Its date; null if there is none. */
  un_latest_as_of: string | null;
  /** Who published it; null if there is none. */
  un_latest_publisher: string | null;
  /** Part of the UN figure that names no unit; null on days without a breakdown. */
  un_not_attributed: number | null;
  /** displaced / 440,000; null unless independent and on the day of the 440,000. */
  ratio_to_440000: number | null;
  /** The same by the unrounded figure; null likewise. */
  ratio_to_441500: number | null;
  /** displaced / un_displaced; null if they do not compare. */
  ratio_to_un: number | null;
  /** Lowest and highest ratio to the 440,000 over all cut-offs and weightings; null unless independent and on its day. */
  ratio_range: [number, number] | null;
  /** Lowest and highest ratio to un_displaced over all cut-offs from 15 September 2021 to the last figure before as_of, and all weightings; null without a ratio. */
  ratio_to_un_range: [number, number] | null;
  /** UN totals that the rate is fitted on; null if it is not. */
  snapshots: number | null;
  /** Incidents that the estimate counts. */
  events: number;
  /** People per incident; null if no rate is fitted. */
  theta: number | null;
}

export interface OEmbed {
  /** rich */
  type: string;
  /** 1.0, of oEmbed. */
  version: string;
  /** Product and date of the view. */
  title: string;
  /** Who answers. */
  provider_name: string;
  /** This server. */
  provider_url: string;
  /** Seconds that the answer may be kept. */
  cache_age: number;
  /** Of the frame, in CSS pixels. */
  width: number;
  /** Of the frame, in CSS pixels. */
  height: number;
  /** One iframe element. */
  html: string;
  /** A picture of the view; absent, with its size, if under 150 pixels are allowed. */
  thumbnail_url?: string;
  /** In pixels. */
  thumbnail_width?: number;
  /** In pixels. */
  thumbnail_height?: number;
  /** What is told, and how coarsely. */
  policy: Policy;
}

export interface OgcCollection {
  /** As it stands in addresses. */
  id: string;
  /** A few words. */
  title: string;
  /** What it holds and what it may be used for. */
  description: string;
  /** Whom to name. */
  attribution: string;
  /** Where and when its features lie. */
  extent: Record<string, unknown>;
  /** feature. */
  itemType: string;
  /** Systems of coordinates in which it is answered. */
  crs: unknown[];
  /** The system in which it is kept. */
  storageCrs: string;
  /** Links to other resources. */
  links: OgcLink[];
}

export interface OgcCollections {
  /** Links to other resources. */
  links: OgcLink[];
  /** Systems of coordinates of every collection. */
  crs: unknown[];
  /** The collections. */
  collections: OgcCollection[];
}

export interface OgcConformance {
  /** Addresses of conformance classes. */
  conformsTo: unknown[];
}

export interface OgcFeature {
  /** Feature. */
  type: string;
  /** Its id in the collection. */
  id: string;
  /** Links to other resources. */
  links: OgcLink[];
  /** Null if the place is not known as a point. */
  geometry: Record<string, unknown> | null;
  /** As the schema of the collection says. */
  properties: Record<string, unknown>;
}

export interface OgcFeatures {
  /** FeatureCollection. */
  type: string;
  /** Features on all pages together. */
  numberMatched: number;
  /** Features on this page. */
  numberReturned: number;
  /** When the answer was made. */
  timeStamp: string;
  /** Links to other resources. */
  links: OgcLink[];
  /** The features, as GeoJSON. */
  features: unknown[];
}

export interface OgcLandingPage {
  /** Name of the service. */
  title: string;
  /** What it is for, and what not. */
  description: string;
  /** Whom to name. */
  attribution: string;
  /** Links to other resources. */
  links: OgcLink[];
}

export interface OgcLink {
  /** What the other is to this one. */
  rel: string;
  /** Media type of the other. */
  type: string;
  /** A few words. */
  title: string;
  /** Address, or a template of addresses. */
  href: string;
}

export interface OgcSchema {
  /** Dialect of JSON Schema. */
  '$schema': string;
  /** Address of this schema. */
  '$id': string;
  /** Title of the collection. */
  title: string;
  /** object. */
  type: string;
  /** The properties by name. */
  properties: Record<string, unknown>;
}

export interface OgcTileLayer {
  /** Its name in a tile. */
  id: string;
  /** A few words. */
  title: string;
  /** What it holds and what it may be used for. */
  description: string;
  /** vector. */
  dataType: string;
  /** 0 for points, 2 for areas. */
  geometryDimension: number;
  /** The first matrix that shows it. */
  minTileMatrix: string;
  /** The last matrix that shows it. */
  maxTileMatrix: string;
  /** Where its features lie, in degrees. */
  boundingBox: Record<string, unknown>;
  /** JSON Schema of the values of a feature. */
  propertiesSchema: Record<string, unknown>;
  /** Links to other resources. */
  links: OgcLink[];
}

export interface OgcTileMatrix {
  /** Its zoom. */
  id: string;
  /** 1 : so many, at pixels of 0.28 mm. */
  scaleDenominator: number;
  /** Width of a pixel in the units of the system. */
  cellSize: number;
  /** topLeft. */
  cornerOfOrigin: string;
  /** Its north-western corner. */
  pointOfOrigin: unknown[];
  /** Pixels across a tile. */
  tileWidth: number;
  /** Pixels down a tile. */
  tileHeight: number;
  /** Tiles across. */
  matrixWidth: number;
  /** Tiles down. */
  matrixHeight: number;
}

export interface OgcTileMatrixLimits {
  /** The matrix: its zoom. */
  tileMatrix: string;
  /** First row that shows something. */
  minTileRow: number;
  /** Last row that shows something. */
  maxTileRow: number;
  /** First column that shows something. */
  minTileCol: number;
  /** Last column that shows something. */
  maxTileCol: number;
}

export interface OgcTileMatrixSet {
  /** As it stands in addresses. */
  id: string;
  /** A few words. */
  title: string;
  /** Its name in the register of OGC. */
  uri: string;
  /** The system of its coordinates. */
  crs: string;
  /** Names of the axes, in their order. */
  orderedAxes: unknown[];
  /** Name of the scales in the register of OGC. */
  wellKnownScaleSet: string;
  /** One matrix for each zoom. */
  tileMatrices: OgcTileMatrix[];
  /** Links to other resources. */
  links: OgcLink[];
}

export interface OgcTileMatrixSetItem {
  /** As it stands in addresses. */
  id: string;
  /** A few words. */
  title: string;
  /** Its name in the register of OGC. */
  uri: string;
  /** The system of its coordinates. */
  crs: string;
  /** Links to other resources. */
  links: OgcLink[];
}

export interface OgcTileMatrixSets {
  /** Links to other resources. */
  links: OgcLink[];
  /** The tile matrix sets. */
  tileMatrixSets: OgcTileMatrixSetItem[];
}

export interface OgcTileset {
  /** What it shows, and how it is cut. */
  title: string;
  /** vector. */
  dataType: string;
  /** The system of its coordinates. */
  crs: string;
  /** How the world is cut. */
  tileMatrixSetId: string;
  /** The same in the register of OGC. */
  tileMatrixSetURI: string;
  /** Links to other resources. */
  links: OgcLink[];
  /** Which tiles there are. */
  tileMatrixSetLimits: OgcTileMatrixLimits[];
  /** Version of the dataset. */
  version: string;
  /** Whom to name. */
  attribution: string;
  /** Media types of the tiles. */
  mediaTypes: unknown[];
  /** Where it shows something, in degrees. */
  boundingBox: Record<string, unknown>;
  /** What a tile holds. */
  layers: OgcTileLayer[];
}

export interface OgcTilesetItem {
  /** What it shows, and how it is cut. */
  title: string;
  /** vector. */
  dataType: string;
  /** The system of its coordinates. */
  crs: string;
  /** How the world is cut. */
  tileMatrixSetId: string;
  /** The same in the register of OGC. */
  tileMatrixSetURI: string;
  /** Links to other resources. */
  links: OgcLink[];
  /** Which tiles there are. */
  tileMatrixSetLimits: OgcTileMatrixLimits[];
}

export interface OgcTilesets {
  /** A few words. */
  title: string;
  /** Links to other resources. */
  links: OgcLink[];
  /** The tilesets. */
  tilesets: OgcTilesetItem[];
}

export interface OneIncident {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** What is said of it. */
  incident: ListedIncident;
}

export interface Policy {
  /** Estimates under this are given no number. */
  least_people: number;
  /** Estimates are rounded to the nearest of this. */
  round_to: number;
  /** The same from 100,000. */
  round_to_from_100000: number;
  /** Of incidents of so many days before the version was made only the township is told. */
  recent_days: number;
  /** Whether rows are shown whose licence forbids passing them on: a private server. */
  restricted_rows: boolean;
  /** Whether the operator tells more than the method's rules allow. */
  loosened: boolean;
  /** The rules in words. */
  text: string;
}

export interface Problem {
  /** about:blank */
  type: string;
  /** What kind of problem. */
  title: string;
  /** HTTP status. */
  status: number;
  /** What was wrong, the value found, what is allowed. */
  detail: string;
}

export interface TileJson {
  /** 3.0.0 */
  tilejson: string;
  /** Addresses of the vector tiles. */
  tiles: unknown[];
  /** The one layer and its fields. */
  vector_layers: unknown[];
  /** West, south, east, north in degrees. */
  bounds: unknown[];
  /** First zoom. */
  minzoom: number;
  /** Zoom beyond which nothing new is seen. */
  maxzoom: number;
  /** Whom to name. */
  attribution: string;
  /** Version of the dataset. */
  dataset_version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
}

export interface Timeline {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Source of the counts; of shown every source. */
  source: string;
  /** First day counted. */
  from: string;
  /** Last day counted. */
  to: string;
  /** First day of any incident, filtered or not; null if none. */
  data_from: string | null;
  /** Last day of any incident; null if there are none. */
  data_to: string | null;
  /** Length of a step. */
  by: string;
  /** Start and counts of each step, in order. */
  steps: TimelineStep[];
}

export interface TimelineStep {
  /** First day of the step; a week begins on Monday. */
  start: string;
  /** Incidents shown, of every source, each in the step of its last day: their sum is that of /api/filters. Two sources may record the same attack. */
  shown: number;
  /** Of those, how many may have happened in another step. */
  spanning: number;
  /** Incidents of the one source. */
  incidents: number;
  /** Documented attacks from the air, of every source: at least so many. */
  air_incidents: number;
  /** Of the source, headlines that speak of aircraft. */
  air_mentions: number;
  /** People killed, of the source, best figures. */
  killed_best: number;
}

export interface UnGroup {
  /** The code that its figures carry, SE or NW. */
  code: string;
  /** Name in English. */
  name: string;
  /** Name in Burmese. */
  name_my: string;
  /** The last total that the UN reported up to as_of, however old; null if none. */
  un_displaced: number | null;
  /** Day it is true for; null if there is none. */
  un_as_of: string | null;
  /** Who published it; null if there is none. */
  un_publisher: string | null;
  /** Where; null if there is none. */
  un_url: string | null;
  /** P-codes of the states that the UN counts in it. */
  members: string[];
  /** P-codes of the loaded first-level units that it touches. */
  units: string[];
  /** Those of them that the UN counts only a part of. */
  partly: UnGroupPart[];
  /** False if the outline in layer un-groups holds all of the units in partly. */
  exact: boolean;
}

export interface UnGroupPart {
  /** P-code of the unit. */
  pcode: string;
  /** Name in English. */
  name: string;
  /** Name in Burmese; null if not known. */
  name_my: string | null;
  /** P-codes of the part that is counted. */
  counted: string[];
  /** Their names in English. */
  counted_names: string[];
  /** Their names in Burmese. */
  counted_names_my: string[];
}

export interface Unit {
  /** P-code; a range for a shipped state of several units. */
  pcode: string;
  /** Name in English. */
  name: string;
  /** Name in Burmese; null if not known. */
  name_my: string | null;
  /** Admin level: 1 state or region, 2 district, 3 township. */
  level: number;
  /** People in the 2014 census; null if not known. */
  population: number | null;
  /** Incidents of the chosen source that are shown and counted; one known only to an area of several units gives each a part. Of another source only if incident_source leaves out the chosen one. */
  incidents: number;
  /** Incidents that the estimate counts: those of the chosen source whose last day is from 2021-02-01 to as_of. */
  events: number;
  /** Documented attacks from the air, of every public source: at least so many. */
  air_incidents: number;
  /** Incidents whose headline speaks of aircraft: a flag, not a count of air strikes. */
  air_mentions: number;
  /** People killed in these incidents, lowest figures. */
  killed_low: number;
  /** People killed in these incidents, best figures. */
  killed_best: number;
  /** People killed in these incidents, highest figures. */
  killed_high: number;
  /** People estimated to have been displaced since 1 February 2021 and still displaced, rounded to the nearest 100, from 100,000 to the nearest 1,000; placed where the violence happened. Null: under the least that is told, 100 unless the policy says otherwise, or no estimate (see displaced_class). */
  displaced: number | null;
  /** Four times in five the true number is above this; null under the least. */
  displaced_low80: number | null;
  /** Four times in five it is below this; null under the least. */
  displaced_high80: number | null;
  /** Nineteen times in twenty it is above this; null under the least. */
  displaced_low95: number | null;
  /** Nineteen times in twenty it is below this; null under the least. */
  displaced_high95: number | null;
  /** The class of displaced in words, such as under 1,000; null without an estimate. */
  displaced_class: string | null;
  /** unvalidated below the first level: shared out within its state, and no source has figures to test it by, so read the class. Null at the first level and of the country: how far off those were is in docs/method.md. */
  quality: string | null;
  /** People displaced as the UN reported for as_of, where they are now; null: not listed, which is unknown, not zero, or a private figure that is withheld. Of a merged unit the sum of its listed members. */
  un_displaced: number | null;
  /** False if the UN did not list the unit, or only part of it. */
  un_complete: boolean;
  /** displaced / 440,000; only at as_of 2022-01-31, else null. */
  share_of_un: number | null;
  /** displaced / un_displaced; null unless independent and the UN figure is complete. */
  ratio_to_un: number | null;
  /** independent; nowcast: the last UN breakdown moved on; or allocation: the UN's own figure shared out. */
  product: string;
  /** Day the estimate is for. */
  as_of: string;
  /** Last day of UN figures that it was made from. */
  cutoff: string;
}

export interface UnitBasis {
  /** Why: stated, named, inside, nearest, spread, as of an incident. */
  basis: string;
  /** Incidents shown of every source, each whole. */
  incidents: number;
}

export interface UnitClasses {
  /** P-code of the unit. */
  pcode: string;
  /** One character for each day from the first to the last: the class, 0 is the lowest; - where the unit has no value; . on a day that has no answer. */
  classes: string;
  /** Those of these days on which the UN lists the unit. */
  un_days: string[];
}

export interface UnitDetail {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Day the estimate is for. */
  as_of: string;
  /** Last day of UN figures that it was made from. */
  cutoff: string;
  /** independent, nowcast or allocation. */
  product: string;
  /** Source of the incidents. */
  source: string;
  /** Reasons to read the numbers with more than the interval in mind. */
  flags: Flag[];
  /** First and last day that can be answered. */
  as_of_range: [string, string];
  /** The unit, as in schema Unit. */
  unit: Unit;
  /** P-code of the unit that it lies in; null if none is known. */
  parent: string | null;
  /** Its last UN figure not after as_of; null if none. */
  un_latest: UnitFigure | null;
  /** UN figures of every day that lists it; none below level 1. */
  un_figures: UnitFigure[];
  /** Of the same product at the ends of months, each fitted 31 days before, and on as_of as asked; none below level 1, where only the class is told. */
  estimates: UnitEstimate[];
  /** Incidents by month from from to to, in order. */
  months: UnitMonth[];
  /** Why the incidents were given to the unit, and how many. */
  bases: UnitBasis[];
  /** Units of its level that share a border with it. */
  neighbours: Unit[];
  /** Units of the next level within it; empty if none is loaded. */
  parts: Unit[];
}

export interface UnitEstimate {
  /** Day the estimate is for. */
  as_of: string;
  /** Last day of UN figures that it was made from. */
  cutoff: string;
  /** People estimated to have been displaced since 1 February 2021 and still displaced, rounded to the nearest 100, from 100,000 to the nearest 1,000; placed where the violence happened. Null: under the least that is told, 100 unless the policy says otherwise, or no estimate (see displaced_class). */
  displaced: number | null;
  /** Four times in five the true number is above this; null under the least. */
  displaced_low80: number | null;
  /** Four times in five it is below this; null under the least. */
  displaced_high80: number | null;
  /** Nineteen times in twenty it is above this; null under the least. */
  displaced_low95: number | null;
  /** Nineteen times in twenty it is below this; null under the least. */
  displaced_high95: number | null;
  /** The class of displaced in words, such as under 1,000; null without an estimate. */
  displaced_class: string | null;
  /** unvalidated below the first level: shared out within its state, and no source has figures to test it by, so read the class. Null at the first level and of the country: how far off those were is in docs/method.md. */
  quality: string | null;
}

export interface UnitFigure {
  /** Day it is true for. */
  as_of: string;
  /** People, as published; of a merged unit the sum. */
  un_displaced: number;
  /** False if it covers only part of the unit. */
  un_complete: boolean;
  /** Who published it. */
  un_publisher: string;
  /** Where. */
  un_url: string;
}

export interface UnitMonth {
  /** First day of the month. */
  start: string;
  /** Incidents of the counted source, by their parts. */
  incidents: number;
  /** Documented attacks from the air, of every public source: at least so many. */
  air_incidents: number;
  /** Of incidents, those whose headline speaks of aircraft. */
  air_mentions: number;
  /** People killed in incidents, best figures. */
  killed_best: number;
}

export interface UnknownArea {
  /** The code that the figure carries. */
  area: string;
  /** Day it is true for. */
  as_of: string;
  /** People, as published. */
  displaced: number;
  /** What is counted. */
  measure: string;
  /** Who published it. */
  publisher: string;
}

export interface Validation {
  /** Version of the dataset. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** Source of the incidents. */
  source: string;
  /** By days ahead: how far off each predictor was for the country. */
  national_forward: unknown[];
  /** The same for states and regions. */
  units_forward: unknown[];
  /** Each unit of a breakdown predicted from the others. */
  leave_one_out: unknown[];
  /** Where a model lost to a simple guess; empty if nowhere. */
  losses: unknown[];
  /** Days ahead at which growth by the calendar is the better guide. */
  calendar_is_better: unknown[];
}

export interface Versions {
  /** The newest version. */
  version: string;
  /** What is told, and how coarsely. */
  policy: Policy;
  /** cursor of the next part; null if this is the last. */
  next: string | null;
  /** The newest first. */
  versions: KeptVersion[];
}
