/** Spread without effect and effect without spread: evidence, section 3b. */
import type { Results } from '../../../../sim/index.ts';
import { byDefault, quarter, unlike } from '../arms.ts';
import { at, differenceOf, mean, meanOf, ratioOf, shareOf } from '../estimate.ts';
import { type Estimate, type Pattern, pattern } from '../pattern.ts';

const ABOVE_ALL = Number.POSITIVE_INFINITY;
const BELOW_ALL = Number.NEGATIVE_INFINITY;

/** Talked of everywhere, easy, backed by police and parents, worked out to the letter, cheap; next to no effect. */
const visible = (level: number) =>
  unlike({
    innovations: [
      {
        name: 'visible',
        effect: 0.01,
        effectSpread: 0,
        visibility: 0.95,
        complexity: 0.15,
        backing: 0.9,
        elaboration: 0.6,
        overPromise: 0.3,
        coaching: 0.1,
        coachingCost: 20,
        trainingCost: 10,
      },
    ],
    ingredients: { ...byDefault.ingredients, betterData: level, cultureOfResearch: level },
    forces: { parents: { level: 0.8, alignment: 0.8 }, policy: { level: 0.8, alignment: 0.8 } },
    strategy: { kind: 'waves', opposition: 0, waves: { size: 15, years: 1, menuWave: 2 } },
  });

/** Share of districts in which half of the schools or more use it, in each future, at a year. */
const districtsUsing = (runs: readonly Results[], year: number): number[] => {
  const names = Object.keys(runs[0].columns).filter((name) => name.startsWith('schoolsInUse.district'));
  const byDistrict = names.map((name) => at(runs, name, year));
  return runs.map((_, k) => mean(byDistrict.map((shares) => (shares[k] >= 0.5 ? 1 : 0))));
};

/** The four inputs of the change-agent study, weak and strong; each combination is an arm. */
const inputs = ['budget', 'technology', 'motivation', 'adaptation'] as const;
const combinations = Array.from({ length: 2 ** inputs.length }, (_, bits) => bits);
const isStrong = (bits: number, input: (typeof inputs)[number]): boolean => ((bits >> inputs.indexOf(input)) & 1) === 1;

function changeAgent(bits: number) {
  const pick = <T>(input: (typeof inputs)[number], weak: T, strong: T): T => (isStrong(bits, input) ? strong : weak);
  const money = pick('budget', 0.5, 2);
  const adapt = pick('adaptation', 0.2, 0.8);
  return unlike({
    system: quarter,
    years: 6,
    finance: { pilotPerLearner: 12 * money, middlePerLearner: 40 * money, publicPot: 120 * money },
    ingredients: { ...byDefault.ingredients, technology: pick('technology', 0.2, 0.8), flexibleAdaptation: adapt },
    strategy: { kind: 'clusters', coDesign: adapt },
    parameters: {
      environment: { leaderSupport: pick('motivation', 0.3, 0.6) },
      traits: { mindset: pick('motivation', 0.35, 0.6) },
    },
  });
}

/** In each future, the part of the four main effects' sum of squares that some of them have, on mean fidelity at the end. */
function partOf(which: readonly (typeof inputs)[number][], futures: Readonly<Record<string, readonly Results[]>>): Estimate {
  const ends = combinations.map((bits) => at(futures[`combination${bits}`], 'fidelity'));
  const effects = inputs.map((input) =>
    ends[0].map((_, k) => mean(combinations.map((bits) => (isStrong(bits, input) ? 1 : -1) * ends[bits][k]))),
  );
  const squares = effects.map((each) => mean(each) ** 2);
  const all = squares.reduce((sum, square) => sum + square, 0);
  const some = which.reduce((sum, input) => sum + squares[inputs.indexOf(input)], 0);
  // The ratio's slope in each effect carries the effects' errors over (delta method; the effects are nearly uncorrelated).
  const variance = effects.reduce((sum, each, i) => {
    const slope = (2 * mean(each) * ((which.includes(inputs[i]) ? 1 : 0) - some / all)) / all;
    return sum + (slope * meanOf(each).standardError) ** 2;
  }, 0);
  return { value: some / all, standardError: Math.sqrt(variance) };
}

