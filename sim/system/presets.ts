/** Systems that come with the program: a made-up district, and made-up schools with the statistics of a real system. */
import { boundsOf, type Grade } from '../quantity.ts';
import { type Statistic, type Statistics, systemQuantities } from './statistics.ts';

export interface KnownStatistic {
  readonly value: number;
  readonly grade: Grade;
  readonly source: string;
}

export interface Preset {
  readonly label: string;
  readonly about: string;
  /** What is known or assumed of this system. A statistic not listed has its row's default, grade and source. */
  readonly statistics: Readonly<Partial<Record<Statistic, KnownStatistic>>>;
  /** Regions above its districts, which are made where a scenario asks for `regions`; absent where there are none. */
  readonly regions?: KnownStatistic;
}

const known = (value: number, grade: Grade, source: string): KnownStatistic => ({ value, grade, source });

/** The three counts of a system as the statistics that give them back exactly. */
function counts(schools: number, pupils: number, educators: number, grade: Grade, source: string) {
  return {
    schools: known(schools, grade, source),
    pupilsPerSchool: known(pupils / schools, grade, `${source}: ${pupils} pupils in ${schools} schools.`),
    pupilsPerEducator: known(pupils / educators, grade, `${source}: ${pupils} pupils, ${educators} educators.`),
  };
}

const LAND = 'Land and water, rounded; general knowledge, not checked.';
const GUESS = 'Assumed.';

const SOUTH_AFRICA =
  'Computed from the master lists of ordinary schools of the Free State and the Northern Cape, March 2017 (Department of Basic Education).';
const USA = 'NCES: 98,469 schools in 2019-20; Digest table 216.30, pupils and teachers of 2021-22';
const KENYA = 'Tusome midline sampling frame 2015 (schools); Kenya Yearbook 2015/16 (pupils and teachers of 2014)';
const INDIA = 'UDISE+ 2024-25';
const JORDAN = 'Ministry of Education schools, 2022 (Jordan Times 2023-08-03 and 2024-04-28)';
const COLOMBIA = 'DANE EDUC 2021: 67 per cent of 55,889 sites; LEE Javeriana: 2,392,624 rural pupils';
const FINLAND = 'Statistics Finland, comprehensive schools, 2021';
const BOTSWANA = 'Primary pupils and teachers of 1996 (old); about 750 to 830 schools today, from memory';
const SINGAPORE = 'From memory, order of magnitude only';

const WHOSE = 'Made-up schools with the statistics of a real system: no school here exists.';

