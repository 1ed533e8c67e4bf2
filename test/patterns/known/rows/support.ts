/** What shrinks and what lifts effects: evidence, section 3c, but for turnover. */
import { normalShare, type Results } from '../../../../sim/index.ts';
import { byDefault, unlike } from '../arms.ts';
import { at, differenceOf, jackknife, mean, meanOf, ratioOf } from '../estimate.ts';
import { type Arm, type Estimate, type Pattern, pattern } from '../pattern.ts';
import { drawn, effectAt, perSchoolDrawn, trial } from '../trial.ts';

const arm = (futures: number, ...wish: Parameters<typeof trial>): Arm => ({ wish: trial(...wish), futures });
const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((x, k) => x + b[k]);
const minus = (a: readonly number[], b: readonly number[]): number[] => a.map((x, k) => x - b[k]);

/** Written lesson plans and readers for every class, as in South Africa. */
const scripted = { guides: 0.9, materials: 0.9, elaboration: 0.7 };

/** Effect of the first two years together, SD. */
const ofTwoYears = (runs: readonly Results[]): number[] => plus(effectAt(runs, 1), effectAt(runs, 2));

/** Share of the educators of a trial who are in routine use after two years. */
const usedInClass = (runs: readonly Results[]): number[] =>
  perSchoolDrawn(runs, plus(at(runs, 'stage.routine', 2), at(runs, 'stage.owning', 2)));

const coachOf = (schoolsPerCoach: number): Arm => arm(32, { parameters: { delivery: { schoolsPerCoach } } });
const loads = ['of8', 'of10', 'of15', 'of20', 'of30'] as const;

/** One pot, spread evenly over the schools that begin. */
const over = (schools: number): Arm => ({
  wish: unlike({
    years: 4,
    pilots: drawn(schools),
    strategy: { kind: 'waves', depthShare: 0, waves: { size: 0 } },
    finance: { pilotYears: 4 },
  }),
  futures: 64,
});
const fewest = ['over5', 'over15', 'over30', 'over60', 'over100'] as const;

/** The smallest of several estimates. */
const least = (all: readonly Estimate[]): Estimate => all.reduce((a, b) => (b.value < a.value ? b : a));

/** Standard error of a large trial's effect, SD: 95 per cent intervals of 141 trials were 0.30 SD wide on average. */
const TRIAL_ERROR = 0.3 / 2 / 1.96;

