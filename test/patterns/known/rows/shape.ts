/** Shape and speed of diffusion: evidence, section 3a. P04 and P06 are kept apart, P09 are definitions. */

import type { Results } from '../../../../sim/index.ts';
import { fitCurve } from '../../../../study/fitting/bass.ts';
import { byDefault, levels, quarter, unlike } from '../arms.ts';
import { at, differenceOf, meanOf, medianOf, ratioOf, shareOf, yearsTo } from '../estimate.ts';
import { lineFit, logisticFit, risesAgain } from '../fit.ts';
import { type Pattern, pattern } from '../pattern.ts';

const ABOVE_ALL = Number.POSITIVE_INFINITY;
const FITS = 0.97;

/** Money that pays the same sum a year for good and no more, for as many schools a year as it always paid for. */
const capped = unlike({
  strategy: { kind: 'waves', depthShare: 1, waves: { size: 6, years: 1, menuWave: 50 } },
  finance: { pilotYears: 15, publicPot: 0 },
  parameters: { decision: { accessOutside: 0 } },
});

/** A technology for classrooms that everybody talks of, a public subsidy that equips one school in eight a year. */
const internet = unlike({
  innovations: [{ name: 'internet', technologyNeed: 0.9, complexity: 0.3, visibility: 0.9, backing: 0.8 }],
  strategy: { kind: 'waves', waves: { size: 12, years: 1, menuWave: 2 } },
});

/** Institutes, materials and money for everybody who wants them, at once. */
const push = unlike({
  system: quarter,
  innovations: [{ name: 'modern mathematics', visibility: 0.9, backing: 0.9, conditionsPrincipals: 0.7 }],
  strategy: { kind: 'waves', seedSchools: 2, challengeGrants: 0.8, partners: 0.8, waves: { size: 100, years: 1, menuWave: 2 } },
});

const YEARS = 60;
const promoted = { champions: 0.9, flexibleFinancing: 0.9, longTermFinancing: 0.9, middlePhaseFinancing: 0.9 };
const alone = { champions: 0, flexibleFinancing: 0, longTermFinancing: 0, middlePhaseFinancing: 0 };

const pool = (coachesFromUsers: number) =>
  unlike({
    finance: { regime: 'own-budget' },
    innovations: [{ name: 'with trainers', coachesFromUsers }],
    parameters: { delivery: { pool: 0.5 } },
  });

/** One logistic curve that turns within the years, without a second rise. */
function isLogistic({ years, columns }: Results): boolean {
  const series = { years, values: columns.educatorsUsing };
  const { fit, middle } = logisticFit(series);
  return fit > FITS && middle < years[years.length - 1] - 1 && risesAgain(series) === 0;
}

/** Futures that a Bass curve is fitted to: fits are slow and vary little. */
const BASS = 32;

/** The highest that a series has been so far. */
function everSoFar(values: Float64Array): Float64Array {
  let most = 0;
  return values.map((value) => {
    most = Math.max(most, value);
    return most;
  });
}

const curves = new WeakMap<Results, ReturnType<typeof fitCurve>>();

/** The Bass curve of a future, kept for its other parameter. */
function bass(run: Results): ReturnType<typeof fitCurve> {
  const known = curves.get(run);
  if (known) return known;
  const { years, columns } = run;
  const ever = everSoFar(columns.educatorsUsing);
  const ends = Array.from(years.keys()).filter((row) => Number.isInteger(years[row]));
  const made = fitCurve({ times: ends.map((row) => years[row]), values: ends.map((row) => ever[row]), most: 1 });
  curves.set(run, made);
  return made;
}

/** Years between two shares of the height that a series ever reaches. */
function yearsBetween({ years, columns }: Results, metric: string, from: number, to: number): number {
  const ever = everSoFar(columns[metric]);
  const height = ever[ever.length - 1];
  const reached = (share: number): number => years[ever.findIndex((value) => value >= share * height)];
  return reached(to) - reached(from);
}

