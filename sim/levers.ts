/** What a plan sets besides the ingredients: fragmentation, collaboration, forces, foundations, finance, the rollout's common settings, events. */
import { forces, foundations } from './agents/others.ts';
import { type Quantities, type Quantity, quantities } from './quantity.ts';

const share = { unit: 'share', range: [0, 1] } as const;

/** One dial with three parts that can be set apart. Source: Fullan 2000 names extreme fragmentation and overload as the enemies of reform. */
export const fragmentation = quantities({
  structural: {
    ...share,
    label: 'Structural fragmentation',
    default: 0.4,
    grade: 'D',
    source: 'assumed; the concept: Fullan 2000, Phi Delta Kappan 81(8):581-584',
    about: 'Moves ties from between schools to inside them, then takes ties away.',
  },
  initiative: {
    ...share,
    label: 'Initiative fragmentation',
    default: 0.4,
    grade: 'D',
    source: 'assumed; Hess 1999 found many uncoordinated initiatives in 57 urban districts',
    about: 'Uncoordinated projects that compete for the same attention.',
  },
  policy: {
    ...share,
    label: 'Policy fragmentation',
    default: 0.4,
    grade: 'D',
    source: 'assumed; Fullan 2000 on incoherent, short-lived signals',
    about: 'Signals to schools that contradict each other and do not last.',
  },
});

export const collaboration = quantities({
  intensity: {
    ...share,
    label: 'Intensity of collaboration',
    default: 0.5,
    grade: 'D',
    source: 'assumed; the distinction from depth: Coburn, Russell, Kaufman & Stein 2012',
    about: 'How much people meet and work together across and inside schools.',
  },
  depth: {
    ...share,
    label: 'Depth of collaboration',
    default: 0.4,
    grade: 'D',
    source: 'assumed; Hargreaves 1994 on collaboration that is spontaneous, voluntary and about development',
    about: 'How far joint work reaches into teaching itself.',
  },
  compelled: {
    ...share,
    label: 'Compelled collaboration',
    default: 0,
    grade: 'D',
    source: 'assumed; contrived collegiality: Hargreaves 1994',
    about: 'Raises intensity, lowers depth and trust: it passes on compliance, not skill.',
  },
});

const forceLabels = {
  parents: 'Parents and community',
  technology: 'Technology',
  corporate: 'Corporate connections',
  policy: 'Government policy',
  profession: 'The wider teaching profession',
} as const satisfies Record<(typeof forces)[number], string>;

const perForce = (label: string): Quantities => ({
  level: {
    ...share,
    label: `${label}: strength`,
    default: 0.5,
    grade: 'D',
    source: 'assumed; the five forces: Fullan 2000 (inside-outside story)',
  },
  alignment: {
    ...share,
    label: `${label}: alignment`,
    default: 0.4,
    grade: 'D',
    source: 'assumed; forces act only through connections that schools have built (Fullan 2000)',
    about: 'How far the force pulls the same way as good teaching.',
  },
});

export const forceQuantities: Readonly<Record<string, Quantities>> = Object.fromEntries(
  forces.map((f) => [f, perForce(forceLabels[f])]),
);

const foundationLabels = {
  designPrinciples: 'Design principles',
  assessment: 'Trusted assessment and measurement of growth',
  research: 'Research and evaluation',
  connectivity: 'Connectivity',
  deviceManagement: 'Capacity to manage devices',
  policyFlexibility: 'Policy flexibility',
  procurement: 'Procurement reform',
  autonomy: 'Clear autonomy and accountability',
  software: 'Enabling software',
} as const satisfies Record<(typeof foundations)[number], string>;

const foundationLevel = (label: string): Quantity => ({
  ...share,
  label,
  default: 0.4,
  grade: 'D',
  source: 'level assumed; the list: source document “Scale what?” (scale now)',
  about: 'Level to which the foundation is rolled out to all schools.',
});