export const support: readonly Pattern[] = [
  pattern({
    id: 'P19',
    starred: true,
    title: 'Coaching beats central training',
    claim: 'The same lesson plans and books do about twice as much where a coach comes to the classroom.',
    source: 'Cilliers et al. 2020: 0.12 SD with central training, 0.24 SD with in-class coaching after two years, 180 schools.',
    grade: 'B',
    arms: {
      coached: arm(64, { innovation: { ...scripted, training: 'practice', coaching: 0.8 } }),
      trained: arm(64, { innovation: { ...scripted, training: 'centre', coaching: 0 } }),
    },
    statistics: [
      {
        label: 'effect of two years with coaching, beside that with central training',
        unit: 'ratio',
        band: [1.5, 2.5],
        of: ({ coached, trained }) => ratioOf(ofTwoYears(coached), ofTwoYears(trained)),
      },
    ],
    reading:
      'Fifty schools drawn over the district, the same materials, all learners of the schools counted. A ratio too low says that practice alone teaches too much in two years.',
  }),
  pattern({
    id: 'P20',
    title: 'Training without coaching rarely transfers',
    claim: 'Few use in class what they have only been shown; most do once somebody coaches them there.',
    source: 'Joyce & Showers 1982, 2002: 0% after theory, 5% after practice, 95% with coaching (their estimates, not measured).',
    grade: 'C',
    arms: {
      theory: arm(32, { innovation: { ...scripted, training: 'theory', coaching: 0 } }),
      practised: arm(32, { innovation: { ...scripted, training: 'practice', coaching: 0 } }),
      coached: arm(32, { innovation: { ...scripted, training: 'practice', coaching: 1 } }),
    },
    statistics: [
      {
        label: 'in routine use after two years, training with practice less theory alone',
        unit: 'share of educators trained',
        band: [0, 1],
        of: ({ practised, theory }) => differenceOf(usedInClass(practised), usedInClass(theory)),
      },
      {
        label: 'in routine use after two years, coached beside not coached',
        unit: 'ratio',
        band: [3, Number.POSITIVE_INFINITY],
        of: ({ coached, practised }) => ratioOf(usedInClass(coached), usedInClass(practised)),
      },
    ],
    reading:
      'Use in class is routine use: a year or more with a fidelity of 0.4 or more. Whoever begins counts, so that a share near one in the coached arm is not asked for. A ratio near 1 says that practice alone carries everybody over that threshold.',
  }),
  pattern({
    id: 'P21',
    starred: true,
    title: 'Coaching thins out',
    claim:
      'The more schools a coach serves the less each gets, and a programme of many teachers gets about half of what a small one does.',
    source:
      'Kraft, Blazar & Hogan 2018 and drafts: about half in programmes of 100 teachers and more; Piper & Zuilkowski 2015: coaches of 10 schools beat coaches of 15.',
    grade: 'A',
    arms: {
      of8: coachOf(8),
      of10: coachOf(10),
      of15: coachOf(15),
      of20: coachOf(20),
      of30: coachOf(30),
      few: arm(128, { schools: 4 }),
      fewUncoached: arm(128, { schools: 4, innovation: { coaching: 0 } }),
      all: arm(128, { schools: 212 }),
      allUncoached: arm(128, { schools: 212, innovation: { coaching: 0 } }),
      over5: over(11),
      over15: over(32),
      over30: over(64),
      over60: over(127),
      over100: over(212),
    },
    statistics: [
      {
        label: 'smallest fall of fidelity from 8 to 10 to 15 to 20 to 30 schools a coach',
        unit: 'share of the core',
        band: [0, 1],
        of: (futures) =>
          least(
            loads.slice(1).map((more, i) => differenceOf(at(futures[loads[i]], 'fidelity', 2), at(futures[more], 'fidelity', 2))),
          ),
      },
      {
        label: 'what coaching adds in a programme of 4,000 educators, beside one of 80',
        unit: 'ratio',
        band: [0.33, 0.7],
        of: ({ all, allUncoached, few, fewUncoached }) =>
          ratioOf(minus(effectAt(all, 2), effectAt(allUncoached, 2)), minus(effectAt(few, 2), effectAt(fewUncoached, 2))),
      },
      {
        label: 'gain of all learners for one pot: the best of 15, 30 or 60 per cent of schools, less the better of 5 or all',
        unit: 'SD',
        band: [0, 1],
        of: (futures) => {
          const gains = fewest.map((name) => at(futures[name], 'gain', 4));
          return jackknife(gains[0].length, (places) => {
            const means = gains.map((gain) => mean(places.map((k) => gain[k])));
            return Math.max(...means.slice(1, -1)) - Math.max(means[0], means[4]);
          });
        },
      },
    ],
    reading:
      'The band of the second figure is that of the scale penalty in the table of parameters. For the third the default pot lasts four years and is spread evenly over those who begin. If all schools at once do best, little support costs too little: breadth is cheap because most of what is learned needs no coach.',
  }),
  pattern({
    id: 'P22',
    title: 'One-off training in theory does nothing',
    claim: 'A national programme that lectures teachers once, passed on from tier to tier, moves no pupil.',
    source: 'Loyalka et al. 2019: China’s national programme, randomised: no effect on teachers or pupils after a year.',
    grade: 'B',
    arms: {
      cascade: {
        wish: unlike({
          years: 3,
          innovations: [{ ...byDefault.innovations[0], training: 'theory', coaching: 0, materials: 0.2, guides: 0 }],
          strategy: { kind: 'cascade' },
          finance: { pilotYears: 1 },
        }),
        futures: 64,
      },
    },
    statistics: [2, 3].map((year) => ({
      label: `effect in programme schools in year ${year}`,
      unit: 'SD',
      band: [-0.03, 0.03],
      of: ({ cascade }) => ratioOf(at(cascade, 'gain', year), at(cascade, 'educatorsReporting', year)),
    })),
    reading:
      'Handouts and nothing more; money for the first year. All learners of programme schools count, those of teachers who never began included, as in the trial.',
    quick: true,
  }),
  pattern({
    id: 'P23',
    starred: true,
    title: 'Who delivers matters',
    claim: 'What works under an organisation that can deliver it does nothing under one that cannot.',
    source:
      'Bold et al. 2018 and 2012 draft: contract teachers in Kenya, 0.19 SD under an NGO, 0 under government, contracts alike.',
    grade: 'B',
    arms: { able: arm(64, { innovation: { implementer: 1 } }), unable: arm(64, { innovation: { implementer: 0 } }) },
    statistics: [
      {
        label: 'effect in the second year, full capacity of the implementer',
        unit: 'SD',
        band: [0.05, Number.POSITIVE_INFINITY],
        of: ({ able }) => meanOf(effectAt(able, 2)),
      },
      {
        label: 'effect in the second year, no capacity',
        unit: 'SD',
        band: [-0.03, 0.03],
        of: ({ unable }) => meanOf(effectAt(unable, 2)),
      },
    ],
    reading:
      'Only the implementer’s capacity differs. Clearly positive is from 0.05 SD (Kraft 2020). In Kenya contracts came late or were not kept; here the package arrives and is weaker, and teachers then learn by practice, so that too much is left without capacity.',
  }),
  pattern({
    id: 'P24',
    title: 'Tested effects are modest',
    claim: 'Of innovations put to a large test, the average does little and one in five or so is clearly positive.',
    source: 'Lortie-Forgues & Inglis 2019: 0.06 SD over 141 trials; Boulay et al. 2018: 12 of 67 evaluations positive.',
    grade: 'A',
    arms: { population: arm(256) },
    statistics: [
      {
        label: 'mean effect in the second year',
        unit: 'SD',
        band: [0.03, 0.1],
        of: ({ population }) => meanOf(effectAt(population, 2)),
      },
      {
        label: 'clearly positive',
        unit: 'share of innovations',
        band: [0.1, 0.3],
        of: ({ population }) => meanOf(effectAt(population, 2).map((effect) => normalShare(effect / TRIAL_ERROR - 1.96))),
      },
    ],
    reading:
      'Each future draws an innovation from the default distribution of true effects and tries it in fifty schools. Clearly positive: significant at 5 per cent with the standard error of an average large trial, as a chance, without drawing the trial’s luck. The innovations tested had been chosen as promising, as the default is.',
  }),
];