/** Schools using it well won between two years. */
const won = (runs: readonly Results[], from: number, to: number): number[] => {
  const before = at(runs, 'schoolsWell', from);
  return at(runs, 'schoolsWell', to).map((share, k) => share - before[k]);
};

export const shape: readonly Pattern[] = [
  pattern({
    id: 'P01',
    starred: true,
    title: 'S-curve',
    claim:
      'Where schools choose, the share of adopters follows a logistic curve; an order from above makes a step, and a fixed sum a year a line.',
    source: 'Lawton & Lawton 1979: a logistic curve fitted five of six historical series very well.',
    grade: 'B',
    arms: {
      default: { wish: byDefault, futures: 64 },
      mandate: { wish: unlike({ strategy: { kind: 'mandate' } }), futures: 64 },
      capped: { wish: capped, futures: 128 },
    },
    statistics: [
      {
        label: 'by choice: logistic with R² above 0.97 and one turn within the years',
        unit: 'of futures',
        band: [0.8, 1],
        of: ({ default: runs }) => shareOf(runs.map(isLogistic)),
      },
      {
        label: 'by mandate: the same',
        unit: 'of futures',
        band: [0, 0.2],
        of: ({ mandate }) => shareOf(mandate.map(isLogistic)),
      },
      {
        label: 'with a fixed sum a year: a line with R² above 0.97',
        unit: 'of futures',
        band: [0.8, 1],
        of: ({ capped: runs }) =>
          shareOf(runs.map(({ years, columns }) => lineFit({ years, values: columns.educatorsUsing }) > FITS)),
      },
    ],
    curve: { arm: 'default', metric: 'educatorsUsing', label: 'Educators using it, by choice' },
    reading:
      'The default district grows by clusters that schools join when they want to. Adopters are educators who use it now. The fixed sum pays for six schools in a hundred a year, whose educators cannot begin without it. What colleagues pass on inside those schools still bends the line.',
  }),
  pattern({
    id: 'P02',
    title: 'Bass averages',
    claim: 'Imitation weighs some ten times as much as trying by oneself.',
    source: 'Sultan, Farley & Lehmann 1990: mean p 0.03, q 0.38 over 213 applications.',
    grade: 'A',
    arms: { default: { wish: byDefault, futures: 64 } },
    statistics: [
      {
        label: 'q, imitation',
        unit: 'a year',
        band: [0.2, 0.9],
        of: ({ default: runs }) => meanOf(runs.slice(0, BASS).map((run) => bass(run).q)),
      },
      {
        label: 'p, innovation',
        unit: 'a year',
        band: [0.001, 0.06],
        of: ({ default: runs }) => meanOf(runs.slice(0, BASS).map((run) => bass(run).p)),
      },
    ],
    reading:
      'A Bass curve is fitted by least squares to each future’s educators using it at the end of each year, at their highest so far: the curve is of those who ever adopt. The seed schools stand in the curve’s beginning and are nobody’s decision.',
  }),
  pattern({
    id: 'P03',
    starred: true,
    title: 'Modern mathematics in Allegheny County',
    claim:
      'With a strong push from outside, nearly all schools of a region take a practice up within five years of the first tenth.',
    source: 'Carlson 1965 (Pajek ModMath): 1, 5, 15, 27, 35, 38 of 61 superintendents by year, 1958-63.',
    grade: 'B',
    quick: true,
    arms: { push: { wish: push, futures: 64 } },
    statistics: [
      {
        label: 'years from a tenth to nine tenths of the schools that ever begin',
        unit: 'years',
        band: [0, 5],
        of: ({ push: runs }) => medianOf(runs.map((run) => yearsBetween(run, 'schoolsReached', 0.1, 0.9))),
      },
    ],
    curve: {
      arm: 'push',
      metric: 'schoolsReached',
      label: 'Schools in which somebody uses it (rings: superintendents, of 61)',
      documented: [1, 5, 15, 27, 35, 38].map((n, year) => [year + 1, n / 61] as const),
    },
    reading:
      'Some fifty schools with their ties. A superintendent had adopted who had brought it in; here a school has when its first educator uses it. From the second year on every school is invited, with grants, partners and much publicity, as the National Science Foundation did. It goes faster here than it did there, since all are asked in one year.',
  }),
  pattern({
    id: 'P05',
    starred: true,
    title: 'Depth lags breadth',
    claim: 'Half of the schools have it years before half of the classrooms do.',
    source: 'NCES FRSS 1994-2003: half of US schools had internet in 1995, half of classrooms in 1998.',
    grade: 'B',
    arms: { internet: { wish: internet, futures: 64 } },
    statistics: [
      {
        label: 'half of classrooms after half of schools',
        unit: 'years later',
        band: [2.5, ABOVE_ALL],
        of: ({ internet: runs }) => {
          const schools = yearsTo(runs, 'schoolsReached', 0.5);
          return medianOf(yearsTo(runs, 'educatorsUsing', 0.5).map((year, k) => year - schools[k]));
        },
      },
      {
        label: 'classrooms never ahead of schools',
        unit: 'of futures',
        band: [0.9, 1],
        of: ({ internet: runs }) =>
          shareOf(runs.map(({ columns }) => columns.educatorsUsing.every((x, i) => x <= columns.schoolsReached[i]))),
      },
    ],
    curve: {
      arm: 'internet',
      metric: 'educatorsUsing',
      label: 'Classrooms using it (rings: US classrooms with internet from 1994)',
      documented: [3, 8, 14, 27, 51, 64, 77, 87, 92, 93].map((share, year) => [year, share / 100] as const),
    },
    reading:
      'A technology for classrooms with much publicity, and a subsidy that equips one school in eight a year. A school counts from its first classroom on, as in the survey. The speed of the United States is not asked for: they had a national subsidy of billions.',
  }),
  pattern({
    id: 'P07',
    title: 'Promotion changes the time scale',
    claim: 'What nobody promotes takes several times as long as what has champions, an agency and money.',
    source: 'Mort; Rogers 2003 as summarised: kindergartens about 50 years, driver training 18, modern mathematics 5.',
    grade: 'B',
    arms: {
      promoted: {
        wish: unlike({ system: quarter, years: YEARS, ingredients: { ...byDefault.ingredients, ...promoted } }),
        futures: 48,
      },
      alone: {
        wish: unlike({
          system: quarter,
          years: YEARS,
          strategy: { kind: 'organic' },
          ingredients: { ...byDefault.ingredients, ...alone },
        }),
        futures: 48,
      },
    },
    statistics: [
      {
        label: 'years to nine schools in ten, alone beside promoted, at least',
        unit: 'times',
        band: [4, ABOVE_ALL],
        of: ({ promoted: fast, alone: slow }) => {
          const quick = yearsTo(fast, 'schoolsInUse', 0.9);
          return medianOf(yearsTo(slow, 'schoolsInUse', 0.9).map((year, k) => Math.min(YEARS, year) / quick[k]));
        },
      },
    ],
    curve: { arm: 'promoted', metric: 'schoolsInUse', label: 'Schools that use it, promoted' },
    reading:
      'Fifty schools for sixty years. Alone: no rollout, no champions and none of the three kinds of money; promoted: the default rollout by clusters with all four at 0.9. What has not come by year 60 counts as 60, so that the ratio is the least that it can be.',
  }),
  pattern({
    id: 'P08',
    title: 'Awareness from outside, adoption from peers',
    claim: 'People hear of it from outside and take it up because of colleagues.',
    source: 'Ryan & Gross 1943, as summarised: salesmen were the first source for 49%, neighbours the decisive one for 45.5%.',
    grade: 'C',
    quick: true,
    arms: {
      organic: { wish: unlike({ strategy: { kind: 'organic' } }), futures: 64 },
      default: { wish: byDefault, futures: 64 },
    },
    statistics: [
      {
        label: 'nobody rolls it out: outside share of hearing less that of deciding',
        unit: 'share',
        band: [0, ABOVE_ALL],
        of: ({ organic }) => differenceOf(at(organic, 'heardOutside'), at(organic, 'tippedOutside')),
      },
      {
        label: 'default: outside share of hearing less that of deciding',
        unit: 'share',
        band: [0, ABOVE_ALL],
        of: ({ default: runs }) => differenceOf(at(runs, 'heardOutside'), at(runs, 'tippedOutside')),
      },
    ],
    reading:
      'Each hearing and each decision is laid to one of its additive parts, drawn in proportion. Outside is broadcast, programme and mandate. Farmers had no programme, which the first arm matches.',
  }),
  pattern({
    id: 'P10',
    title: 'Most innovations stay small',
    claim: 'Without what helps innovations on, four in five or more never reach one school in twenty.',
    source: 'Brookings, Millions Learning: the vast majority still reach only a small fraction.',
    grade: 'C',
    arms: {
      low: {
        wish: unlike({ ingredients: levels(0.2), innovations: [{ name: 'one of many', effect: 0.06, effectSpread: 0.08 }] }),
        futures: 192,
      },
    },
    statistics: [
      {
        label: 'below 5% of schools after 15 years',
        unit: 'of futures',
        band: [0.8, 1],
        of: ({ low }) => shareOf(at(low, 'schoolsInUse').map((share) => share < 0.05)),
      },
    ],
    curve: { arm: 'low', metric: 'schoolsInUse', label: 'Schools that use it' },
    reading:
      'All 14 ingredients at 0.2 and the default rollout by clusters; effects as large trials find them (mean 0.06 SD). A rollout of 15 years is more than most innovations get: without one none grows (S12), so that the share hangs on how many are rolled out at all. With one, low ingredients stop fewer than was observed.',
  }),
  pattern({
    id: 'P11',
    title: 'Trainers from good sites',
    claim:
      'A fixed pool of trainers lets reach grow by about the same number of schools a year; trainers drawn from good schools let it multiply.',
    source:
      'Success for All (ERIC ED483812): only trainers drawn from strong schools worked as a way to grow; 1 school in 1987, more than 750 in 1998.',
    grade: 'B',
    arms: { fixed: { wish: pool(0), futures: 48 }, drawn: { wish: pool(1), futures: 48 } },
    statistics: [
      {
        label: 'fixed pool: a line through the schools that use it well, from year 3, with R² above 0.95',
        unit: 'of futures',
        band: [0.8, 1],
        of: ({ fixed }) =>
          shareOf(
            fixed.map(({ years, columns }) => {
              const from = years.indexOf(3);
              return lineFit({ years: years.slice(from), values: columns.schoolsWell.slice(from) }) > 0.95;
            }),
          ),
      },
      {
        label: 'drawn from users: schools won in years 6 to 9 beside years 3 to 6',
        unit: 'times',
        band: [1.5, ABOVE_ALL],
        of: ({ drawn }) => ratioOf(won(drawn, 6, 9), won(drawn, 3, 6)),
      },
      {
        label: 'schools that use it well at year 15, drawn less fixed',
        unit: 'share',
        band: [0, ABOVE_ALL],
        of: ({ drawn, fixed }) => differenceOf(at(drawn, 'schoolsWell'), at(fixed, 'schoolsWell')),
      },
    ],
    curve: { arm: 'fixed', metric: 'schoolsWell', label: 'Schools that use it well, fixed pool' },
    reading:
      'Money is no limit here: the plan gets what its schools cost. Trainers are scarce, one in two hundred schools, the low end of what is assumed; those drawn from users come on top where use is owned. In the model a trainer who is short of time visits each school less and turns none away, and schools get better by practice too: a fixed pool lowers the curve and does not straighten it.',
  }),
];