/** One rollout in full and one at a saving, each with the money that it costs. */
const northern = (parts: Readonly<Record<string, number | string>>) =>
  unlike({
    years: 8,
    finance: { regime: 'own-budget' },
    innovations: [{ name: 'mother tongue first', effect: 0.25, effectSpread: 0, ...parts }],
  });

/** A first design that fails, in a lab that can learn or cannot. */
const designs = (level: number) =>
  unlike({
    system: quarter,
    innovations: [{ name: 'first design', effect: 0, effectSpread: 0, elaboration: 0.2, overPromise: 0 }],
    ingredients: { ...byDefault.ingredients, cultureOfResearch: level },
    strategy: { kind: 'lab' },
  });

const SUCCESS = 0.05;
const succeeded = (runs: readonly Results[], year?: number): boolean[] =>
  at(runs, 'trueEffect', year).map((effect) => effect >= SUCCESS);

/** Three years in pilot schools, then every school is invited, with the whole package in the hands of a supportive government. */
const tusome = unlike({
  years: 8,
  finance: { regime: 'own-budget' },
  innovations: [
    {
      name: 'reading',
      coaching: 1,
      materials: 1,
      guides: 1,
      supervision: 0.8,
      implementer: 0.8,
      training: 'practice',
      elaboration: 0.7,
    },
  ],
  ingredients: {
    ...byDefault.ingredients,
    ...{ betterData: 0.9, supportivePolicy: 0.9, longTermFinancing: 0.9, middlePhaseFinancing: 0.9 },
  },
  strategy: { kind: 'waves', waves: { size: 100, years: 3, menuWave: 2 } },
});