export const presets = {
  'made-up': {
    label: 'A made-up district',
    about: 'Two hundred and twelve made-up schools in eight districts, with 4,000 educators and 80,000 pupils.',
    statistics: {},
  },
  'south-africa': {
    label: 'Two provinces of South Africa',
    about: `${WHOSE} The 1,756 ordinary schools of the Free State and the Northern Cape, 2017.`,
    regions: known(2, 'B', `${SOUTH_AFRICA} The two provinces.`),
    statistics: {
      schools: known(1756, 'B', SOUTH_AFRICA),
      districts: known(10, 'B', SOUTH_AFRICA),
      districtSpread: known(0.65, 'B', `${SOUTH_AFRICA} From 70 to 406 schools.`),
      pupilsPerSchool: known(530, 'B', `${SOUTH_AFRICA} 1,696 schools that report learners.`),
      sizeSpread: known(
        0.78,
        'B',
        `${SOUTH_AFRICA} 1,696 schools; the middle is fuller and the tail shorter than a lognormal's.`,
      ),
      pupilsPerEducator: known(875_063 / 35_348, 'B', `${SOUTH_AFRICA} 1,601 schools that report both.`),
      ratioSpread: known(0.47, 'B', `${SOUTH_AFRICA} 1,601 schools that report both.`),
      remote: known(0.227, 'B', `${SOUTH_AFRICA} 278 of the 1,226 that say urban or rural; 530 do not.`),
      remoteSize: known(-0.91, 'B', `${SOUTH_AFRICA} Normal scores of learners against rural; 1,168 schools.`),
      disadvantage: known(0.7, 'B', `${SOUTH_AFRICA} (5 − quintile)/4 over 1,659 schools, taken as a share.`),
      disadvantageSpread: known(0.34, 'B', `${SOUTH_AFRICA} As above.`),
      disadvantageBetween: known(0.17, 'B', `${SOUTH_AFRICA} As above, between the ten districts.`),
      remoteDisadvantage: known(0.61, 'B', `${SOUTH_AFRICA} Biserial, rural against quintile; 1,155 schools.`),
      area: known(502_700, 'C', LAND),
    },
  },
  usa: {
    label: 'United States',
    about: `${WHOSE} Public elementary and secondary schools.`,
    regions: known(51, 'C', '50 states and the District of Columbia: well known, not checked.'),
    statistics: {
      ...counts(98_469, 49_090_000, 3_139_258, 'B', USA),
      districts: known(13_300, 'C', 'About 13,300 regular districts: well known, not checked.'),
      districtSpread: known(1.2, 'D', 'Assumed: many districts of a few schools, some of hundreds.'),
      remote: known(0.28, 'D', GUESS),
      area: known(9_830_000, 'C', LAND),
    },
  },
  kenya: {
    label: 'Kenya',
    about: `${WHOSE} Public primary schools.`,
    statistics: {
      ...counts(22_154, 8_600_000, 200_697, 'B', KENYA),
      districts: known(47, 'C', 'Counties: well known, not checked.'),
      remote: known(0.7, 'D', GUESS),
      disadvantage: known(0.6, 'D', GUESS),
      area: known(580_000, 'C', LAND),
    },
  },
  india: {
    label: 'India',
    about: `${WHOSE} All recognised schools, pre-primary to class XII.`,
    regions: known(36, 'C', '28 states and 8 union territories: well known, not checked.'),
    statistics: {
      ...counts(1_471_473, 246_932_680, 10_122_420, 'B', INDIA),
      districts: known(780, 'D', 'About 780 districts, from memory.'),
      remote: known(0.8, 'D', GUESS),
      disadvantage: known(0.6, 'D', GUESS),
      area: known(3_290_000, 'C', LAND),
    },
  },
  'colombia-rural': {
    label: 'Rural Colombia',
    about: `${WHOSE} Rural school sites, many with one or two teachers.`,
    regions: known(32, 'C', '32 departments: well known, not checked.'),
    statistics: {
      schools: known(37_446, 'B', COLOMBIA),
      districts: known(1100, 'C', 'About 1,100 municipalities: well known, not checked.'),
      pupilsPerSchool: known(2_392_624 / 37_446, 'B', COLOMBIA),
      pupilsPerEducator: known(20, 'D', 'No count of rural teachers was found: assumed.'),
      remote: known(0.9, 'D', 'Assumed: all sites are rural; one in ten lies in a village centre.'),
      remoteSize: known(-0.2, 'D', GUESS),
      disadvantage: known(0.7, 'D', GUESS),
      area: known(1_140_000, 'C', LAND),
    },
  },
  jordan: {
    label: 'Jordan',
    about: `${WHOSE} Schools of the Ministry of Education.`,
    statistics: {
      ...counts(4005, 1_634_673, 93_400, 'B', JORDAN),
      districts: known(12, 'C', 'Governorates: well known, not checked.'),
      districtSpread: known(0.8, 'D', GUESS),
      remote: known(0.2, 'D', GUESS),
      area: known(89_300, 'C', LAND),
    },
  },
  botswana: {
    label: 'Botswana (approximate)',
    about: `${WHOSE} Primary schools; old counts.`,
    statistics: {
      ...counts(790, 318_629, 12_785, 'D', BOTSWANA),
      districts: known(10, 'B', 'Education regions (youth-impact.org).'),
      remote: known(0.5, 'D', GUESS),
      area: known(582_000, 'C', LAND),
    },
  },
  finland: {
    label: 'Finland',
    about: `${WHOSE} Comprehensive schools.`,
    regions: known(19, 'C', '19 regions: well known, not checked.'),
    statistics: {
      schools: known(2085, 'B', FINLAND),
      districts: known(310, 'C', 'About 310 municipalities: well known, not checked.'),
      districtSpread: known(1.2, 'D', GUESS),
      pupilsPerSchool: known(547_300 / 2085, 'B', FINLAND),
      pupilsPerEducator: known(13, 'D', 'No count of teachers was found: the low end of parameters.csv pupils_per_teacher.'),
      disadvantage: known(0.2, 'D', GUESS),
      disadvantageSpread: known(0.12, 'D', GUESS),
      area: known(338_000, 'C', LAND),
    },
  },
  singapore: {
    label: 'Singapore (approximate)',
    about: `${WHOSE} Primary and secondary schools of one ministry.`,
    statistics: {
      ...counts(330, 420_000, 30_000, 'D', SINGAPORE),
      districts: known(1, 'C', 'A single ministry.'),
      sizeSpread: known(0.3, 'D', 'Assumed: planned schools are alike in size.'),
      remote: known(0, 'D', 'Assumed: a city.'),
      disadvantage: known(0.25, 'D', GUESS),
      area: known(730, 'C', LAND),
    },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as PresetName[];

/** What a scenario says of its system when it brings no schools of its own. */
export interface SystemSpec {
  /** A name in `presets`; 'made-up' where absent. */
  readonly preset?: string | undefined;
  /** Share of the system's schools to make, above 0 to 1: districts keep their size, so there are fewer of them. */
  readonly sample?: number | undefined;
  /** Which made-up world: another key gives other schools with the same statistics. */
  readonly key?: string | undefined;
  /** Statistics that replace the preset's. */
  readonly statistics?: { readonly [K in Statistic]?: number | undefined } | undefined;
}

export function presetOf(spec: SystemSpec): Preset {
  const name = spec.preset ?? 'made-up';
  const preset = (presets as Readonly<Record<string, Preset>>)[name];
  if (!preset) throw new RangeError(`preset: expected one of ${presetNames.join(', ')}, got ${name}`);
  return preset;
}

/** Every statistic of a spec with its grade and source: the spec's own, else the preset's, else the row's. */
export function knownStatistics(spec: SystemSpec): Record<Statistic, KnownStatistic> {
  const preset = presetOf(spec);
  const of = (name: Statistic): KnownStatistic => {
    const own = spec.statistics?.[name];
    if (own !== undefined) return known(own, 'D', 'Set in the scenario.');
    const row = systemQuantities[name];
    return preset.statistics[name] ?? known(row.default, row.grade, row.source);
  };
  return Object.fromEntries((Object.keys(systemQuantities) as Statistic[]).map((name) => [name, of(name)])) as Record<
    Statistic,
    KnownStatistic
  >;
}

/** The numbers of a spec, held to their bounds, with the sample taken: fewer schools, districts and less land. */
export function statisticsOf(spec: SystemSpec): Statistics {
  const rows = knownStatistics(spec);
  const values = Object.fromEntries(
    Object.entries(rows).map(([name, { value }]) => {
      const [min, max] = boundsOf(systemQuantities[name as Statistic]);
      if (!(value >= min && value <= max)) throw new RangeError(`statistics.${name}: expected ${min} to ${max}, got ${value}`);
      return [name, value];
    }),
  ) as Statistics;
  const sample = spec.sample ?? 1;
  if (!(sample > 0 && sample <= 1)) throw new RangeError(`sample: expected above 0 to 1, got ${sample}`);
  const schools = Math.max(1, Math.round(values.schools * sample));
  const districts = Math.min(schools, Math.max(1, Math.round(values.districts * sample)));
  return {
    ...values,
    schools,
    districts,
    regions: Math.max(1, Math.min(values.regions, Math.floor(districts / 2))),
    area: (values.area * schools) / Math.round(values.schools),
  };
}
