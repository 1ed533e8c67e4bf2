/** What lasts and what goes: evidence, section 3c on turnover, and section 3d. */
import type { Results } from '../../../../sim/index.ts';
import { byDefault, unlike } from '../arms.ts';
import { at, differenceOf, jackknife, mean, meanOf, ratioOf, shareOf } from '../estimate.ts';
import { type Arm, type Estimate, type Pattern, pattern } from '../pattern.ts';
import { drawn, effectAt, trial } from '../trial.ts';

const { ingredients } = byDefault;
const BYTE = 255;

interface Seen {
  /** Share of educators using it. */
  readonly use: number;
  /** Users' mean fidelity, less harmful adaptation; 0 where another innovation leads. */
  readonly fidelity: number;
  readonly isOutside: boolean;
}

/** Every school of a future at a year. */
function schoolsAt(run: Results, year: number): Seen[] {
  const { schools: count, use, well, affiliation } = run.schools!;
  const from = run.years.findIndex((y) => y >= year - 1e-9) * count;
  return Array.from({ length: count }, (_, s) => ({
    use: use[from + s] / BYTE,
    fidelity: well[from + s] / BYTE,
    isOutside: affiliation[from + s] === 0,
  }));
}

/** Share of schools drawn in which at least half use it, with a mean fidelity of `least` or more. */
const stillUsing = (runs: readonly Results[], count: number, year: number, least: number): number[] =>
  runs.map((run) => {
    const seen = schoolsAt(run, year);
    return drawn(count).filter((s) => seen[s].use >= 0.5 && seen[s].fidelity >= least).length / count;
  });

/** Use times fidelity in schools that no programme has reached. */
const qualityOutside = (runs: readonly Results[], year: number): number[] =>
  runs.map((run) =>
    mean(
      schoolsAt(run, year)
        .filter(({ isOutside }) => isOutside)
        .map(({ use, fidelity }) => use * fidelity),
    ),
  );

/** Fidelities of schools with users, lowest first. */
const fidelities = (run: Results, year: number): number[] =>
  schoolsAt(run, year)
    .filter(({ use, fidelity }) => use > 0 && fidelity > 0)
    .map(({ fidelity }) => fidelity)
    .sort((a, b) => a - b);

/** Effect at a fidelity beside that at 0.75: the model's own conversion. */
const quality = (fidelity: number): number => Math.min((fidelity / 0.75) ** 2, 1.3);

/** A pilot of 14 schools whose grant ends after three years; no public money follows in the years looked at. */
const PILOT = 14;
const granted = (middlePhaseFinancing: number): Arm => ({
  wish: trial({
    years: 5,
    schools: PILOT,
    parts: { finance: {}, ingredients: { ...ingredients, longTermFinancing: 0, middlePhaseFinancing } },
  }),
  record: 'schools',
  futures: 256,
});
const lossOf = (runs: readonly Results[]): Estimate => {
  const { value, standardError } = ratioOf(stillUsing(runs, PILOT, 5, 0.6), stillUsing(runs, PILOT, 3, 0.6));
  return { value: 1 - value, standardError };
};

const departing = (complexity: number, coaching: number): Arm => ({
  wish: trial({ innovation: { complexity, coaching } }),
  futures: 128,
});
/** Gain in the first year of learners whose educator uses it. */
const firstYear = (runs: readonly Results[]): number[] => at(runs, 'gainReached', 1);

const REFORMED = 13;
const everySchool = Array.from({ length: 212 }, (_, s) => s);

const rollouts = { mandate: 'mandate', waves: 'waves', cascade: 'cascade', gated: 'gated', organic: 'organic' } as const;
/** Coburn's spread, depth, sustainability and shift in ownership. */
const dimensions = ['schoolsInUse', 'depth', 'retention3', 'ownership'] as const;

