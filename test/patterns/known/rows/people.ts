/** People, networks, collaboration and the system: evidence, section 3e. */
import urban from '../../../../scenarios/story-urban-waves.json' with { type: 'json' };
import { layers, type Results, settings, systemFromSpec } from '../../../../sim/index.ts';
import { measuredSchools } from '../advice.ts';
import { unlike } from '../arms.ts';
import { at, differenceOf, meanOf, ratioOf, shareOf } from '../estimate.ts';
import { type Arm, type Pattern, pattern } from '../pattern.ts';
import { effectAt, perSchoolDrawn, trial } from '../trial.ts';

const arm = (futures: number, parts: Parameters<typeof unlike>[0] = {}): Arm => ({ wish: unlike(parts), futures });

/** Lowest and highest of 15 schools. */
const observed = [
  { name: 'out', label: 'advisers a teacher names', range: [1.25, 5.4] },
  { name: 'colleagues', label: 'distinct colleagues linked', range: [2, 9] },
  { name: 'density', label: 'density', range: [0.06, 0.39] },
  { name: 'reciprocity', label: 'reciprocity', range: [0.1, 0.62] },
  { name: 'transitivity', label: 'transitivity', range: [0.2, 0.66] },
  { name: 'hub', label: 'most who turn to one person', range: [4, 31] },
] as const;

/** Beginnings of use so far that colleagues tipped, per post. */
const byColleagues = (runs: readonly Results[], year: number): number[] => {
  const shares = layers.map((layer) => at(runs, `tipped.${layer}`, year));
  return at(runs, 'adoptersEver', year).map((began, k) => began * shares.reduce((sum, share) => sum + share[k], 0));
};

/** Initiatives that share the money. */
const TOGETHER = 3;
const third = (name: string): number => settings.find(({ path }) => path === `finance.${name}`)!.quantity.default / TOGETHER;
const oneOfThree = {
  finance: {
    pilotPerLearner: third('pilotPerLearner'),
    middlePerLearner: third('middlePerLearner'),
    publicPot: third('publicPot'),
  },
  // Full fragmentation keeps about ten projects at work in a district: each of the other two adds a tenth.
  fragmentation: { initiative: 0.4 + (TOGETHER - 1) / 10 },
};

const kit = (materials: number, guides: number): Arm => ({ wish: trial({ innovation: { materials, guides } }), futures: 64 });
/** Effect of two years per dollar spent. */
const perCost = (runs: readonly Results[]): number[] => {
  const [first, second, spent] = [effectAt(runs, 1), effectAt(runs, 2), at(runs, 'spentPerLearner', 2)];
  return first.map((x, k) => (x + second[k]) / spent[k]);
};

const { $schema: _schema, title: _title, description: _about, lookFor: _look, ...urbanWaves } = urban;