export const foundationQuantities: Quantities = {
  ...Object.fromEntries(foundations.map((f) => [f, foundationLevel(foundationLabels[f])])),
  rolloutYears: {
    label: 'Years to roll a foundation out',
    unit: 'years',
    range: [1, 8],
    bounds: [0.25, 30],
    default: 3,
    grade: 'D',
    source: 'assumed',
    about: 'Time in which a school covers 63 per cent of the way to a new level.',
  },
  lockIn: {
    ...share,
    label: 'Software lock-in',
    default: 0.1,
    grade: 'D',
    source: 'assumed; the danger: source document “Scale what?”',
    about: 'How far enabling software forces one way of teaching on schools; lowers room to adapt and local creation.',
  },
  breadth: {
    ...share,
    label: 'Breadth of assessment',
    default: 1,
    grade: 'D',
    source: 'a convention: as broad as the aims; a multi-faceted definition of readiness: source document “Scale what?”',
    about: '1: all that schools are for is assessed; 0: basic skills alone. Of an innovation, what is not assessed is not seen.',
  },
};

export const finance = quantities({
  pilotPerLearner: {
    label: 'Pilot money',
    unit: 'USD per learner of the system and year',
    range: [3, 30],
    bounds: [0, 500],
    default: 12,
    grade: 'D',
    source: 'assumed; enough for full support of about one learner in fourteen',
  },
  pilotYears: {
    label: 'Years of pilot money',
    unit: 'years',
    range: [2, 5],
    bounds: [0, 30],
    default: 3,
    grade: 'D',
    source: 'assumed from the typical donor cycle (parameter pilot_grant_length)',
  },
  middlePerLearner: {
    label: 'Middle-phase money at full level',
    unit: 'USD per learner of the system and year',
    range: [10, 80],
    bounds: [0, 500],
    default: 40,
    grade: 'D',
    source: 'assumed; the gap it must cover: Millions Learning 2016 (middle phase)',
  },
  publicPerLearner: {
    label: 'Public money per learner for new practice',
    unit: 'USD per learner reached and year',
    range: [20, 200],
    bounds: [0, 5000],
    default: 90,
    grade: 'D',
    source: 'assumed',
    about: 'What the budget holder can pay in the long run; a dearer innovation is not taken over.',
  },
  publicPot: {
    label: 'Long-term public money at full level',
    unit: 'USD per learner of the system and year',
    range: [40, 240],
    bounds: [0, 5000],
    default: 120,
    grade: 'D',
    source: 'assumed',
  },
  publicLag: {
    label: 'Delay of public money after policy adoption',
    unit: 'years',
    range: [0.5, 3],
    bounds: [0, 20],
    default: 1,
    grade: 'D',
    source: 'assumed from yearly budget cycles',
  },
  deadline: {
    label: 'Years to run on public money',
    unit: 'years',
    range: [3, 5],
    bounds: [1, 60],
    default: 4,
    grade: 'C',
    source: 'source document “Scale what?”: sustainable on public revenue within four years',
  },
  chargeIngredients: {
    label: 'Ingredients are paid from the pot',
    unit: 'choice',
    range: [0, 1],
    default: 1,
    grade: 'D',
    source: 'a convention: factorial studies report the cost and do not charge it',
    choices: ['reported', 'charged'],
  },
  regime: {
    label: 'How plans are made comparable',
    unit: 'choice',
    range: [0, 2],
    default: 0,
    grade: 'D',
    source: 'a convention',
    about:
      'equal-budget: the pots above, whatever the plan needs; equal-spend: money also carries over without loss, so that it is all spent; own-budget: the plan gets what its programme schools cost.',
    choices: ['equal-budget', 'equal-spend', 'own-budget'],
  },
  stopYear: {
    label: 'Year in which all external money stops',
    unit: 'year',
    range: [5, 100],
    bounds: [0, 100],
    default: 100,
    grade: 'D',
    source: 'a stress test, never by default',
  },
});