/** Over pairs of numbers that are both there. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const both = a.map((x, k) => [x, b[k]] as const).filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
  const [x, y] = [mean(both.map(([p]) => p)), mean(both.map(([, q]) => q))];
  const sum = (of: (p: number, q: number) => number): number => both.reduce((s, [p, q]) => s + of(p - x, q - y), 0);
  return sum((p, q) => p * q) / Math.sqrt(sum((p) => p * p) * sum((_, q) => q * q));
}

export const lasting: readonly Pattern[] = [
  pattern({
    id: 'P25',
    starred: true,
    title: 'Turnover carries the practice away',
    claim: 'Coached skill goes with the teacher: the school they leave loses it, the school they come to gains it.',
    source:
      'Majerowicz & Montero: schools that lose trained teachers lose the whole gain, receiving schools gain as much; Castro et al. 2025: 0.114 and 0.100 SD in schools after three years against 0.18 and 0.16 for a fully coached teacher.',
    grade: 'A',
    arms: {
      turnover: { wish: trial(), record: 'schools', futures: 64 },
      stayers: { wish: trial({ parameters: { turnover: { leaving: 0 } } }), futures: 64 },
      novices: { wish: trial({ parameters: { turnover: { movers: 0 } } }), record: 'schools', futures: 64 },
    },
    statistics: [
      {
        label: 'effect at schools in the third year, beside that where nobody leaves',
        unit: 'ratio',
        band: [0.5, 0.7],
        of: ({ turnover, stayers }) => ratioOf(effectAt(turnover, 3), effectAt(stayers, 3)),
      },
      {
        label: 'use times fidelity in schools outside, less that where no successor has taught before',
        unit: 'share',
        band: [0, 1],
        of: ({ turnover, novices }) => differenceOf(qualityOutside(turnover, 3), qualityOutside(novices, 3)),
      },
    ],
    reading:
      'Fifty schools coached for three years, as in Peru; 16 per cent of posts change hands a year. A ratio too high says that successors catch up too fast, or that those who have left are replaced by people who bring too much.',
  }),
  pattern({
    id: 'P26',
    title: 'People leave at the rates that were measured',
    claim: 'One educator in six and nearly one head in five goes every year, and programmes go with leaders.',
    source: 'NCES TFS 2021-22: 84% of teachers stay; NCES 2016-17: 82% of principals stay.',
    grade: 'A',
    arms: {
      default: { wish: byDefault, futures: 32 },
      watched: { wish: byDefault, record: { story: everySchool }, futures: 4 },
      beheaded: { wish: unlike({ events: [{ year: 8, kind: 'leaderLeaves', size: 1 }] }), futures: 32 },
    },
    statistics: [
      {
        label: 'educators who leave, beside 0.16 a year',
        unit: 'ratio',
        band: [0.9, 1.1],
        of: ({ default: runs }) => meanOf(at(runs, 'departures').map((left) => left / 15 / 0.16)),
      },
      {
        label: 'school leaders who leave, beside 0.18 a year',
        unit: 'ratio',
        band: [0.9, 1.1],
        of: ({ watched }) =>
          meanOf(watched.map(({ story }) => story!.filter(({ kind }) => kind === 'leaderLeft').length / 212 / 15 / 0.18)),
      },
      {
        label: 'schools implementing two years after every leader has left, less that without',
        unit: 'share of schools',
        band: [-1, 0],
        of: ({ beheaded, default: runs }) =>
          differenceOf(at(beheaded, 'schoolsImplementing', 10), at(runs, 'schoolsImplementing', 10)),
      },
    ],
    reading: 'The default district over 15 years. That realised rates match the input may be off by a tenth for what moves them.',
  }),
  pattern({
    id: 'P28',
    starred: true,
    title: 'Whole-school reforms decay where all is in flux',
    claim: 'Six years on, about a third of the schools that took up a reform still work by it.',
    source: 'Datnow 2002, 2005: 4 of 13 schools after six years, 18% a year.',
    grade: 'B',
    arms: {
      flux: {
        wish: trial({
          years: 6,
          schools: REFORMED,
          parameters: { environment: { leaderLeaving: 0.22, districtLeaving: 0.25, priorityYears: 2 } },
          parts: {
            finance: {},
            fragmentation: { policy: 0.8, initiative: 0.8 },
            ingredients: { ...ingredients, longTermFinancing: 0, middlePhaseFinancing: 0 },
          },
        }),
        record: 'schools',
        futures: 128,
      },
    },
    statistics: [
      {
        label: 'reforming schools in which half or more still use it in year 6',
        unit: 'share of schools',
        band: [0.2, 0.45],
        of: ({ flux }) => meanOf(stillUsing(flux, REFORMED, 6, 0)),
      },
    ],
    reading:
      'Thirteen schools enrol their whole staff and have a grant for three years. Leaders of schools and districts and priorities change at the upper end of what was measured; projects and signals are many. Use is counted whatever its fidelity and whatever the school reports.',
  }),
  pattern({
    id: 'P32',
    title: 'It gets worse before it gets better',
    claim: 'In the first year of something very new, teaching is worse than it will be, or than it was; coaching softens that.',
    source: 'Fullan 2001 on the implementation dip; no agreed number.',
    grade: 'C',
    arms: { far: departing(0.9, 0), near: departing(0.3, 0), coached: departing(0.9, 1) },
    statistics: [
      {
        label: 'first-year effect of a far departure below zero or below trend',
        unit: 'share of futures',
        band: [0.5, 1],
        of: ({ far }) => {
          const third = at(far, 'gainReached', 3);
          return shareOf(firstYear(far).map((first, k) => first < Math.max(0, third[k] / 3)));
        },
      },
      {
        label: 'first-year effect, far departure less near one',
        unit: 'SD',
        band: [-1, 0],
        of: ({ far, near }) => differenceOf(firstYear(far), firstYear(near)),
      },
      {
        label: 'first-year effect of a far departure, coached less not coached',
        unit: 'SD',
        band: [0, 1],
        of: ({ coached, far }) => differenceOf(firstYear(coached), firstYear(far)),
      },
    ],
    reading:
      'Departure 0.9 against 0.3, without coaching. Below trend: under a third of the third year’s effect. Those who begin in the first days had prepared and have no dip, which lifts the first year.',
  }),
  pattern({
    id: 'P33',
    starred: true,
    title: 'The cliff after support ends',
    claim: 'When the grant ends and nothing bridges the gap, most good practice is gone in two years.',
    source: 'IES grant R324A120278: practices rarely outlast external support by more than a year or two; RWJF 021918.',
    grade: 'C',
    arms: { without: granted(0), bridged: granted(1) },
    statistics: [
      {
        label: 'schools using it well lost from year 3 to year 5, without middle-phase finance',
        unit: 'share of them',
        band: [0.5, 1],
        of: ({ without }) => lossOf(without),
      },
      {
        label: 'the same with it',
        unit: 'share of them',
        band: [Number.NEGATIVE_INFINITY, 0.2],
        of: ({ bridged }) => lossOf(bridged),
      },
    ],
    reading:
      'Fourteen schools, as many as the default pilot money supports in full; long-term money is left out, since it comes to a whole district at once and would hide the bridge. Schools of the pilot alone are counted. A loss too high with the bridge says that the deadline cuts schools off whose running cost is above public money.',
  }),
  pattern({
    id: 'P34',
    title: 'Mid-level fidelity is normal',
    claim: 'Those who use it use most of it, hardly anyone all; the best third gets twice the effect of the worst.',
    source: 'Durlak & DuPre 2008: positive results at 60-80%, none at 100%; good implementation 2-3 times the effect.',
    grade: 'A',
    arms: { default: { wish: byDefault, record: 'schools', futures: 32 } },
    statistics: [
      {
        label: 'median fidelity of schools with users in year 10',
        unit: 'share of the core',
        band: [0.5, 0.8],
        of: ({ default: runs }) =>
          meanOf(runs.map((run) => fidelities(run, 10)).map((sorted) => sorted[Math.floor(sorted.length / 2)])),
      },
      {
        label: 'of them above 0.9',
        unit: 'share of schools',
        band: [0, 0.1],
        of: ({ default: runs }) =>
          meanOf(runs.map((run) => fidelities(run, 10)).map((sorted) => sorted.filter((f) => f > 0.9).length / sorted.length)),
      },
      {
        label: 'effect at their fidelity, top third beside bottom third',
        unit: 'ratio',
        band: [2, Number.POSITIVE_INFINITY],
        of: ({ default: runs }) => {
          const effects = runs.map((run) => fidelities(run, 10).map(quality));
          const third = (of: readonly number[]): number => Math.floor(of.length / 3);
          return ratioOf(
            effects.map((of) => mean(of.slice(-third(of)))),
            effects.map((of) => mean(of.slice(0, third(of)))),
          );
        },
      },
    ],
    reading:
      'Schools of the default district, each with its users’ mean; single educators spread further. The effect is the one that their fidelity alone makes.',
  }),
  pattern({
    id: 'P35',
    title: 'Four dimensions that move separately',
    claim: 'Spread, depth, lasting and ownership go together only loosely: a plan can have one without the other.',
    source: 'Coburn 2003.',
    grade: 'C',
    arms: {
      clusters: { wish: byDefault, futures: 32 },
      ...Object.fromEntries(
        Object.entries(rollouts).map(([name, kind]) => [name, { wish: unlike({ strategy: { kind } }), futures: 32 }]),
      ),
    },
    statistics: [
      {
        label: 'largest correlation between two of the four in year 10',
        unit: '',
        band: [-1, 0.9],
        of: (futures) => {
          const plans: (readonly Results[])[] = Object.values(futures);
          const measured = dimensions.map((name) => plans.map((runs) => at(runs, name, 10)));
          return jackknife(plans[0].length, (places) => {
            const columns = measured.map((plan) => plan.flatMap((values) => places.map((k) => values[k])));
            return Math.max(...columns.flatMap((a, i) => columns.slice(0, i).map((b) => correlation(a, b))));
          });
        },
      },
    ],
    reading:
      'Futures of six rollouts on the default district together: organic, clusters, waves, cascade, gated, mandate. Sustainability is retention three years after first success. Later, where most plans have come near everybody, the four run together.',
  }),
];