export const people: readonly Pattern[] = [
  pattern({
    id: 'P36',
    title: 'Peers matter as much as belief',
    claim: 'Colleagues’ pressure and help carry at least as much of implementation as what people think of it.',
    source: 'Frank, Zhao & Borman 2004: six schools, networks over time.',
    grade: 'B',
    arms: {
      withoutPeers: arm(32, {
        parameters: { decision: { contagion: 0 }, delivery: { peers: 0 }, confirmation: { colleagues: 0 } },
      }),
      withoutValue: arm(32, { parameters: { decision: { belief: 0 }, confirmation: { results: 0 } } }),
    },
    statistics: [
      {
        label: 'quality-weighted reach in year 10 lost without peers, less that lost without belief and visible results',
        unit: 'share of learners',
        band: [0, 1],
        of: ({ withoutPeers, withoutValue }) =>
          differenceOf(at(withoutValue, 'qualityReach', 10), at(withoutPeers, 'qualityReach', 10)),
      },
    ],
    reading:
      'The default district. Peers: contagion, help, staying because colleagues do. Value: believed effect in deciding, visible results in staying; with their weights at zero everybody is as convinced as the reference educator.',
  }),
  pattern({
    id: 'P37',
    starred: true,
    title: 'Advice ties are few, clustered and hub-like',
    claim: 'A teacher asks three or four colleagues for advice, who ask each other, and half the staff ask one.',
    source: 'Computed from Pitts & Spillane 2009 (R package HLSM): 15 schools, 433 staff.',
    grade: 'B',
    arms: {},
    statistics: observed.map(({ name, label, range: [low, high] }) => ({
      label: `schools within the 15 observed: ${label}`,
      unit: 'share of schools',
      band: [0.8, 1],
      of: () =>
        shareOf(
          ['a', 'b', 'c']
            .flatMap((key) => measuredSchools(systemFromSpec({ key })))
            .map((school) => school[name] >= low && school[name] <= high),
        ),
    })),
    reading:
      'Schools of 12 to 76 staff in three made-up districts, before anything happens. One more school would fall within the range of 15 with probability 14/16.',
    quick: true,
  }),
  pattern({
    id: 'P39',
    starred: true,
    title: 'Forced collaboration is different in kind',
    claim:
      'Where working together is ordered there are more meetings and reports, less trust, less learning from each other, and less that is new.',
    source: 'Hargreaves 1994 on contrived collegiality; no effect size is known.',
    grade: 'C',
    arms: { free: arm(64), forced: arm(64, { collaboration: { compelled: 1 } }) },
    statistics: [
      {
        label: 'trust in year 5, forced less free',
        unit: 'share',
        band: [-1, 0],
        of: ({ forced, free }) => differenceOf(at(forced, 'trust', 5), at(free, 'trust', 5)),
      },
      {
        label: 'beginnings tipped by colleagues in five years, forced beside free',
        unit: 'ratio',
        band: [0, 1],
        of: ({ forced, free }) => ratioOf(byColleagues(forced, 5), byColleagues(free, 5)),
      },
      {
        label: 'local variants made in five years, forced beside free',
        unit: 'ratio',
        band: [0, 1],
        of: ({ forced, free }) => ratioOf(at(forced, 'variants', 5), at(free, 'variants', 5)),
      },
      {
        label: 'reported use in year 5, forced less free',
        unit: 'share of educators',
        band: [0, 1],
        of: ({ forced, free }) => differenceOf(at(forced, 'educatorsReporting', 5), at(free, 'educatorsReporting', 5)),
      },
      {
        label: 'fidelity in year 5, forced less free',
        unit: 'share of the core',
        band: [-1, 0],
        of: ({ forced, free }) => differenceOf(at(forced, 'fidelity', 5), at(free, 'fidelity', 5)),
      },
    ],
    reading:
      'The default district with its collaboration compelled to the full and nothing else changed. Compulsion switches more ties on, so that fewer beginnings over all ties are fewer still per tie; ties are no measure of a run. Reported use is higher because an order to work together weighs in joining the programme, as is assumed; what is then practised is less.',
  }),
  pattern({
    id: 'P40',
    starred: true,
    title: 'Overload and churn',
    claim: 'The more projects run at once, the less of each is done well; the same money does more in fewer.',
    source: 'Fullan 2000; Hess 1999: constant reform in 57 urban districts.',
    grade: 'B',
    arms: {
      calm: arm(64, { fragmentation: { initiative: 0.1 } }),
      busy: arm(64, { fragmentation: { initiative: 0.7 } }),
      one: arm(64),
      third: arm(64, oneOfThree),
    },
    statistics: [
      {
        label: 'fidelity in year 10 with many projects less that with few',
        unit: 'share of the core',
        band: [-1, 0],
        of: ({ busy, calm }) => differenceOf(at(busy, 'fidelity', 10), at(calm, 'fidelity', 10)),
      },
      {
        label: 'quality-weighted reach in year 10 of one initiative, less that of three on a third of the money each, added up',
        unit: 'share of learners',
        band: [0, 1],
        of: ({ one, third }) =>
          differenceOf(
            at(one, 'qualityReach', 10),
            at(third, 'qualityReach', 10).map((reach) => TOGETHER * reach),
          ),
      },
    ],
    reading:
      'Many is initiative fragmentation 0.7 against 0.1. For the second figure a school bears two more projects; the other two are taken to do as well as ours and beside it, a class counted as often as it is reached, which flatters the three: whole-class practices would take each other’s place.',
    curve: { arm: 'busy', metric: 'fidelity', label: 'Fidelity where many projects run at once' },
  }),
  pattern({
    id: 'P41',
    title: 'The full bundle is worth its price',
    claim: 'Coaching with books and teachers’ guides costs most, does most, and does most for its cost.',
    source: 'Piper et al. 2018 (PRIMR, Kenya): three bundles compared.',
    grade: 'B',
    arms: { coaching: kit(0, 0), books: kit(0.9, 0), full: kit(0.9, 0.9) },
    statistics: (['coaching', 'books'] as const).map((part) => ({
      label: `effect per dollar of the full bundle, beside ${part === 'books' ? 'coaching and books' : 'coaching alone'}`,
      unit: 'ratio',
      band: [1, Number.POSITIVE_INFINITY],
      of: ({ full, [part]: partly }) => ratioOf(perCost(full), perCost(partly)),
    })),
    reading:
      'Fifty schools drawn, paid for in full, effect of two years. A ratio below 1 would say that materials and guides do not lift coaching by as much as they cost.',
    quick: true,
  }),
  pattern({
    id: 'P42',
    title: 'Three in ten pupils after five years',
    claim:
      'A large urban district with waves of pilots, a central office that helps and a menu of proven models reaches almost a third of its pupils.',
    source: 'Source document “How to scale personalized learning”: almost a third after more than five years.',
    grade: 'C',
    arms: { waves: { wish: urbanWaves, futures: 64 } },
    statistics: [
      {
        label: 'learners in implementing schools in year 6',
        unit: 'share of learners',
        band: [0.25, 0.35],
        of: ({ waves }) => meanOf(at(waves, 'learnersImplementing', 6)),
      },
    ],
    curve: { arm: 'waves', metric: 'learnersWell', label: 'Reported apart: learners in schools that use it well' },
    reading:
      'The scenario story-urban-waves as it ships. What was counted is pupils of schools that had taken up a model; how well it was used is not known, so that use in depth is drawn and not judged.',
  }),
  pattern({
    id: 'P43',
    title: 'Implementation teams',
    claim: 'With people whose work it is to make it work, a programme takes hold in three years; without, it hardly does.',
    source:
      'Fixsen, Blase, Timbers & Wolf 2001: 80% in three years; Balas & Boren 2000: 14% in 17 years, in medicine. Not a comparison: direction only.',
    grade: 'C',
    arms: {
      team: { wish: trial({ innovation: { implementer: 0.9, supervision: 0.9, coaching: 0.8 } }), futures: 32 },
      without: { wish: trial({ innovation: { implementer: 0.1, supervision: 0.1, coaching: 0 } }), futures: 32 },
    },
    statistics: [
      {
        label: 'schools that use it well after three years, with a team less without',
        unit: 'share of schools begun in',
        band: [0, 1],
        of: ({ team, without }) =>
          differenceOf(perSchoolDrawn(team, at(team, 'schoolsWell', 3)), perSchoolDrawn(without, at(without, 'schoolsWell', 3))),
      },
    ],
    reading:
      'Fifty schools drawn. A team is an able implementer, supervision and coaches; without one the same training and materials are hardly passed on.',
    quick: true,
  }),
];