/** Settings of a rollout that every strategy reads; each strategy's own rows stand in its file. */
export const rollout = quantities({
  start: {
    label: 'Start of the rollout',
    unit: 'year',
    range: [0, 5],
    bounds: [0, 60],
    default: 0,
    grade: 'D',
    source: 'a choice of the plan',
  },
  innovation: {
    label: 'Innovation rolled out',
    whole: true,
    unit: 'place in the list',
    range: [0, 7],
    default: 0,
    grade: 'D',
    source: 'a choice of the plan',
    about: 'The others are on offer from the first day by those who made them, and heard of as far as they are visible.',
  },
  seedSchools: {
    label: 'Schools it begins in',
    unit: 'per 100 schools',
    range: [1, 10],
    bounds: [0, 100],
    default: 3,
    grade: 'C',
    source: 'source document “How to scale personalized learning”: a handful of schools',
  },
  seedShare: {
    label: 'Educators who begin in a seed school',
    unit: 'share',
    range: [0.1, 0.6],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed',
  },
  seedFidelity: {
    label: 'Fidelity of those who begin in a seed school',
    unit: 'share',
    range: [0.2, 0.6],
    bounds: [0, 1],
    default: 0.4,
    grade: 'D',
    source: 'assumed above the first weeks of others: they have prepared',
  },
  seedOwnership: {
    label: 'Ownership of those who begin in a seed school',
    unit: 'share',
    range: [0.2, 0.6],
    bounds: [0, 1],
    default: 0.4,
    grade: 'D',
    source: 'assumed; they have come forward',
  },
  fellowFidelity: {
    label: 'Fidelity of fellows at the start',
    unit: 'share',
    range: [0.2, 0.6],
    bounds: [0, 1],
    default: 0.35,
    grade: 'D',
    source: 'assumed a little below that in a seed school: they are alone',
  },
  fellowOwnership: {
    label: 'Ownership of fellows at the start',
    unit: 'share',
    range: [0.3, 0.7],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed; it is their own project',
  },
  ableLeast: {
    label: 'What a willing leader without skill, or without growth mindset, counts for where leaders are chosen',
    unit: 'share',
    range: [0.3, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed; will counts first, skill and mindset beside it',
  },
  nearCluster: {
    label: 'Pull toward schools in clusters that use it, where neighbours come first',
    unit: 'share',
    range: [0.2, 0.8],
    bounds: [0, 2],
    default: 0.5,
    grade: 'D',
    source: 'assumed',
  },
  nearDistrict: {
    label: 'Pull toward schools in districts that use it, where neighbours come first',
    unit: 'share',
    range: [0.1, 0.6],
    bounds: [0, 2],
    default: 0.3,
    grade: 'D',
    source: 'assumed below that of a cluster',
  },
  nearQueue: {
    label: 'Weight of everybody’s place in the queue, where neighbours come first',
    unit: 'share',
    range: [0.05, 0.5],
    bounds: [0.001, 2],
    default: 0.2,
    grade: 'D',
    source: 'assumed; being near is not everything',
  },
  fellowships: {
    label: 'Educator fellowships',
    unit: 'educators per 1,000 and year',
    range: [0, 10],
    bounds: [0, 200],
    default: 0,
    grade: 'D',
    source: 'assumed; the idea: source document “Scale what?” (CityBridge, Chicago)',
  },
  permission: {
    ...share,
    label: 'Permission to test outside the programme',
    default: 0.2,
    grade: 'D',
    source: 'assumed; the idea: source document “Scale what?” (seed now)',
  },
  challengeGrants: {
    ...share,
    label: 'Challenge grants',
    default: 0,
    grade: 'D',
    source: 'assumed; Next Generation Learning Challenges is the model named in the source document',
    about: 'Rewards leaders who come forward: raises the pull of an invitation.',
  },
  partners: {
    ...share,
    label: 'Outside partners with success elsewhere',
    default: 0.2,
    grade: 'D',
    source: 'assumed; the idea: source documents (third-party providers, schools of education)',
  },
  targeting: {
    ...share,
    label: 'Offers and support by need',
    default: 0,
    grade: 'D',
    source: 'a choice of the plan',
    about: '0: without regard to disadvantage; 1: the most disadvantaged schools first.',
  },
  depthShare: {
    ...share,
    label: 'Share of effort on depth',
    default: 0.5,
    grade: 'D',
    source: 'a choice of the plan; the tension of scale-in and scale-up: source document “How to scale up and scale in”',
    about: '0: support spread over as many schools as possible; 1: full support for few.',
  },
  procurement: {
    label: 'Procurement',
    unit: 'choice',
    range: [0, 2],
    default: 0,
    grade: 'D',
    source: 'source document “Scale what?”: central purchase from several providers keeps autonomy',
    choices: ['none', 'single', 'multi'],
  },
  imitation: {
    label: 'Districts that look around and take over a rollout that does better',
    unit: 'per year',
    range: [0, 0.5],
    bounds: [0, 12],
    default: 0,
    grade: 'D',
    source: 'assumed; off unless districts or networks choose for themselves; the actors: source document “Scale what?”',
    about:
      'Acts where a plan has rollouts beside its own: a district takes the one under which other districts have more schools in use.',
  },
  outsideEntry: {
    ...share,
    label: 'Entry from outside the system',
    default: 0,
    grade: 'D',
    source: 'assumed; the idea: source document “Scale what?” (summer, after-school, charter first)',
    about: 'Part of the first users begin outside the rules that hold schools back.',
  },
  coDesign: {
    ...share,
    label: 'Designed together with schools and researchers',
    default: 0.3,
    grade: 'D',
    source: 'assumed; the idea: source documents on partnership with schools',
  },
  goals: {
    ...share,
    label: 'Clear goals before tools',
    default: 0.5,
    grade: 'D',
    source: 'assumed; the order goals, principles, model, technology: source document “Hardware is not a strategy”',
  },
  adultLearning: {
    ...share,
    label: 'Adult learning of teachers, leaders and central office',
    default: 0.4,
    grade: 'D',
    source: 'assumed; source document “How to scale personalized learning” (defining adults’ hardest shifts)',
  },
  otherTraining: {
    ...share,
    label: 'Professional development that pulls another way',
    default: 0.3,
    grade: 'D',
    source: 'assumed; source document “How to scale personalized learning”: pilots swim against the current',
  },
  opposition: {
    ...share,
    label: 'Political opposition',
    default: 0.2,
    grade: 'D',
    source: 'assumed; Kenya contract teachers met organised opposition (Bold et al. 2018)',
  },
});

/** Events are pulses: a dated change sets a size, the step acts on it, and it is gone. Where: -1 is everywhere. */
/** Where an event may befall part of a system: each narrower than the one before. */
export const eventPlaces = ['region', 'district', 'school'] as const;
export type EventPlace = (typeof eventPlaces)[number];

export interface EventRow {
  readonly label: string;
  readonly about: string;
  /** The places that it may be of; none: it is felt everywhere. */
  readonly places: readonly EventPlace[];
}

const ofDistricts = ['region', 'district'] as const;
export const eventKinds = {
  leaderLeaves: {
    label: 'Leaders leave',
    about: 'Share of school leaders (of the region, district or school named) who leave at once.',
    places: eventPlaces,
  },
  districtLeaderLeaves: {
    label: 'District leaders leave',
    about: 'Share of district leaders (of the region or district named) who leave at once; 1 for a certain one.',
    places: ofDistricts,
  },
  election: { label: 'Election', about: 'Chance that the minister changes, and with it priorities.', places: [] },
  budgetCut: {
    label: 'Budget cut',
    about: 'Share of all programme money lost from now on; a later negative cut restores it.',
    places: [],
  },
  curriculumReform: {
    label: 'Curriculum reform',
    about: 'A competing demand: initiatives added to each school (of the region or district named).',
    places: ofDistricts,
  },
  closure: {
    label: 'Closure',
    about: 'Schools (of the region or district named, or the one named) are closed (size 1).',
    places: eventPlaces,
  },
  windowOpens: {
    label: 'Window of opportunity',
    about: 'How far a window opens, for the years that windows last.',
    places: [],
  },
} as const satisfies Readonly<Record<string, EventRow>>;
export type EventKind = keyof typeof eventKinds;
/** The places that an event of a kind may be of. */
export type EventPlaceOf<K extends EventKind> = (typeof eventKinds)[K]['places'][number];

const eventRows = ({ label, about, places }: EventRow): Quantities => ({
  size: {
    label,
    about,
    unit: 'share or count',
    range: [0, 1],
    bounds: [-10, 10],
    default: 0,
    grade: 'D',
    source: 'a choice of the plan',
  },
  ...Object.fromEntries(
    places.map((place) => [
      place,
      {
        label: `${label}: ${place}`,
        whole: true,
        unit: 'place, -1 all',
        range: [-1, 2e6],
        bounds: [-1, 1e9],
        default: -1,
        grade: 'D',
        source: 'a choice of the plan',
      } as const,
    ]),
  ),
});

export const eventQuantities: Readonly<Record<string, Quantities>> = Object.fromEntries(
  Object.entries(eventKinds).map(([name, row]) => [name, eventRows(row)]),
);