export const without: readonly Pattern[] = [
  pattern({
    id: 'P12',
    starred: true,
    title: 'Ineffective programmes spread widely',
    claim:
      'What is easy, visible and well backed can reach most districts without any effect; data and a habit of testing cut it back.',
    source:
      'D.A.R.E.: half of US districts by 1994, three quarters by 2007; no significant effect (Ennett et al. 1994; Pan & Bai 2009; West & O’Neal 2004).',
    grade: 'A',
    arms: { low: { wish: visible(0.1), futures: 128 }, high: { wish: visible(0.9), futures: 128 } },
    statistics: [
      {
        label: 'without data and research: districts where half of the schools use it, year 15',
        unit: 'of districts',
        band: [0.5, 1],
        of: ({ low }) => meanOf(districtsUsing(low, 15)),
      },
      {
        label: 'with both beside without: schools that use it at year 15',
        unit: 'share of schools, difference',
        band: [BELOW_ALL, 0],
        of: ({ low, high }) => differenceOf(at(high, 'schoolsInUse'), at(low, 'schoolsInUse')),
      },
    ],
    curve: { arm: 'low', metric: 'schoolsInUse', label: 'Schools that use it, without data and research' },
    reading:
      'An effect of 0.01 SD, low departure from practice, high visibility and promises, parents and policy behind it, cheap since officers teach it. Better data and a culture of research at 0.1, then both at 0.9. The cut is small beside the reach: an easy programme costs its users little, so that few stop once they know.',
  }),
  pattern({
    id: 'P13',
    starred: true,
    title: 'Compliance without change',
    claim:
      'Ordered and counted everywhere, a programme is reported by nearly all, done by few as meant, and learned from by nobody.',
    source:
      'Muralidharan & Singh: near-universal assessments in 1,774 randomised schools, no effect, yet scaled to more than 600,000.',
    grade: 'B',
    quick: true,
    arms: {
      mandate: {
        wish: unlike({
          years: 6,
          innovations: [
            {
              name: 'school assessments',
              training: 'theory',
              coaching: 0,
              materials: 0.2,
              guides: 0.4,
              supervision: 0.2,
              implementer: 0.3,
              elaboration: 0.2,
            },
          ],
          ingredients: { ...byDefault.ingredients, betterData: 0.8, cultureOfResearch: 0.1 },
          strategy: { kind: 'mandate' },
        }),
        futures: 64,
      },
    },
    statistics: [
      {
        label: 'reported use after two years',
        unit: 'of educators',
        band: [0.9, 1],
        of: ({ mandate }) => meanOf(at(mandate, 'educatorsReporting', 2)),
      },
      { label: 'fidelity after two years', unit: '', band: [0, 0.3], of: ({ mandate }) => meanOf(at(mandate, 'fidelity', 2)) },
      {
        label: 'gain of all learners in year 4',
        unit: 'SD',
        band: [-0.03, 0.03],
        of: ({ mandate }) => meanOf(at(mandate, 'gain', 4)),
      },
    ],
    reading:
      'A mandate with good data, little culture of research, training in theory and no coaching; the practice itself has the default effect, so that it is compliance that takes the effect away.',
  }),
  pattern({
    id: 'P14',
    title: 'Money and technology alone do not decide',
    claim: 'Whether people want it and may adapt it says more of how well it ends up being used than money and technology do.',
    source:
      'Berman & McLaughlin 1978, RAND R-1589/4: 293 projects; resources and technology did not influence outcomes significantly.',
    grade: 'B',
    arms: Object.fromEntries(combinations.map((bits) => [`combination${bits}`, { wish: changeAgent(bits), futures: 24 }])),
    statistics: [
      {
        label: 'of four main effects on fidelity after six years, that of motivation and adaptation',
        unit: 'of their sum of squares',
        band: [0.5, 1],
        of: (futures) => partOf(['motivation', 'adaptation'], futures),
      },
    ],
    reading:
      'All 16 combinations of half or double the money, little or much technology, unwilling or willing leaders and teachers (the ends of what is assumed), and little or much room to adapt and design in partnership. Fidelity here hangs on coaching, and coaching on money: four times the money pays for the support of a third more schools. Technology hardly counts, as observed; will counts a quarter as much as money, and more for how many begin. All projects of the study had federal money, so that theirs varied less; the model may still let money buy too much.',
  }),
  pattern({
    id: 'P15',
    starred: true,
    title: 'Cheaper versions lose more than they save',
    claim: 'Support and materials cut to save money: the cost of a child reached falls, and what children learn falls further.',
    source:
      'Kerwin & Thornton 2021, Northern Uganda: letter names 1.0 SD in full, 0.4 SD at reduced cost, some writing worse than without.',
    grade: 'B',
    quick: true,
    arms: {
      full: { wish: northern({ coaching: 1, materials: 0.9, guides: 0.9, supervision: 0.6, implementer: 0.9 }), futures: 48 },
      reduced: {
        wish: northern({ coaching: 0.3, materials: 0.3, guides: 0.9, supervision: 0.3, implementer: 0.3 }),
        futures: 48,
      },
    },
    statistics: [
      {
        label: 'gain of learners reached in year 4, reduced beside full',
        unit: 'times',
        band: [BELOW_ALL, 1],
        of: ({ full, reduced }) => ratioOf(at(reduced, 'gainReached', 4), at(full, 'gainReached', 4)),
      },
      {
        label: 'cost of a learner reached in year 4, reduced beside full',
        unit: 'times',
        band: [0, 1],
        of: ({ full, reduced }) => ratioOf(at(reduced, 'costPerReached', 4), at(full, 'costPerReached', 4)),
      },
      {
        label: 'gain of all learners in year 8, reduced beside full',
        unit: 'times',
        band: [BELOW_ALL, 1],
        of: ({ full, reduced }) => ratioOf(at(reduced, 'gain'), at(full, 'gain')),
      },
    ],
    reading:
      'The same practice (0.25 SD) by the same rollout, each version with the money it costs. The reduced one has a third of coaching and materials, less supervision, and government in place of an experienced organisation. In Uganda the ratio of gains was 0.4 for letter names.',
  }),
  pattern({
    id: 'P16',
    starred: true,
    title: 'Hardware is not a strategy',
    claim: 'Devices for all without an idea of teaching use the money up and change no learning.',
    source: 'Cristia et al. 2017: One Laptop per Child in 318 rural Peruvian schools, no effect after 15 months.',
    grade: 'B',
    arms: {
      devices: {
        wish: unlike({
          years: 6,
          innovations: [
            {
              name: 'a laptop each',
              technologyNeed: 0.9,
              elaboration: 0.2,
              coaching: 0.2,
              training: 'theory',
              technologyCost: 60,
            },
          ],
          ingredients: { ...byDefault.ingredients, technology: 0.9 },
          strategy: { kind: 'devices', goals: 0 },
        }),
        futures: 64,
      },
    },
    statistics: [
      {
        label: 'gain of all learners in year 2',
        unit: 'SD',
        band: [-0.03, 0.03],
        of: ({ devices }) => meanOf(at(devices, 'gain', 2)),
      },
      {
        label: 'gain of all learners in year 6',
        unit: 'SD',
        band: [-0.03, 0.03],
        of: ({ devices }) => meanOf(at(devices, 'gain')),
      },
      {
        label: 'pilot money spent by its end',
        unit: 'of the pot',
        band: [0.9, 1],
        of: ({ devices }) => meanOf(at(devices, 'spentPerLearner', 3).map((spent) => spent / (3 * 12))),
      },
    ],
    reading:
      'Half of the schools are equipped each year, no vision comes with the boxes, and little training. The pot is three years of 12 USD a learner. Nine tenths is our reading of using the money up; what is left lies in the lines earmarked for coaching and training.',
  }),
  pattern({
    id: 'P17',
    title: 'Iteration finds what works',
    claim: 'Those who test and change arrive, by and by, at a design that works; those who do not, scale or drop the first one.',
    source:
      'Banerjee et al. 2016, 2017: two designs failed in government schools before Haryana (0.14-0.15 SD) and Uttar Pradesh (0.70 SD).',
    grade: 'B',
    arms: { on: { wish: designs(0.9), futures: 128 }, off: { wish: designs(0), futures: 128 } },
    statistics: [
      {
        label: 'designs at 0.05 SD or more, year 12 less year 4, with research',
        unit: 'of futures',
        band: [0, ABOVE_ALL],
        of: ({ on }) => differenceOf(succeeded(on, 12).map(Number), succeeded(on, 4).map(Number)),
      },
      {
        label: 'designs at 0.05 SD or more in year 15, with research less without',
        unit: 'of futures',
        band: [0, ABOVE_ALL],
        of: ({ on, off }) => differenceOf(succeeded(on).map(Number), succeeded(off).map(Number)),
      },
      {
        label: 'designs at 0.05 SD or more in year 15, without research',
        unit: 'of futures',
        band: [0, 0.1],
        of: ({ off }) => shareOf(succeeded(off)),
      },
    ],
    reading:
      'A first design without effect, in a scaling lab with a culture of research at 0.9 and at 0; data and flexible money stay in the middle.',
  }),
  pattern({
    id: 'P18',
    starred: true,
    title: 'Effects can survive or grow at scale',
    claim: 'With the whole package inside the public service, children at scale gain as much as those in the pilot, or more.',
    source: 'Tusome, Kenya (RTI): more than 22,000 schools; effects on fluency 2.5 times the pilot’s.',
    grade: 'B',
    arms: { tusome: { wish: tusome, futures: 64 } },
    statistics: [
      {
        label: 'gain of learners reached three years after scaling at or above that of the pilot after three years',
        unit: 'of futures',
        band: [1 / 3, 1],
        of: ({ tusome: runs }) => {
          const pilot = at(runs, 'gainReached', 3);
          return shareOf(at(runs, 'gainReached', 6).map((gain, k) => gain >= pilot[k]));
        },
      },
    ],
    reading:
      'Pilot schools for three years, then everybody is invited; coaches, books, guides, data and money in full under a supportive policy. A good share of futures is read as a third. Both are measured three years in, when first-year dips are as frequent.',
  }),
];
