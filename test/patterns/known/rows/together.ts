/** People, ties and whole systems together: interactions of the evidence's section 6, and what the model's specification asks for beside it. */
import community from '../../../../scenarios/docking-community.json' with { type: 'json' };
import communityOutreach from '../../../../scenarios/docking-community-outreach.json' with { type: 'json' };
import outreach from '../../../../scenarios/docking-outreach.json' with { type: 'json' };
import wordOfMouth from '../../../../scenarios/docking-word-of-mouth.json' with { type: 'json' };
import { forces, ingredients, type Results } from '../../../../sim/index.ts';
import { inPlace, levels, unpaid } from '../arms.ts';
import { crossed, gap, ingredient, interaction, LESS, MORE, put } from '../crossed.ts';
import { at, differenceOf, jackknife, mean, meanOf, medianOf, ratioOf, yearsTo } from '../estimate.ts';
import { type Arm, type Estimate, type Pattern, pattern } from '../pattern.ts';

const HALF = [0, 0.5] as const;

/** Nobody rolls out: practice travels by ties alone, in a system that favours it. */
const byTies = { ...unpaid, ingredients: levels(0.8), strategy: { kind: 'organic' } };
const deep = { intensity: 0.8, depth: 0.8 };

/** A stock that is left some years later, as a share of what it was. */
const left = (runs: readonly Results[], metric: string, from: number, until: number): Estimate =>
  ratioOf(at(runs, metric, until), at(runs, metric, from));

/** One figure less another, as if they were independent: in the same futures the error is smaller. */
const apart = (a: Estimate, b: Estimate): Estimate => ({
  value: a.value - b.value,
  standardError: Math.sqrt(a.standardError ** 2 + b.standardError ** 2),
});

/** Standard deviation between districts of quality-weighted reach beside its mean, in year 15. */
const unevenness = (runs: readonly Results[]): Estimate => ratioOf(at(runs, 'districtSpread', 15), at(runs, 'qualityReach', 15));

/** By what factor use grows in the fourth year, beside the second: 1 where growth is exponential. */
const yearlyGrowth = (runs: readonly Results[]): Estimate => {
  const using = [1, 2, 3, 4].map((year) => at(runs, 'educatorsUsing', year));
  return jackknife(runs.length, (places) => {
    const [first, second, third, fourth] = using.map((each) => mean(places.map((k) => each[k])));
    return fourth / third / (second / first);
  });
};

/** All outside forces as far aligned with good teaching. */
const aligned = (alignment: number) => Object.fromEntries(forces.map((force) => [`forces.${force}.alignment`, alignment]));

const low = { ...unpaid, ingredients: levels(0.2) };
const names = ingredients.map(({ name }) => name);
const alone = Object.fromEntries(
  names.map((name): [string, Arm] => [name, { wish: { ...unpaid, ingredients: levels(0.2, { [name]: 0.8 }) }, futures: 24 }]),
);
const lowAndAll: Readonly<Record<string, Arm>> = {
  low: { wish: low, futures: 24 },
  all: { wish: { ...unpaid, ingredients: levels(0.8) }, futures: 24 },
};

const reached = (runs: readonly Results[]): number[] => at(runs, 'qualityReach', 15);
const over = (a: readonly number[], b: readonly number[]): number[] => a.map((x, k) => x - b[k]);

/** What of people, practice, lasting, learning and design an ingredient might move. */
const outcomes = [
  'schoolsReached',
  'adoptersEver',
  'depth',
  'ownership',
  'retention3',
  'gain',
  'policyAdopted',
  'learningCycles',
];

/** How many standard errors from none the strongest move of an ingredient is. */
const strongest = (runs: readonly Results[], without: readonly Results[]): number =>
  Math.max(
    ...outcomes.map((metric) => {
      const { value, standardError } = differenceOf(at(runs, metric, 15), at(without, metric, 15));
      return value === 0 ? 0 : Math.abs(value) / standardError;
    }),
  );

/** Structural fragmentation on other made-up worlds, since one set of ties is one case. */
const worlds = ['1', '2', '3', '4', '5', '6'];
const dials = { joined: 0, middle: 0.4, apart: 1 };
const inWorlds = Object.fromEntries(
  worlds.flatMap((key) =>
    Object.entries(dials).map(([name, structural]): [string, Arm] => [
      `${name}${key}`,
      {
        wish: { ...byTies, collaboration: deep, system: { preset: 'made-up', key }, fragmentation: { structural } },
        futures: 8,
      },
    ]),
  ),
);

/** The middle of the dial less an end, world by world. */
const middleOver =
  (end: keyof typeof dials) =>
  (runs: Readonly<Record<string, readonly Results[]>>): Estimate =>
    meanOf(
      worlds.map(
        (key) => mean(at(runs[`middle${key}`], 'educatorsUsing', 15)) - mean(at(runs[`${end}${key}`], 'educatorsUsing', 15)),
      ),
    );

export const together: readonly Pattern[] = [
  pattern({
    id: 'I4',
    title: 'A mandate and the capacity to support it',
    claim:
      'An order raises reported use at once; practice follows only where there is capacity to support it, and where it does not, trust goes.',
    source: 'Muralidharan & Singh 2020 (India); Elmore 1996; Fullan 1993.',
    grade: 'B',
    arms: crossed(
      unpaid,
      { strategy: [{ kind: 'waves' }, { kind: 'mandate' }] },
      { 'parameters.delivery.pool': [0.5, 4], 'finance.regime': ['equal-budget', 'own-budget'] },
      24,
    ),
    statistics: [
      {
        label: 'reported use after two years, order over waves, no capacity',
        unit: 'of educators',
        band: [0.5, 1],
        of: gap('one', 'neither', 'educatorsReporting', 2),
      },
      {
        label: 'fidelity in year 3 under an order without capacity',
        unit: 'of the core',
        band: [0, 0.35],
        of: ({ one }) => meanOf(at(one, 'fidelity', 3)),
      },
      { label: 'fidelity in year 3: order × capacity', unit: 'of the core', band: MORE, of: interaction('fidelity', 3) },
      { label: 'trust in year 5: order × capacity', unit: '', band: MORE, of: interaction('trust', 5) },
    ],
    reading:
      'An order for all, or pilot waves; capacity is the number of coaches that can be found, 0.5 or 4 for 100 schools, and money that follows.',
  }),
  pattern({
    id: 'I13',
    title: 'Alliances in a fragmented system',
    claim: 'Partners align what schools are asked; where the system is fragmented the same partners bring one more demand.',
    source: 'Fullan 2000; Hess 1999.',
    grade: 'C',
    arms: crossed(unpaid, ingredient('alliances'), { fragmentation: [0.2, 0.8] }, 64),
    statistics: [
      {
        label: 'quality-weighted reach in year 8: alliances × fragmentation',
        unit: 'of learners',
        band: LESS,
        of: interaction('qualityReach', 8),
      },
    ],
    reading: 'The default rollout, half way up the curve where the system is whole.',
  }),
  pattern({
    id: 'I14',
    title: 'Depth inside, bridges between',
    claim: 'Deep collaboration makes practice stick, bridges carry it on: either alone is weak.',
    source: 'Coburn and others 2012; complex contagion on rewired networks: Centola & Macy 2007.',
    grade: 'C',
    arms: crossed(byTies, { 'collaboration.depth': [0.2, 0.8] }, { 'parameters.ties.bridging': [0.5, 2] }, 32),
    statistics: [
      { label: 'users in year 15: depth × bridges', unit: 'of educators', band: MORE, of: interaction('educatorsUsing', 15) },
      {
        label: 'quality-weighted reach in year 15: depth × bridges',
        unit: 'of learners',
        band: MORE,
        of: interaction('qualityReach', 15),
      },
    ],
    reading:
      'Nobody rolls out, all ingredients high: practice travels by ties. A rollout brings it to schools itself, and there bridging ties hardly matter in the model.',
  }),
  pattern({
    id: 'I15',
    title: 'Collaboration that is forced',
    claim: 'People who are made to meet trust each other less and pass on less.',
    source: 'Hargreaves 1994 on contrived collegiality.',
    grade: 'C',
    arms: crossed(
      unpaid,
      { 'collaboration.intensity': [0.2, 0.8], 'collaboration.depth': [0.2, 0.8] },
      { 'collaboration.compelled': [0, 1] },
      24,
    ),
    statistics: [
      { label: 'trust in year 8: collaboration × compulsion', unit: '', band: LESS, of: interaction('trust', 8) },
      {
        label: 'fidelity in year 8: collaboration × compulsion',
        unit: 'of the core',
        band: LESS,
        of: interaction('fidelity', 8),
      },
      {
        label: 'quality-weighted reach in year 12: collaboration × compulsion',
        unit: 'of learners',
        band: LESS,
        of: interaction('qualityReach', 12),
      },
    ],
    reading: 'Much and deep collaboration, or little, free or compelled, in the default rollout.',
  }),
  pattern({
    id: 'I22',
    title: 'Overload and the central office',
    claim: 'Many projects at once lower everybody’s fidelity; an able and coherent central office takes up a part.',
    source: 'Hess 1999; Newmann and others 2001.',
    grade: 'B',
    arms: crossed(
      put(inPlace, { 'ingredients.alliances': 0.8 }),
      { 'fragmentation.initiative': [0.2, 0.8] },
      { 'parameters.policy.centralOffice': [0.2, 0.5], 'strategy.adultLearning': [0, 1] },
      32,
    ),
    statistics: [
      {
        label: 'fidelity lost to many projects, weak central office',
        unit: 'of the core',
        band: LESS,
        of: gap('one', 'neither', 'fidelity', 4),
      },
      { label: 'fidelity: projects × central office', unit: 'of the core', band: MORE, of: interaction('fidelity', 4) },
    ],
    reading: 'A paid project in three of ten schools; alliances high, so that what districts ask for agrees.',
    quick: true,
  }),
  pattern({
    id: 'I24',
    title: 'Critical mass',
    claim: 'More neighbours who use it raise persistence, help and trainers.',
    source: 'McIntosh and others 2016, 2018.',
    grade: 'B',
    arms: {
      few: { wish: put(inPlace, { years: 10, 'strategy.seedSchools': 5, 'finance.stopYear': 4 }), futures: 48 },
      many: { wish: put(inPlace, { years: 10, 'strategy.seedSchools': 60, 'finance.stopYear': 4 }), futures: 24 },
      fewPaid: { wish: put(inPlace, { years: 10, 'strategy.seedSchools': 5 }), futures: 48 },
      manyPaid: { wish: put(inPlace, { years: 10, 'strategy.seedSchools': 60 }), futures: 24 },
    },
    statistics: [
      {
        label: 'schools kept four years after support ended, many less few',
        unit: 'of those implementing then',
        band: MORE,
        of: ({ few, many }) => apart(left(many, 'schoolsImplementing', 4, 8), left(few, 'schoolsImplementing', 4, 8)),
      },
      {
        label: 'schools kept while support goes on, many less few',
        unit: 'of those implementing then',
        band: MORE,
        of: ({ fewPaid, manyPaid }) =>
          apart(left(manyPaid, 'schoolsImplementing', 4, 8), left(fewPaid, 'schoolsImplementing', 4, 8)),
      },
    ],
    reading: 'A project in 5 or in 60 of 100 schools at the same support for each, which ends after four years or goes on.',
  }),
  pattern({
    id: 'S2',
    title: 'An order and deep clusters',
    claim:
      'An order is fast, shallow and mostly gone some years after support ends; clusters with deep collaboration are slower, deeper and last.',
    source: 'Model specification, section 8; Fullan 2000; Coburn 2003.',
    grade: 'C',
    starred: true,
    arms: {
      order: { wish: put(unpaid, { strategy: { kind: 'mandate' }, 'ingredients.longTermFinancing': 0 }), futures: 32 },
      clusters: { wish: put(unpaid, { collaboration: deep, 'ingredients.longTermFinancing': 0 }), futures: 32 },
    },
    statistics: [
      {
        label: 'schools in use after two years, order less clusters',
        unit: 'of schools',
        band: [0.3, 1],
        of: gap('order', 'clusters', 'schoolsInUse', 2),
      },
      {
        label: 'fidelity in year 5, clusters less order',
        unit: 'of the core',
        band: [0.1, 1],
        of: gap('clusters', 'order', 'fidelity', 5),
      },
      {
        label: 'schools in use five years after support, of those at the peak: order',
        unit: 'ratio',
        band: HALF,
        of: ({ order }) => left(order, 'schoolsInUse', 3, 13),
      },
      {
        label: 'schools in use five years after support, of those when it ended: clusters',
        unit: 'ratio',
        band: [0.8, Number.POSITIVE_INFINITY],
        of: ({ clusters }) => left(clusters, 'schoolsInUse', 8, 13),
      },
      {
        label: 'kept three years after first success, clusters less order',
        unit: 'of schools',
        band: MORE,
        of: gap('clusters', 'order', 'retention3', 15),
      },
    ],
    curve: { arm: 'order', metric: 'schoolsInUse', label: 'Schools in use under an order; support ends in year 8' },
    reading: 'No long-term money, so that support ends with the bridge in year 8; the order is enforced for five years.',
  }),
  pattern({
    id: 'S3',
    title: 'Compelled collaboration is little better than none',
    claim: 'Being made to collaborate brings a small part of what collaborating freely brings.',
    source: 'Model specification, section 8; Hargreaves 1994.',
    grade: 'C',
    arms: {
      none: { wish: put(unpaid, { collaboration: { intensity: 0.1, depth: 0.1 } }), futures: 24 },
      compelled: { wish: put(unpaid, { collaboration: { ...deep, compelled: 1 } }), futures: 24 },
      free: { wish: put(unpaid, { collaboration: deep }), futures: 24 },
    },
    statistics: [
      {
        label: 'of what free collaboration adds to quality-weighted reach, compelled adds',
        unit: 'ratio',
        band: [Number.NEGATIVE_INFINITY, 0.25],
        of: ({ none, compelled, free }) => ratioOf(over(reached(compelled), reached(none)), over(reached(free), reached(none))),
      },
    ],
    reading: 'The default rollout with next to no collaboration, and with much and deep collaboration that is free or compelled.',
  }),
  pattern({
    id: 'S4',
    title: 'What fragmentation does',
    claim: 'A fragmented system reaches fewer, less deeply, later and less evenly.',
    source: 'Model specification, section 8; Fullan 2000.',
    grade: 'C',
    arms: {
      whole: { wish: put(unpaid, { fragmentation: 0.1 }), futures: 48 },
      broken: { wish: put(unpaid, { fragmentation: 0.8 }), futures: 48 },
    },
    statistics: [
      {
        label: 'quality-weighted reach in year 15, broken less whole',
        unit: 'of learners',
        band: LESS,
        of: gap('broken', 'whole', 'qualityReach', 15),
      },
      { label: 'depth in year 15, broken less whole', unit: 'of the core', band: LESS, of: gap('broken', 'whole', 'depth', 15) },
      {
        label: 'years until a quarter of schools use it, broken less whole',
        unit: 'years',
        band: MORE,
        of: ({ broken, whole }) =>
          apart(medianOf(yearsTo(broken, 'schoolsInUse', 0.25)), medianOf(yearsTo(whole, 'schoolsInUse', 0.25))),
      },
      {
        label: 'reach of the poor less that of the rich in year 15, broken less whole',
        unit: 'of learners',
        band: LESS,
        of: gap('broken', 'whole', 'reachGap', 15),
      },
      {
        label: 'differences between districts beside the mean in year 15, broken less whole',
        unit: 'share of the mean',
        band: MORE,
        of: ({ broken, whole }) => apart(unevenness(broken), unevenness(whole)),
      },
    ],
    reading:
      'All three parts of the dial at 0.1 and 0.8 under the default rollout. In the model the poorest schools are reached at least as soon as the richest, broken or whole.',
  }),
  pattern({
    id: 'S5',
    title: 'Neither scattered nor all in one',
    claim:
      'Practice that needs several colleagues spreads best where ties are somewhat bundled: more than mixed through, less than cut apart.',
    source: 'Model specification, section 8; Centola & Macy 2007; Centola 2010.',
    grade: 'D',
    arms: inWorlds,
    statistics: [
      { label: 'users in year 15, middle of the dial less joined', unit: 'of educators', band: MORE, of: middleOver('joined') },
      { label: 'users in year 15, middle of the dial less apart', unit: 'of educators', band: MORE, of: middleOver('apart') },
    ],
    reading:
      'Deep collaboration, all ingredients high and nobody who rolls out, so that ties decide, on six made-up worlds; structural fragmentation 0, 0.4 and 1. Under the default rollout programmes carry practice between schools, and the best is 0.',
  }),
  pattern({
    id: 'S6',
    title: 'All fourteen are more than their sum',
    claim: 'What all ingredients bring together exceeds the sum of what each brings alone; none suffices alone.',
    source: 'Model specification, section 8; Robinson, Winthrop & McGivney 2016.',
    grade: 'C',
    starred: true,
    arms: { ...lowAndAll, ...alone },
    statistics: [
      {
        label: 'quality-weighted reach over all low: all fourteen less the sum of each',
        unit: 'of learners',
        band: MORE,
        of: (runs) =>
          meanOf(
            over(reached(runs.all), reached(runs.low)).map((whole, k) =>
              names.reduce((rest, name) => rest - (reached(runs[name])[k] - reached(runs.low)[k]), whole),
            ),
          ),
      },
      {
        label: 'of what all bring, the best one alone',
        unit: 'ratio',
        band: HALF,
        of: (runs) =>
          names
            .map((name) => ratioOf(over(reached(runs[name]), reached(runs.low)), over(reached(runs.all), reached(runs.low))))
            .reduce((best, each) => (each.value > best.value ? each : best)),
      },
    ],
    reading: 'The default rollout for fifteen years with all ingredients at 0.2, one of them at 0.8, or all at 0.8.',
  }),
  pattern({
    id: 'S7',
    title: 'Each alone moves something',
    claim: 'No ingredient is idle: raised alone it changes people, practice, lasting, learning, policy or the design.',
    source: 'Model specification, section 8.',
    grade: 'D',
    arms: { ...lowAndAll, ...alone },
    statistics: [
      {
        label: 'strongest move of the weakest ingredient, in standard errors',
        unit: '',
        band: [3, Number.POSITIVE_INFINITY],
        // A mean over its own standard error has an error of about one.
        of: (runs) => ({ value: Math.min(...names.map((name) => strongest(runs[name], runs.low))), standardError: 1 }),
      },
    ],
    reading: `Of ${outcomes.length} outcomes in year 15, in the same futures as the row before. An ingredient that needs others can be idle where all others are low, as technology and windows nearly are.`,
  }),
  pattern({
    id: 'S8',
    title: 'Culture built from inside alone fades',
    claim: 'Schools that changed their culture alone cannot keep it where nothing outside pulls the same way.',
    source: 'Fullan 2000, the inside and the inside-outside story.',
    grade: 'C',
    arms: {
      inside: {
        wish: put(inPlace, { years: 10, 'parameters.start.culture': 0.6, ...aligned(0), collaboration: { intensity: 0.8 } }),
        futures: 8,
      },
      outside: {
        wish: put(inPlace, { years: 10, 'parameters.start.culture': 0.6, ...aligned(0.8), collaboration: { intensity: 0.8 } }),
        futures: 8,
      },
    },
    statistics: [
      {
        label: 'culture kept after ten years, nothing outside',
        unit: 'of the first year’s',
        band: [0, 0.8],
        of: ({ inside }) => left(inside, 'culture', 0, 10),
      },
      {
        label: 'culture kept after ten years, outside forces aligned',
        unit: 'of the first year’s',
        band: [0.9, Number.POSITIVE_INFINITY],
        of: ({ outside }) => left(outside, 'culture', 0, 10),
      },
    ],
    reading:
      'Schools that begin with a strong culture (0.6) and work together much; outside forces pull the same way or not at all.',
    quick: true,
  }),
  pattern({
    id: 'S9',
    title: 'One content for all leaves little to create',
    claim: 'Where one content is required of everybody, schools make fewer things of their own.',
    source: 'Model specification, section 8; source document “Scale what?”.',
    grade: 'C',
    arms: {
      vendor: { wish: put(unpaid, { strategy: { kind: 'vendor', procurement: 'single' } }), futures: 24 },
      order: { wish: put(unpaid, { strategy: { kind: 'mandate' } }), futures: 24 },
      waves: { wish: put(unpaid, { strategy: { kind: 'waves' } }), futures: 24 },
    },
    statistics: [
      {
        label: 'local variants in 15 years, one vendor beside waves',
        unit: 'ratio',
        band: HALF,
        of: ({ vendor, waves }) => ratioOf(at(vendor, 'variants', 15), at(waves, 'variants', 15)),
      },
      {
        label: 'local variants in the five years of an order, beside waves',
        unit: 'ratio',
        band: HALF,
        of: ({ order, waves }) => ratioOf(at(order, 'variants', 5), at(waves, 'variants', 5)),
      },
    ],
    reading: 'One vendor required of all, an order for five years, or pilot waves.',
  }),
  pattern({
    id: 'S10',
    title: 'Four ways to spread',
    claim:
      'Word of mouth alone achieves little; outreach adds little, even when prolonged; community-based propagation grows exponentially at first and far outpaces both, with outreach and nearly as well without.',
    source: 'Rooney-Varga, Kapmeier, Henderson & Ford 2024, Nature Sustainability 7:1740.',
    grade: 'B',
    arms: {
      mouth: { wish: wordOfMouth, futures: 48 },
      outreach: { wish: outreach, futures: 48 },
      prolonged: { wish: { ...outreach, changes: [] }, futures: 48 },
      community: { wish: community, futures: 16 },
      both: { wish: communityOutreach, futures: 16 },
    },
    statistics: [
      {
        label: 'users in year 15, word of mouth',
        unit: 'of educators',
        band: [0, 0.02],
        of: ({ mouth }) => meanOf(at(mouth, 'educatorsUsing', 15)),
      },
      {
        label: 'users in year 15 that outreach adds',
        unit: 'of educators',
        band: [0, 0.04],
        of: gap('outreach', 'mouth', 'educatorsUsing', 15),
      },
      {
        label: 'users in year 15 that prolonged outreach adds',
        unit: 'of educators',
        band: [0, 0.04],
        of: gap('prolonged', 'mouth', 'educatorsUsing', 15),
      },
      {
        label: 'growth of community-based propagation in the fourth year beside the second',
        unit: 'ratio',
        band: [0.7, 1.4],
        of: ({ community: runs }) => yearlyGrowth(runs),
      },
      {
        label: 'users in year 8, community beside prolonged outreach',
        unit: 'ratio',
        band: [5, Number.POSITIVE_INFINITY],
        of: ({ community: runs, prolonged }) => ratioOf(at(runs, 'educatorsUsing', 8), at(prolonged, 'educatorsUsing', 8)),
      },
      {
        label: 'users in year 15, community without outreach beside with',
        unit: 'ratio',
        band: [0.9, 1.1],
        of: ({ community: runs, both }) => ratioOf(at(runs, 'educatorsUsing', 15), at(both, 'educatorsUsing', 15)),
      },
      {
        label: 'users in year 8, community without outreach beside with',
        unit: 'ratio',
        band: [0.9, 1.1],
        of: ({ community: runs, both }) => ratioOf(at(runs, 'educatorsUsing', 8), at(both, 'educatorsUsing', 8)),
      },
    ],
    curve: { arm: 'community', metric: 'educatorsUsing', label: 'Educators using: community-based propagation without outreach' },
    reading:
      'The four shipped scenarios. Theirs is an aggregate model of another innovation, so what is compared is the order of things. Half way up, awareness still holds this model back, and outreach is worth a year or two.',
  }),
];
